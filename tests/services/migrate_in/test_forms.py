"""The declarations of all kinds of files hold together."""

import pytest

from jxc_desktop.services.exchange.columns import match_headings
from jxc_desktop.services.migrate_in.forms import FORMS
from jxc_desktop.services.migrate_in.import_forms import ImportForm, ImportKind

EVERY = pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.kind.value)


def test_there_is_one_for_each_kind() -> None:
    assert set(FORMS) == set(ImportKind)


@EVERY
def test_the_headings_of_its_template_are_found_each_as_its_own(form: ImportForm) -> None:
    headings = [field.word() for field in form.fields]
    assert match_headings(headings, form.specs) == {field.key: place for place, field in enumerate(form.fields)}


@EVERY
def test_its_examples_are_what_its_columns_accept(form: ImportForm) -> None:
    for field in form.fields:
        for cell in field.examples:
            if field.read is not None and cell:
                field.read(cell)


@EVERY
def test_no_two_fields_have_the_same_key(form: ImportForm) -> None:
    assert len({field.key for field in form.fields}) == len(form.fields)
    with pytest.raises(KeyError):
        form.field("unheard_of")
