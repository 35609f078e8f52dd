"""The table behind a mapped class, for statements that name it."""

from sqlalchemy import Table

from jxc_desktop.models.records import Record


def table_of(record: type[Record]) -> Table:
    """The record's table."""
    table = record.__table__
    assert isinstance(table, Table)
    return table
