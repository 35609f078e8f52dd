"""Garbage is looked for again after an import."""

import gc
from collections.abc import Iterator

import pytest

from jxc_desktop.services.migrate_in.garbage import garbage_kept


@pytest.fixture(autouse=True)
def looked_for() -> Iterator[None]:
    """Whatever another test left behind, garbage is looked for before and after."""
    gc.enable()
    yield
    gc.enable()


def test_garbage_is_looked_for_again_after_an_import_that_failed() -> None:
    with pytest.raises(ZeroDivisionError), garbage_kept():
        assert 1 / gc.isenabled()
    assert gc.isenabled()


def test_whoever_had_switched_it_off_finds_it_switched_off() -> None:
    gc.disable()
    with garbage_kept():
        pass
    assert not gc.isenabled()
