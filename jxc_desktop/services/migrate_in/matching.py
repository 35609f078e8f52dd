"""Which column of a file is which field: as somebody chose, as it was remembered, or as the headings say."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from jxc_desktop.services.exchange.columns import HEADER_WITHIN_ROWS, ColumnMatch, columns_at, find_columns
from jxc_desktop.services.exchange.faults import HeaderNotFoundError
from jxc_desktop.services.exchange.sheet import Sheet
from jxc_desktop.services.migrate_in.faults import WrongListError
from jxc_desktop.services.migrate_in.import_choice import ImportChoice
from jxc_desktop.services.migrate_in.import_forms import ImportForm
from jxc_desktop.services.migrate_in.layouts import Layouts, layout_of
from jxc_desktop.services.migrate_in.seeming import seems_to_be, surely_not

SHOWN_MISSING = ("条码", "货号", "零售价")


def matched(sheet: Sheet, form: ImportForm, choice: ImportChoice, layouts: Layouts) -> ColumnMatch:
    """The columns of a file of this kind.

    Raises:
        HeaderNotFoundError: a required column is not there.
        WrongListError: the file holds something else.
    """
    sheets = [each for each in (sheet, *sheet.others) if choice.sheet in (None, each.name)] or [sheet]
    chosen = replace(sheets[0], others=tuple(sheets[1:]))
    if choice.fields is not None and choice.head_row is not None:
        match = columns_at(chosen, form.specs, choice.head_row, choice.fields)
        if not choice.is_by_hand:
            _require_one_of(match, sheets, form)
        return match
    try:
        match = _remembered(sheets, form, layouts) or find_columns(chosen, form.specs)
    except HeaderNotFoundError as fault:
        raise WrongListError(fault, form.kind.value, seems_to_be(sheets, form)) from fault
    _require_one_of(match, sheets, form)
    return match


def headings_at(sheet: Sheet, header_row: int) -> dict[int, str]:
    """The headings in a row of a sheet, by column in the file."""
    row = sheet.rows[sheet.numbers.index(header_row)]
    return dict(zip(sheet.columns, row, strict=True))


def layout_at(sheet: Sheet, header_row: int) -> str:
    """The layout that a row of headings makes."""
    return _layout(sheet, sheet.rows[sheet.numbers.index(header_row)])


def _layout(sheet: Sheet, row: Sequence[str]) -> str:
    headings = dict(zip(sheet.columns, row, strict=True))
    return layout_of([headings.get(place, "") for place in range(max(headings, default=-1) + 1)])


def _remembered(sheets: Sequence[Sheet], form: ImportForm, layouts: Layouts) -> ColumnMatch | None:
    found = _remembered_rows(sheets, layouts) if layouts else iter(())
    return next((columns_at(sheet, form.specs, row, layouts[layout]) for sheet, row, layout in found), None)


def _remembered_rows(sheets: Sequence[Sheet], layouts: Layouts) -> Iterator[tuple[Sheet, int, str]]:
    for sheet in sheets:
        for number, row in zip(sheet.numbers[:HEADER_WITHIN_ROWS], sheet.rows, strict=False):
            if (layout := _layout(sheet, row)) in layouts:
                yield sheet, number, layout


def _require_one_of(match: ColumnMatch, sheets: Sequence[Sheet], form: ImportForm) -> None:
    """Headings can fit by chance: a bill has a name and a code too."""
    lacks = bool(form.one_of) and not any(map(match.has, form.one_of))
    seems = seems_to_be(sheets, form) if lacks else surely_not(match, form)
    if lacks or seems:
        names = SHOWN_MISSING if lacks else ()
        fault = HeaderNotFoundError(match.path, names, match.sheet_name, match.header_row)
        raise WrongListError(fault, form.kind.value, seems)
