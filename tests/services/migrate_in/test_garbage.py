import gc

import pytest

from jxc_desktop.services.migrate_in.garbage import garbage_kept


def test_garbage_is_looked_for_again_after_an_import_that_failed() -> None:
    with pytest.raises(ZeroDivisionError), garbage_kept():
        assert 1 / gc.isenabled()
    assert gc.isenabled()


def test_whoever_had_switched_it_off_finds_it_switched_off() -> None:
    gc.disable()
    try:
        with garbage_kept():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
