"""A first look at a file somebody wants to move in: what it holds, before there is a shop for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jxc_desktop.services.exchange.columns import ColumnMatch, best_header, find_columns
from jxc_desktop.services.exchange.sheet import Sheet
from jxc_desktop.services.exchange.sheet_reader import read_sheet
from jxc_desktop.services.migrate_in.import_forms import ImportForm
from jxc_desktop.services.migrate_in.opening_columns import OPENING_FORM
from jxc_desktop.services.migrate_in.partner_columns import PARTNER_FORM
from jxc_desktop.services.migrate_in.product_columns import PRODUCT_FORM

FORMS = (PRODUCT_FORM, PARTNER_FORM, OPENING_FORM)


@dataclass(frozen=True, slots=True)
class FirstLook:
    """What a file holds.

    Attributes:
        rows: how many below the headings. kind: what such a file is called.
        known: the columns that are recognised, in the shop's words. unused: headings nothing is taken from.
    """

    path: Path
    rows: int
    kind: str
    known: tuple[str, ...]
    unused: tuple[str, ...]


def first_look(path: Path) -> FirstLook:
    """Read the file and see which of its columns are recognised.

    Raises:
        SheetFileError: it cannot be read, or holds nothing that can be moved in.
    """
    sheet = read_sheet(path)
    found = list(_fitting(sheet))
    # Of those that fit, the one that recognises most; where none does, the refusal says what a list of goods lacks.
    form, match = (
        max(found, key=lambda one: len(one[1].positions))
        if found
        else (PRODUCT_FORM, find_columns(sheet, PRODUCT_FORM.specs))
    )
    known = tuple(field.word() for field in form.fields if match.has(field.key))
    unused = tuple(text for text in match.unknown if text not in form.left_out)
    return FirstLook(path, match.row_count(), form.word(), known, unused)


def _fitting(sheet: Sheet) -> Iterator[tuple[ImportForm, ColumnMatch]]:
    for form in FORMS:
        for each in (sheet, *sheet.others):
            match = best_header(each, form.specs)
            if match is not None and _is_whole(form, match):
                yield form, match


def _is_whole(form: ImportForm, match: ColumnMatch) -> bool:
    has_required = all(match.has(field.key) for field in form.fields if field.required)
    return has_required and (not form.one_of or any(map(match.has, form.one_of)))
