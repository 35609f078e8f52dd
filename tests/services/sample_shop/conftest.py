"""A sample shop, made once."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from jxc_desktop.services.sample_shop.making import make_sample_shop
from jxc_desktop.services.shop import Shop
from tests.services.sample_shop.moments import AFTERNOON
from tests.story import TestClock


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """As it is made, to be copied."""
    path = tmp_path_factory.mktemp("sample") / "示例店.db"
    make_sample_shop(path, AFTERNOON)
    return path


@pytest.fixture
def sample(tmp_path: Path, sample_file: Path) -> Iterator[Shop]:
    """A copy, with its owner at the desk."""
    copy = tmp_path / "示例店.db"
    shutil.copyfile(sample_file, copy)
    with Shop.open(copy, TestClock(AFTERNOON)) as shop:
        yield shop
