"""A shop that many tests ask and none of them changes."""

from collections.abc import Iterator

import pytest

from tests.services.small_shop import SmallShop


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmallShop]:
    """A small shop after a week of trade."""
    made = SmallShop.after_a_week(tmp_path_factory.mktemp("shop"))
    yield made
    made.close()
