"""A refused file written anew with what is wrong in front of each row, to be corrected and imported again."""

from pathlib import Path

from jxc_desktop.services.exchange.text_sheets import TextSheet, write_text_sheets
from jxc_desktop.services.migrate_in.faults import FileFaultsError, ImportFault, reason_text
from jxc_desktop.services.migrate_in.preview import Fit, ImportPreview, PreviewRow
from jxc_desktop.services.words import _
from jxc_desktop.services.words.given_names import shown_name

OWN_COLUMNS = 2


def write_faults_file(path: Path, seen: ImportPreview, refused: FileFaultsError) -> None:
    """Write every row, the bad ones first with their cells marked: what was right before need not be found again.

    Raises:
        TableKindError: the file's name ends in something else than .xlsx.
        FileNotWrittenError: the system refuses to write there.
    """
    by_row: dict[int, list[ImportFault]] = {}
    for fault in refused.faults:
        by_row.setdefault(fault.row, []).append(fault)
    bad = [row for row in seen.rows if row.number in by_row]
    good = [row for row in seen.rows if row.number not in by_row]
    columns = _columns(seen)
    places = {seen.columns[at].letter: place for place, (at, _heading) in enumerate(columns, OWN_COLUMNS)}
    marked = {
        at: frozenset(places[fault.letter] for fault in by_row[row.number] if fault.letter in places)
        for at, row in enumerate(bad)
    }
    headings = [_("问题"), _("原行号"), *(heading for _at, heading in columns)]
    rows = [_row(row, by_row.get(row.number, []), [at for at, _heading in columns]) for row in (*bad, *good)]
    write_text_sheets(path, [TextSheet(seen.sheet or seen.form.word(), headings, rows, marked)])


def _columns(seen: ImportPreview) -> list[tuple[int, str]]:
    """Which columns are written, under which headings: what was matched by hand is under the usual ones from now on."""
    is_found = all(column.fit not in (Fit.CHOSEN, Fit.REMEMBERED) for column in seen.columns) and not seen.is_by_hand
    if is_found:
        return [(at, column.heading) for at, column in enumerate(seen.columns)]
    return [(at, seen.form.field(column.field).word()) for at, column in enumerate(seen.columns) if column.field]


def _row(row: PreviewRow, faults: list[ImportFault], columns: list[int]) -> list[str]:
    return [_("；").join(map(_said, faults)), str(row.number), *(row.cells[at] for at in columns)]


def _said(fault: ImportFault) -> str:
    """Without row and letter, which are others in the new file."""
    heading = fault.heading.strip().split("\n", 1)[0]
    if not heading:
        return reason_text(fault)
    shown = heading if fault.letter else shown_name(heading)
    return _("{heading}：{reason}").format(heading=shown, reason=reason_text(fault))
