from datetime import date
from pathlib import Path

import pytest

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.errors import InvalidInputError, NotAllowedError, NotFoundError, StoppedError
from jxc_desktop.services.exchange.faults import TableKindError
from jxc_desktop.services.exchange.sheet_reader import read_sheet
from jxc_desktop.services.reports.report import Asked, Period
from jxc_desktop.services.reports.reports import Reports
from jxc_desktop.services.storage import unit_of_work
from jxc_desktop.services.words.refusals import refusal
from tests.services.small_shop import SmallShop

MARCH = Asked(Period(date(2026, 3, 1), date(2026, 3, 31)))


@pytest.fixture
def reports(shop: SmallShop) -> Reports:
    return Reports(shop.desk)


def test_every_report_is_named_and_says_whether_it_wants_dates(reports: Reports) -> None:
    cards = {card.name: card.title for card in reports.names()}
    assert cards == {
        "sales-by-day": "销售日报",
        "sales-by-product": "商品销售",
        "sales-lines": "销售明细",
        "profit-by-product": "商品毛利",
        "profit-by-category": "类别毛利",
        "profit-by-document": "单据毛利",
        "best-sellers": "畅销排行",
        "slow-sellers": "滞销商品",
        "purchase-lines": "进货明细",
        "purchases-by-product": "商品进货",
        "purchases-by-supplier": "供应商进货",
        "stock-movements": "收发存汇总",
        "stock": "库存余额",
        "stock-ledger": "库存流水",
    }
    assert [card.name for card in reports.names() if not card.takes_period] == ["stock"]


def test_every_report_has_one_cell_a_column_in_every_row_and_in_the_totals(reports: Reports) -> None:
    for card in reports.names():
        table = reports.run(card.name, MARCH if card.takes_period else None).table()
        assert table.title == card.title
        assert table.totals is not None
        assert {len(row) for row in [*table.rows, table.totals]} == {len(table.columns)}


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".CSV"])
def test_the_file_says_what_the_screen_says(reports: Reports, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"days{ending}"
    answer = reports.run("sales-by-day", MARCH)
    reports.write(answer, path)
    table = answer.table()
    on_screen = [(str(row[0]), row[3]) for row in (*table.rows, table.totals or ())]
    assert [(row[0], Money.parse(row[3])) for row in read_sheet(path).rows[1:]] == on_screen


@pytest.mark.parametrize("ending", [".doc", ".txt", ""])
def test_a_file_of_another_kind_is_refused_with_the_kinds_there_are(
    reports: Reports, tmp_path: Path, ending: str
) -> None:
    with pytest.raises(TableKindError) as refusal:
        reports.write(reports.run("stock"), tmp_path / f"stock{ending}")
    assert refusal.value.possible == (".csv", ".xlsx", ".pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_report_that_is_not_there_is_said_to_be_missing(reports: Reports) -> None:
    with pytest.raises(NotFoundError) as refusal:
        reports.run("profit")
    assert (refusal.value.kind, refusal.value.name) == ("report", "profit")


@pytest.mark.parametrize(
    ("name", "asked", "reason"), [("sales-by-day", Asked(), "missing"), ("stock", MARCH, "not_taken")]
)
def test_dates_are_asked_for_where_they_are_needed_and_refused_where_not(
    reports: Reports, name: str, asked: Asked, reason: str
) -> None:
    with pytest.raises(InvalidInputError) as refusal:
        reports.run(name, asked)
    assert (refusal.value.field, refusal.value.reason) == ("period", reason)


def test_a_long_question_can_be_stopped_and_the_next_one_is_answered(
    reports: Reports, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unit_of_work, "STEPS_BETWEEN_LOOKS", 10)
    looks = []

    def stopped() -> bool:
        looks.append(1)
        return len(looks) > 3

    with pytest.raises(StoppedError):
        reports.run("stock-movements", MARCH, stopped)
    with pytest.raises(StoppedError):
        reports.month(date(2026, 3, 1), stopped)
    assert refusal(StoppedError()).line == "已经停下，什么都没有改"
    assert reports.run("stock-movements", MARCH, lambda: False).rows
    assert reports.run("stock-movements", MARCH).rows
    assert len(looks) == 5


def test_a_clerk_sees_no_report_and_gets_no_file(shop: SmallShop, tmp_path: Path) -> None:
    for_owner, for_clerk = Reports(shop.desk), Reports(shop.desk_of(Role.CLERK))
    with pytest.raises(NotAllowedError):
        for_clerk.run("stock")
    with pytest.raises(NotAllowedError):
        for_clerk.write(for_owner.run("stock"), tmp_path / "stock.csv")
    assert list(tmp_path.iterdir()) == []


def test_the_same_books_give_the_same_file(reports: Reports, tmp_path: Path) -> None:
    for name in ("a.csv", "b.csv", "a.xlsx", "b.xlsx"):
        reports.write(reports.run("stock"), tmp_path / name)
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
