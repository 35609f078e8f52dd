"""A shop that speaks English, for a test."""

from collections.abc import Iterator

import pytest

from jxc_desktop.services.words import SOURCE, choose_language


@pytest.fixture
def english() -> Iterator[None]:
    """The program speaks English until the test ends."""
    choose_language("en")
    yield
    choose_language(SOURCE)
