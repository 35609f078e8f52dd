"""Writes a table as a file that other programs open: csv or xlsx, the same bytes for the same table."""

import csv
from datetime import date, datetime
from pathlib import Path

from jxc_desktop.services.exchange.cell_text import guarded
from jxc_desktop.services.exchange.new_file import written_whole
from jxc_desktop.services.exchange.table import Table


def write_csv(path: Path, *tables: Table) -> None:
    """Write the table as UTF-8 with a mark, so that spreadsheet programs show Chinese; the totals are its last row.

    Several stand one below the other, each under its title.
    A text that a spreadsheet program could run has an apostrophe before it, which ``read_sheet`` takes off again.

    Raises:
        FileNotWrittenError: the system refuses to write there; a file of that name is unchanged.
    """
    with (
        written_whole(path) as new,
        new.open("w", encoding="utf-8-sig", errors="replace", newline="") as file,
    ):
        writer = csv.writer(file, lineterminator="\r\n")
        for number, table in enumerate(tables):
            if len(tables) > 1:
                writer.writerows([[]] * bool(number) + [[guarded(table.title)]])
            writer.writerow([guarded(column.heading) for column in table.columns])
            for row in table.rows:
                writer.writerow([_csv_text(cell) for cell in row])
            if table.totals is not None:
                writer.writerow([_csv_text(cell) for cell in table.totals])


def write_xlsx(path: Path, *tables: Table) -> None:
    """Write each table on a sheet of a workbook: headings that stay in sight, numbers as numbers, totals in bold.

    Raises:
        FileNotWrittenError: the system refuses to write there; a file of that name is unchanged.
    """
    # Loaded with the first file of this kind: what writes it would hold up the first scan of the day.
    from jxc_desktop.services.exchange.xlsx_file import write_workbook

    with written_whole(path) as new:
        write_workbook(new, *tables)


def _csv_text(cell: object) -> str:
    if isinstance(cell, str):
        return guarded(cell)
    if isinstance(cell, datetime):
        return cell.strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else str(cell)
