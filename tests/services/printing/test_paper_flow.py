"""What stands on which page."""

from jxc_desktop.services.printing.paper_flow import GAP, PaperFlow
from jxc_desktop.services.printing.paper_pen import PaperPen


def nothing(_pen: PaperPen, _top: float) -> None:
    """Draws nothing."""


def tops(flow: PaperFlow) -> list[list[float]]:
    return [[top for top, _draw in page] for page in flow.pages]


def test_parts_stand_below_each_other_with_a_gap_and_go_on_at_the_next_page() -> None:
    flow = PaperFlow(100, 50, 400)
    for _part in range(3):
        flow.place(140, nothing)
    assert tops(flow) == [[100, 240 + GAP], [50]]


def test_a_part_taller_than_a_page_does_not_leave_an_empty_one_before_it() -> None:
    flow = PaperFlow(100, 50, 400)
    flow.place(900, nothing)
    flow.place(10, nothing)
    assert [len(page) for page in tops(flow)] == [1, 1]


def test_a_break_is_one_only_where_most_of_the_page_is_full() -> None:
    flow = PaperFlow(100, 50, 400)
    flow.break_page()
    flow.place(20, nothing)
    flow.break_page()
    assert len(flow.pages) == 1
    flow.place(200, nothing)
    flow.break_page()
    assert len(flow.pages) == 2
