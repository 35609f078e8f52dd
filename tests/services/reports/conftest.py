"""The shop that the reports are asked of; nobody changes it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from jxc_desktop.services.shop import Shop
from tests.services.reports.report_shop import ReportShop
from tests.story import Story, TestClock


@pytest.fixture(scope="module")
def at(tmp_path_factory: pytest.TempPathFactory, new_shop_file: Path) -> Iterator[ReportShop]:
    """Two months of a shop, asked on 2 April."""
    copy = tmp_path_factory.mktemp("report-shop") / "shop.db"
    shutil.copyfile(new_shop_file, copy)
    clock = TestClock()
    with Shop.open(copy, clock) as shop:
        yield ReportShop(Story(shop, clock))
