"""A report on paper says what the screen says."""

from datetime import date
from pathlib import Path

import pytest

from jxc_desktop.models.values.cell_words import cell_words
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.models.values.report_paper import PaperOptions, PaperTable
from jxc_desktop.services.errors import NotAllowedError, StoppedError
from jxc_desktop.services.reports.answer import Layout
from jxc_desktop.services.reports.report import Asked, Order, Period
from jxc_desktop.services.reports.report_paper import report_paper
from jxc_desktop.services.reports.reports import Reports
from tests.services.printing.a_report import page_texts
from tests.services.small_shop import SmallShop

MARCH = Asked(Period(date(2026, 3, 1), date(2026, 3, 31)))


@pytest.fixture
def reports(shop: SmallShop) -> Reports:
    return Reports(shop.desk)


def test_every_report_goes_on_paper_with_every_row_of_its_table(reports: Reports) -> None:
    for card in reports.names():
        answer = reports.run(card.name, MARCH if card.takes_period else None)
        text = "".join(page_texts(reports.paper(answer)))
        table = answer.table()
        assert card.title in text
        for row in table.rows:
            assert "".join("".join(map(cell_words, row)).split()) in text.replace("…", ""), card.name
        if table.totals is not None:
            assert text.count("".join("".join(map(cell_words, table.totals)).split())) >= 1


def test_the_columns_and_the_order_are_those_that_are_seen(reports: Reports) -> None:
    answer = reports.run("stock")
    layout = Layout(("quantity", "name"), Order("quantity", is_descending=True))
    (table, *_notes) = report_paper(answer, layout).blocks
    assert isinstance(table, PaperTable)
    assert [column.heading for column in table.columns] == ["数量", "商品名称"]
    assert [column.is_figure for column in table.columns] == [True, False]
    assert list(table.rows) == [tuple(map(cell_words, row)) for row in answer.table(layout).rows]


def test_it_says_who_asked_when_and_what_narrowed_it(reports: Reports) -> None:
    answer = reports.run("sales-by-day", MARCH)
    (page,) = page_texts(reports.paper(answer))
    assert "2026-03-01至2026-03-31" in page
    assert f"制表{answer.made_by}{answer.made_at:%Y-%m-%d%H:%M}" in page


def test_the_same_answer_is_the_same_paper_and_the_same_file(reports: Reports, tmp_path: Path) -> None:
    answer = reports.run("stock")
    assert reports.paper(answer) == reports.paper(answer)
    reports.write(answer, tmp_path / "stock.PDF")
    assert (tmp_path / "stock.PDF").read_bytes() == reports.paper(answer)
    assert reports.paper(answer, options=PaperOptions(is_black_only=True)) != reports.paper(answer)


def test_a_clerk_gets_no_paper_of_a_report(shop: SmallShop) -> None:
    answer = Reports(shop.desk).run("stock")
    with pytest.raises(NotAllowedError):
        Reports(shop.desk_of(Role.CLERK)).paper(answer)


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_long_work_says_how_far_it_is_and_when_stopped_leaves_no_file(
    reports: Reports, tmp_path: Path, ending: str
) -> None:
    told: list[tuple[int, int]] = []
    answer = reports.run("stock")
    reports.write(answer, tmp_path / f"whole{ending}", told=lambda done, total: told.append((done, total)))
    assert told[0] == (0, len(answer.rows))

    def stop(_done: int, _total: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        reports.write(answer, tmp_path / f"half{ending}", told=stop)
    assert [path.name for path in tmp_path.iterdir()] == [f"whole{ending}"]
