"""Which pages somebody wants, as he writes it."""

import pytest

from jxc_desktop.ui.window.printing.pages_text import BadPagesError, pages_of


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("2", (1,)),
        ("1-3", (0, 1, 2)),
        ("1–3", (0, 1, 2)),
        ("3-", (2, 3, 4)),
        ("-2", (0, 1)),
        ("1,4-5", (0, 3, 4)),
        ("１，３", (0, 2)),
        ("2 至 3", (1, 2)),
        ("4,1,4", (3, 0)),
    ],
)
def test_pages_are_named_as_people_name_them(text: str, pages: tuple[int, ...]) -> None:
    assert pages_of(text, 5) == pages


@pytest.mark.parametrize("text", ["", "0", "6", "3-2", "1-6", "a", "1,,2", "-", "1.5", "99999999999"])
def test_a_page_that_is_not_there_is_refused(text: str) -> None:
    with pytest.raises(BadPagesError):
        pages_of(text, 5)
