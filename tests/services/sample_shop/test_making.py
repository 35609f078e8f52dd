"""The sample shop: made by the services, whole or not at all, and always the same."""

import sqlite3
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from jxc_desktop.models.values.document_filter import DocumentFilter
from jxc_desktop.models.values.document_state import DocumentKind, DocumentState
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.inventory.stock_list import StockFilter, StockSegment
from jxc_desktop.services.people.settings import IS_PRACTICE
from jxc_desktop.services.ports.clock import SystemClock
from jxc_desktop.services.reports.report import Asked, Period
from jxc_desktop.services.sample_shop.making import forget_sample_shop, make_sample_shop
from jxc_desktop.services.shop import Shop
from jxc_desktop.services.storage.faults import ShopFileExistsError
from jxc_desktop.services.words import choose_language
from tests.services.sample_shop.moments import AFTERNOON

SIX_WEEKS = timedelta(weeks=6)


def rows(path: Path, question: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as file:
        return list(file.execute(question))


def count(shop: Shop, kind: DocumentKind, state: DocumentState = DocumentState.POSTED) -> int:
    found = rows(shop.path, f"SELECT count(*) FROM document WHERE kind = '{kind.value}' AND state = '{state.value}'")
    (number,) = found[0]
    assert isinstance(number, int)
    return number


def test_its_books_hold(sample: Shop) -> None:
    assert sample.health.verify() == ()


def test_six_weeks_of_every_kind_of_trade_are_in_it_up_to_now(sample: Shop) -> None:
    assert count(sample, DocumentKind.SALE) > 1000
    for kind in (
        DocumentKind.GOODS_RECEIPT,
        DocumentKind.CUSTOMER_RETURN,
        DocumentKind.SUPPLIER_RETURN,
        DocumentKind.COST_CORRECTION,
        DocumentKind.COUNT,
        DocumentKind.OPENING_STOCK,
    ):
        assert count(sample, kind) >= 1, kind
    assert count(sample, DocumentKind.SALE, DocumentState.REVERSED) == 1
    days = [day for (day,) in rows(sample.path, "SELECT DISTINCT day FROM document WHERE kind = 'sale' ORDER BY day")]
    first = AFTERNOON.date() - SIX_WEEKS
    assert days == [int(f"{first + timedelta(days=number):%Y%m%d}") for number in range(43)]
    latest = rows(sample.path, "SELECT max(moment) FROM document")[0][0]
    assert isinstance(latest, str)
    assert datetime.fromisoformat(latest) <= AFTERNOON


def test_three_people_work_in_it_and_nobody_needs_a_password(sample: Shop) -> None:
    people = sample.people.operators()
    assert [card.role for card in people] == [Role.OWNER, Role.CLERK, Role.STOCKKEEPER]
    assert not any(card.has_password for card in people)
    clerks = rows(sample.path, "SELECT DISTINCT operator_id FROM document WHERE kind IN ('sale', 'goods_receipt')")
    assert sorted(clerks) == [(1,), (2,), (3,)]


def test_customers_pay_in_every_way_with_and_without_discounts(sample: Shop) -> None:
    ways = rows(sample.path, "SELECT count(DISTINCT account_id) FROM tender")
    assert ways == [(4,)]
    mixed = rows(sample.path, "SELECT count(*) FROM (SELECT 1 FROM tender GROUP BY document_id HAVING count(*) > 1)")
    change = rows(sample.path, "SELECT count(*) FROM tender WHERE tendered > kept")
    discounts = rows(sample.path, "SELECT sum(line_discount > 0), sum(ticket_discount > 0), sum(rounding_off > 0)"
                                  " FROM sale_line")  # fmt: skip
    for number in (*mixed[0], *change[0], *discounts[0]):
        assert isinstance(number, int)
        assert number > 5


def test_its_stock_has_what_a_shop_has_to_look_at(sample: Shop) -> None:
    oversold = sample.inventory.stock_list(StockFilter(only=StockSegment.NEGATIVE))
    assert [row.name for row in oversold] == ["雪糕"]
    stopped = sample.inventory.stock_list(StockFilter(only=StockSegment.INACTIVE))
    assert [row.name for row in stopped] == ["旧年历"]
    never_sold = rows(
        sample.path,
        "SELECT name FROM product WHERE id NOT IN (SELECT product_id FROM sale_line) AND is_active ORDER BY id",
    )
    assert never_sold == [("进口曲奇",), ("暖手宝",)]
    at_a_loss = rows(
        sample.path,
        "SELECT DISTINCT p.name FROM sale_line l JOIN product p ON p.id = l.product_id"
        " WHERE l.quantity > 0 AND l.net < l.cost AND l.line_discount = 0 AND l.ticket_discount = 0",
    )
    assert ("鸡蛋",) in at_a_loss


def test_a_customer_has_left_his_things_at_the_counter(sample: Shop) -> None:
    (held,) = sample.carts.held()
    assert held.note == "回家拿钱"


def test_nothing_of_it_waits_for_the_printer(sample: Shop) -> None:
    assert sample.paper.waiting_count() == 0


def test_it_says_that_it_is_no_real_shop(sample: Shop) -> None:
    assert sample.settings.read(IS_PRACTICE) == "yes"
    assert sample.go_live.is_over()


def test_its_lists_have_something_to_show(sample: Shop) -> None:
    assert sample.sales.sale_list(DocumentFilter(), limit=5)
    assert sample.purchasing.receipt_list(DocumentFilter(), limit=5)
    assert sample.inventory.opening_stock_list()


def test_the_same_moment_makes_the_same_shop(sample_file: Path, tmp_path: Path) -> None:
    make_sample_shop(tmp_path / "again.db", AFTERNOON)
    question = "SELECT hash FROM audit_entry ORDER BY id"
    hashes = rows(sample_file, question)
    assert len(hashes) > 1000
    assert rows(tmp_path / "again.db", question) == hashes


def test_on_the_first_of_a_month_early_in_the_morning_something_was_sold_today(tmp_path: Path) -> None:
    moment = datetime(2026, 5, 1, 6, 10)
    make_sample_shop(tmp_path / "a.db", moment)
    sold = rows(tmp_path / "a.db", "SELECT moment FROM document WHERE kind = 'sale' AND day = 20260501")
    assert sold
    assert max(str(at) for (at,) in sold) <= moment.isoformat()
    with Shop.open_to_verify(tmp_path / "a.db", SystemClock()) as shop:
        assert shop.health.verify() == ()


def test_in_an_english_shop_everything_is_named_in_english(tmp_path: Path) -> None:
    make_sample_shop(tmp_path / "a.db", AFTERNOON, "en")
    try:
        with Shop.open(tmp_path / "a.db", SystemClock()) as shop:
            names = [row.name for row in shop.inventory.stock_list(StockFilter(only=StockSegment.ALL), limit=100)]
            assert "Spring Water" in names
            assert all(name.isascii() for name in (*names, shop.settings.shop_name()))
    finally:
        choose_language("zh")


class EnoughError(ShopError):
    """Somebody pressed Esc."""


def test_esc_leaves_nothing_of_it(tmp_path: Path) -> None:
    def stop(done: int, _total: int) -> None:
        if done == 10:
            raise EnoughError

    with pytest.raises(EnoughError):
        make_sample_shop(tmp_path / "a.db", AFTERNOON, progress=stop)
    assert list(tmp_path.iterdir()) == []


def test_it_says_how_far_it_is(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    make_sample_shop(tmp_path / "a.db", AFTERNOON, progress=lambda done, total: told.append((done, total)))
    assert told == [(day, 43) for day in range(1, 44)]


def test_a_file_that_lies_there_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.write_text("mine")
    with pytest.raises(ShopFileExistsError):
        make_sample_shop(path, AFTERNOON)
    assert path.read_text() == "mine"


def test_a_sample_shop_can_be_forgotten_with_all_that_belongs_to_it(sample: Shop) -> None:
    path = sample.path
    sample.close()
    (path.parent / "示例店-backups").mkdir()
    assert forget_sample_shop(path)
    assert list(path.parent.iterdir()) == []


def test_a_real_shop_is_never_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "示例店.db"
    Shop.found(path, "真的店", SystemClock()).close()
    assert not forget_sample_shop(path)
    assert path.exists()


def test_goods_that_keep_only_so_long_came_in_with_their_dates(sample: Shop) -> None:
    expiring = rows(sample.path, "SELECT min(expires_on) FROM goods_receipt_line WHERE expires_on IS NOT NULL")
    (earliest,) = expiring[0]
    assert isinstance(earliest, int)
    assert date.fromisoformat(str(earliest)) > AFTERNOON.date() - SIX_WEEKS


def test_every_report_has_something_to_say(sample: Shop) -> None:
    month = Period(AFTERNOON.date().replace(day=1), AFTERNOON.date())
    cards = sample.reports.names()
    assert cards
    empty = [
        card.name
        for card in cards
        if not sample.reports.run(card.name, Asked(month if card.takes_period else None)).rows
    ]
    assert empty == []
