"""Writes a table as the kind of file its name asks for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from jxc_desktop.services.exchange.faults import TableKindError
from jxc_desktop.services.exchange.new_file import written_whole
from jxc_desktop.services.exchange.sheet_writer import write_csv, write_xlsx
from jxc_desktop.services.exchange.table import Table, Told, told_rows

_WRITERS: Mapping[str, Callable[..., None]] = {".csv": write_csv, ".xlsx": write_xlsx}
TABLE_ENDINGS = tuple(_WRITERS)
PAPER_ENDING = ".pdf"


def refuse_other_kinds(path: Path, *, with_paper: bool = False) -> None:
    """Refuse a file that no table can be written as, before anything is read for it.

    Raises:
        TableKindError: the ending is neither .csv nor .xlsx, nor .pdf where there is paper of it.
    """
    possible = (*TABLE_ENDINGS, PAPER_ENDING) if with_paper else TABLE_ENDINGS
    if path.suffix.lower() not in possible:
        raise TableKindError(path, possible)


def write_table(path: Path, table: Table, told: Told | None = None) -> None:
    """Write the table as the file's ending says: .csv or .xlsx; `told` hears how far it has come, and may stop it.

    Raises:
        TableKindError: the ending is another one.
        FileNotWrittenError: the system refuses to write there; a file of that name is unchanged.
    """
    refuse_other_kinds(path)
    if told is not None:
        table = replace(table, rows=told_rows(table.rows, told))
    _WRITERS[path.suffix.lower()](path, table)


def write_tables(path: Path, tables: Sequence[Table]) -> None:
    """Write several tables as the file's ending says: each on a sheet of an .xlsx, one below the other in a .csv.

    Raises:
        TableKindError: the ending is another one.
        FileNotWrittenError: the system refuses to write there; a file of that name is unchanged.
    """
    refuse_other_kinds(path)
    _WRITERS[path.suffix.lower()](path, *tables)


def write_paper(path: Path, document: bytes) -> None:
    """Write a PDF as a file.

    Raises:
        FileNotWrittenError: the system refuses to write there; a file of that name is unchanged.
    """
    with written_whole(path) as new:
        new.write_bytes(document)
