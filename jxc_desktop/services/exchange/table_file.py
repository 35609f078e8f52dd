"""Writes a table as the kind of file its name asks for."""

from collections.abc import Callable, Mapping
from pathlib import Path

from jxc_desktop.services.exchange.faults import TableKindError
from jxc_desktop.services.exchange.sheet_writer import write_csv, write_xlsx
from jxc_desktop.services.exchange.table import Table

_WRITERS: Mapping[str, Callable[[Path, Table], None]] = {".csv": write_csv, ".xlsx": write_xlsx}
TABLE_ENDINGS = tuple(_WRITERS)


def refuse_other_kinds(path: Path) -> None:
    """Refuse a file that no table can be written as, before anything is read for it.

    Raises:
        TableKindError: the ending is neither .csv nor .xlsx.
    """
    if path.suffix.lower() not in _WRITERS:
        raise TableKindError(path, TABLE_ENDINGS)


def write_table(path: Path, table: Table) -> None:
    """Write the table as the file's ending says: .csv or .xlsx.

    Raises:
        TableKindError: the ending is another one.
        FileNotWrittenError: the system refuses to write there; a file of that name is unchanged.
    """
    refuse_other_kinds(path)
    _WRITERS[path.suffix.lower()](path, table)
