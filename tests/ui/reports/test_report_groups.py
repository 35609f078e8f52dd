"""Which reports stand on which page."""

from jxc_desktop.ui.reports.report_groups import GROUPS, group_of
from tests.story import Story

MOST_PAGES = 9


def test_every_report_stands_on_exactly_one_page(story: Story) -> None:
    on_pages = [name for group in GROUPS for name, _word in group.reports]
    assert sorted(on_pages) == sorted(card.name for card in story.shop.reports.names())


def test_every_page_of_the_tab_has_a_digit() -> None:
    assert len(GROUPS) + 2 <= MOST_PAGES  # the month and the list of all


def test_a_report_is_found_by_its_name() -> None:
    group = group_of("stock")
    assert group is not None
    assert "stock" in dict(group.reports)
    assert group_of("nothing") is None
