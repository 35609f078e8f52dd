"""One traded shop for all tests of a session: they undo what they do to it."""

from collections.abc import Iterator

import pytest

from tests.services.health.traded_shop import TradedShop, trade


@pytest.fixture(scope="session")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TradedShop]:
    shop = trade(tmp_path_factory.mktemp("traded") / "shop.db")
    yield shop
    shop.close()
