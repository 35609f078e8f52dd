"""What of a line has come back, and in which unit a part of it is written."""

import pytest
from sqlalchemy import select

from jxc_desktop.models.records import SaleLine
from jxc_desktop.services.people.lines_back import WrittenUnit, back_so_far, unit_of_part
from jxc_desktop.services.storage.tables import table_of
from tests.story import Story

CASE = WrittenUnit("箱", 24_000, 500_000)


def test_what_came_back_is_added_up_line_by_line(story: Story) -> None:
    cola = story.product()
    sale = story.sell(cola, "5").document_id
    story.sell(cola, "5")
    story.take_back(sale, "1")
    story.take_back(sale, "2")
    back = [back_so_far(table_of(SaleLine), name) for name in ("quantity", "net")]
    with story.desk.storage.reading() as books:
        first, other, *_ = books.connection.execute(select(*back).select_from(SaleLine).order_by(SaleLine.id)).all()
    assert [[str(of) for of in row] for row in (first, other)] == [["3", "9.00"], ["0", "0.00"]]


@pytest.mark.parametrize(
    ("part", "unit"),
    [
        (24_000, ("箱", 24_000, 500_000)),
        (36_000, ("箱", 24_000, 500_000)),
        (3_000, ("瓶", 1_000, 20_833)),
    ],
)
def test_whole_cases_and_the_whole_line_stay_cases_and_three_bottles_are_bottles(
    part: int, unit: tuple[str, int, int]
) -> None:
    assert unit_of_part(part, 36_000, CASE, "瓶") == unit


def test_half_a_kilo_of_what_is_sold_by_the_kilo_stays_in_kilos() -> None:
    kilo = WrittenUnit("kg", 1_000, 99_600)
    assert unit_of_part(500, 2_000, kilo, "kg") == kilo
