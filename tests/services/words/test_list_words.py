import pytest

from jxc_desktop.services.migrate_in.import_forms import ImportKind
from jxc_desktop.services.migrate_in.seeming import SIGNS
from jxc_desktop.services.words.list_words import list_word


@pytest.mark.parametrize("key", [*(kind.value for kind in ImportKind), *(key for key, _signs in SIGNS)])
def test_every_kind_of_file_that_is_told_apart_has_a_name(key: str) -> None:
    assert list_word(key) != key
