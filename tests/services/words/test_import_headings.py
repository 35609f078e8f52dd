"""A template in the shop's language is understood when it comes back."""

import pytest

from jxc_desktop.services.exchange.columns import match_headings
from jxc_desktop.services.migrate_in.forms import FORMS
from jxc_desktop.services.migrate_in.import_forms import ImportForm


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.kind.value)
def test_each_heading_of_an_english_template_is_found_as_its_own(form: ImportForm) -> None:
    headings = [field.word() for field in form.fields]
    assert all(map(str.isascii, headings))
    assert match_headings(headings, form.specs) == {field.key: place for place, field in enumerate(form.fields)}
