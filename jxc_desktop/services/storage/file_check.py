"""Whether the shop file holds together as a file: its pages, and what points from one row to another."""

from sqlalchemy import Connection


def broken_pages(connection: Connection) -> list[str]:
    """What the store itself finds wrong with the file; nothing where it is whole."""
    return [text for (text,) in connection.exec_driver_sql("PRAGMA quick_check") if text != "ok"]


def broken_references(connection: Connection) -> list[tuple[str, int | None, str]]:
    """Rows that point to a row that is not there: table, the row's number, the table pointed to."""
    found = connection.exec_driver_sql("PRAGMA foreign_key_check")
    return [(table, row, parent) for table, row, parent, _ in found]
