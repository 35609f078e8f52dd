"""What every test may ask for."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from jxc_desktop.services.shop import Shop
from tests.story import Story, TestClock, found_story

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real data beside the project; tests that need it skip where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the folder of real shop data is not beside the project")
    return SHARED


@pytest.fixture(scope="session")
def new_shop_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shop file nobody has traded with, to be copied."""
    folder = tmp_path_factory.mktemp("new-shop")
    found_story(folder).shop.close()
    return folder / "shop.db"


@pytest.fixture
def story(tmp_path: Path, new_shop_file: Path) -> Iterator[Story]:
    """A shop to trade with."""
    copy = tmp_path / "shop.db"
    shutil.copyfile(new_shop_file, copy)
    clock = TestClock()
    with Shop.open(copy, clock) as shop:
        yield Story(shop, clock)
