"""The triggers that keep ledgers and posted documents from being changed, declared once.

They are laid again after every migration (rebuilding a table drops them), and compared at opening and by verify.
"""

from sqlalchemy import Connection, text

from jxc_desktop.services.storage.tables import DOCUMENT, LEDGERS, LINES


def triggers() -> dict[str, str]:
    """Name → SQL of every trigger a shop file must have."""
    made: dict[str, str] = {}
    for ledger in LEDGERS:
        made |= _append_only(ledger.name)
    for line in LINES:
        made |= _fixed_when_posted(line.name)
    return made | _document_triggers()


def lay_triggers(connection: Connection) -> None:
    """Make the shop file's triggers exactly those declared here."""
    for name in present_triggers(connection):
        connection.execute(text(f'DROP TRIGGER "{name}"'))
    for sql in triggers().values():
        connection.connection.driver_connection.execute(sql)  # type: ignore[union-attr]


def present_triggers(connection: Connection) -> dict[str, str]:
    """Name → SQL of the triggers the shop file has."""
    found = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    return {row[0]: row[1] for row in found}


def _refuse(name: str, event: str, table: str, when: str = "") -> dict[str, str]:
    condition = f" WHEN {when}" if when else ""
    refusal = f"SELECT RAISE(ABORT, '{table} is append-only')"
    return {name: f"CREATE TRIGGER {name} BEFORE {event} ON {table}{condition} BEGIN {refusal}; END"}


def _append_only(table: str) -> dict[str, str]:
    return _refuse(f"{table}_no_update", "UPDATE", table) | _refuse(f"{table}_no_delete", "DELETE", table)


def _fixed_when_posted(table: str) -> dict[str, str]:
    is_posted = "(SELECT state FROM document WHERE id = OLD.document_id) <> 'draft'"
    return _refuse(f"{table}_no_update", "UPDATE", table, is_posted) | _refuse(
        f"{table}_no_delete", "DELETE", table, is_posted
    )


def _document_triggers() -> dict[str, str]:
    others = [column.name for column in DOCUMENT.columns if column.name != "state"]
    changed = " OR ".join(f"NEW.{name} IS NOT OLD.{name}" for name in others)
    return _refuse("document_no_delete", "DELETE", "document", "OLD.state <> 'draft'") | _refuse(
        "document_only_state_moves",
        "UPDATE",
        "document",
        f"OLD.state <> 'draft' AND (NEW.state = 'draft' OR {changed})",
    )
