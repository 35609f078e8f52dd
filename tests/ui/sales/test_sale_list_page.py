"""The list of sales, worked with the keyboard and the scanner."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jxc_desktop.models.values.accounts import CASH, HISTORY
from jxc_desktop.models.values.document_filter import DocumentFilter
from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.models.values.places import SHOP_FLOOR
from jxc_desktop.services.errors import NotAllowedError
from jxc_desktop.services.money.books import Books
from jxc_desktop.services.people.desk import SignedIn
from jxc_desktop.services.people.journal import Head
from jxc_desktop.services.sales.posting import SaleDraft, SaleLineDraft, TenderDraft, post_sales
from jxc_desktop.ui.widgets import document_list
from jxc_desktop.ui.widgets.document_keys import Mode
from tests.robots.sale_list import CONTROL, SaleList
from tests.services.sales.at_counter import alipay, cash, in_account, line, on_hand, sell, wechat
from tests.story import Story
from tests.ui.widgets.conftest import Keyboard, scanner_at

COLA = "6901234567892"
NUMBERS = ("number",)


@pytest.fixture
def shelf(story: Story, dress: Callable[..., None]) -> Story:
    """Cola at 3.00 and water at 2.00; yesterday one cola was sold, today a cola and two waters, then one water."""
    dress()
    cola, water = story.product("可乐", "3.00", (COLA,)), story.product("矿泉水", "2.00", ("6902083881405",))
    for product in (cola, water):
        story.receive(product, "10", "1.00")
    sell(story, [line(cola)], cash("5"))
    story.clock.moment = datetime(2026, 3, 3, 10, 15)
    sell(story, [line(cola), line(water, "2", "2.00")], wechat("4", "42000"), cash("5"), member="01620320")
    story.clock.go_on(minutes=10)
    sell(story, [line(water, price="2.00")], alipay("2"))
    return story


@pytest.fixture
def page(qtbot: QtBot, shelf: Story) -> Iterator[SaleList]:
    """The page over the busy shop."""
    made = SaleList(qtbot, shelf)
    yield made
    made.background.wait()


def has_rows(page: SaleList, count: int) -> bool:
    return len(page.rows(*NUMBERS)) == count


def sale_key(page: SaleList, number: str) -> int:
    found = page.shop.sales.sale_by_number(number)
    assert found is not None
    return found


def test_today_is_listed_newest_first_with_its_totals_pinned(page: SaleList) -> None:
    assert page.rows("number", "moment", "kind", "lines", "amount", "state", "paid", "member", "operator") == [
        ("XS20260303-0002", "2026-03-03 10:25", "销售", "1", "2.00", "已过账", "支付宝", "", "老板"),
        ("XS20260303-0001", "2026-03-03 10:15", "销售", "2", "7.00", "已过账", "微信+现金", "01620320", "老板"),
    ]
    assert (page.page.list.shown_total("number"), page.page.list.shown_total("amount")) == ("共 2 张", "9.00")
    assert page.title() == "零售单 2026-03-03"


def test_the_arrows_walk_through_yesterday_this_month_and_all_days(page: SaleList) -> None:
    page.listing(lambda: page.key(Qt.Key.Key_Right))
    assert (page.rows(*NUMBERS), page.title()) == ([("XS20260302-0001",)], "零售单 2026-03-02")
    page.listing(lambda: page.key(Qt.Key.Key_Right))
    assert (len(page.rows(*NUMBERS)), page.title()) == (3, "零售单 2026-03-01 至 2026-03-03")
    page.listing(lambda: page.key(Qt.Key.Key_Right))
    assert (len(page.rows(*NUMBERS)), page.title()) == (3, "零售单 全部日期")
    page.listing(lambda: page.key(Qt.Key.Key_Left))
    page.listing(lambda: page.key(Qt.Key.Key_Left))
    assert page.rows(*NUMBERS) == [("XS20260302-0001",)]


def test_typed_days_are_understood_and_what_is_no_day_is_said(page: SaleList) -> None:
    days = page.page.list.filters.days
    days.setFocus()
    page.type("3-2 3-2")
    page.listing(lambda: page.key(Qt.Key.Key_Return))
    assert (page.rows(*NUMBERS), page.title()) == ([("XS20260302-0001",)], "零售单 2026-03-02")
    days.selectAll()
    page.type("33")
    page.key(Qt.Key.Key_Return)
    assert "没看懂这个日期" in page.said()
    assert page.rows(*NUMBERS) == [("XS20260302-0001",)]


def test_typing_on_the_rows_searches_and_escape_shows_today_again(page: SaleList) -> None:
    page.type("0001")
    page.listing(lambda: page.key(Qt.Key.Key_Return))
    assert (page.rows(*NUMBERS), page.title()) == ([("XS20260303-0001",)], "零售单 2026-03-03，含“0001”")
    page.listing(lambda: page.key(Qt.Key.Key_Escape))
    assert len(page.rows(*NUMBERS)) == 2


def test_a_part_of_the_members_number_finds_his_sales(page: SaleList) -> None:
    page.key(Qt.Key.Key_F, CONTROL)
    page.type("1620")
    page.listing(lambda: page.key(Qt.Key.Key_Return))
    assert page.rows(*NUMBERS) == [("XS20260303-0001",)]


def test_where_a_filter_leaves_nothing_the_table_says_how_to_get_out(page: SaleList) -> None:
    page.type("zz")
    page.listing(lambda: page.key(Qt.Key.Key_Return))
    assert page.rows(*NUMBERS) == []
    assert page.empty_words() == ""
    assert page.page.list.table.nothing_words() == "没有符合的零售单 Esc 清除筛选"
    assert page.page.header.offered() == []


def test_returns_can_be_seen_alone_and_are_counted(page: SaleList) -> None:
    page.story.take_back(sale_key(page, "XS20260303-0001"), "1")
    page.listing(page.page.reload)
    page.listing(lambda: page.page.list.filters.kinds.choose(DocumentKind.CUSTOMER_RETURN.value))
    assert page.rows("number", "kind", "amount") == [("XT20260303-0001", "退货", "−3.00")]
    assert page.page.list.shown_total("amount") == "−3.00"


def test_more_rows_come_as_one_scrolls_and_the_totals_are_those_of_all(
    qtbot: QtBot, shelf: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document_list, "PAGE_ROWS", 20)
    for _ in range(48):
        shelf.sell(1)
    page = SaleList(qtbot, shelf)
    assert (len(page.rows(*NUMBERS)), page.page.list.shown_total("number")) == (20, "共 50 张")
    for loaded in (40, 50):
        page.key(Qt.Key.Key_End, CONTROL)
        qtbot.waitUntil(partial(has_rows, page, loaded))
    assert page.rows(*NUMBERS)[-1] == ("XS20260303-0001",)
    assert len(set(page.rows(*NUMBERS))) == 50
    page.background.wait()


def test_enter_opens_the_sale_and_escape_leads_back_to_its_row(page: SaleList) -> None:
    page.key(Qt.Key.Key_Down)
    page.key(Qt.Key.Key_Return)
    assert page.title() == "零售单 XS20260303-0001 已过账"
    assert page.lines("product", "unit", "count", "price", "net", "left") == [
        ("可乐", "瓶", "1", "3.00", "3.00", "1"),
        ("矿泉水", "瓶", "2", "2.00", "4.00", "2"),
    ]
    words = page.page.document.words()
    for fact in (
        "2026-03-03 10:15",
        "老板",
        "班次 03-02 09:00 起",
        "01620320",
        "微信 42000 4.00",
        "现金 5.00",
        "找零 2.00",
    ):
        assert fact in words
    page.key(Qt.Key.Key_Escape)
    row = page.page.list.table.current_row()
    assert page.page.mode() is Mode.LIST
    assert row is not None
    assert row.number == "XS20260303-0001"


def test_columns_without_anything_in_them_are_not_there(page: SaleList) -> None:
    page.key(Qt.Key.Key_Return)
    table = page.page.document.table
    names = [
        column.name for number, column in enumerate(table.model_of_rows().columns) if not table.isColumnHidden(number)
    ]
    assert names == ["product", "unit", "count", "price", "net", "left"]


def test_the_trail_leads_to_the_return_and_escape_back_again(page: SaleList) -> None:
    sale = sale_key(page, "XS20260303-0001")
    page.story.take_back(sale, "1")
    page.page.open_item(sale)
    assert [entry.split()[0] for entry in page.page.document.trail.words()] == ["XS20260303-0001", "XT20260303-0001"]
    page.key(Qt.Key.Key_Tab)
    page.key(Qt.Key.Key_Return)
    assert page.title() == "零售退货 XT20260303-0001 已过账"
    assert page.lines("product", "count", "net") == [("可乐", "−1", "−3.00")]
    page.key(Qt.Key.Key_Escape)
    assert page.title() == "零售单 XS20260303-0001 已过账"
    page.key(Qt.Key.Key_Escape)
    assert page.page.mode() is Mode.LIST


@pytest.mark.parametrize("opens_first", [True, False])
def test_a_receipt_is_printed_again_from_the_list_and_from_the_sale(page: SaleList, opens_first: bool) -> None:
    if opens_first:
        page.key(Qt.Key.Key_Return)
    page.key(Qt.Key.Key_P, CONTROL)
    assert page.shop.paper.waiting_count() == 1
    assert "已交给小票机补打 XS20260303-0002" in page.said()


def test_a_scanned_receipt_opens_its_sale_wherever_one_is_on_the_page(page: SaleList) -> None:
    page.scan("XS20260302-0001")
    assert page.title() == "零售单 XS20260302-0001 已过账"
    page.scan("xs20260303-0001")
    assert page.title() == "零售单 XS20260303-0001 已过账"
    page.key(Qt.Key.Key_Escape)
    assert page.page.mode() is Mode.LIST


def test_a_scanned_product_shows_only_what_holds_it(page: SaleList) -> None:
    page.listing(lambda: page.scan(COLA))
    assert (page.rows(*NUMBERS), page.title()) == ([("XS20260303-0001",)], "零售单 2026-03-03，有 可乐 的单")
    page.listing(lambda: page.key(Qt.Key.Key_Escape))
    assert len(page.rows(*NUMBERS)) == 2


def test_an_unknown_code_is_said_and_changes_nothing(page: SaleList) -> None:
    page.scan("6950000000002")
    assert "没有单号或条码是 6950000000002" in page.said()
    assert len(page.rows(*NUMBERS)) == 2


@pytest.fixture
def scanner(qapp: QApplication, page: SaleList) -> Iterator[Keyboard]:
    """A scanner at the page."""
    with scanner_at(qapp, page.page.take_scan) as made:
        yield made


@pytest.mark.parametrize("place", ["table", "search", "days"])
def test_a_scan_lands_in_no_field(page: SaleList, scanner: Keyboard, place: str) -> None:
    filters = page.page.list.filters
    {"table": page.page.list.table, "search": filters.search, "days": filters.days}[place].setFocus()
    scanner.scan("XS20260302-0001")
    assert page.title() == "零售单 XS20260302-0001 已过账"
    assert (filters.search.text(), filters.days.text()) == ("", "")


def test_a_document_can_be_opened_from_elsewhere_and_the_list_too(page: SaleList) -> None:
    page.page.open_item(sale_key(page, "XS20260302-0001"))
    assert page.title() == "零售单 XS20260302-0001 已过账"
    page.page.open_item(None)
    assert page.page.mode() is Mode.LIST


def test_a_day_is_listed_when_another_page_asks_for_it(page: SaleList) -> None:
    page.listing(lambda: page.page.open_item(date(2026, 3, 2)))
    assert page.rows(*NUMBERS) == [("XS20260302-0001",)]
    assert page.title() == "零售单 2026-03-02"


def test_a_document_that_is_not_there_is_said(page: SaleList) -> None:
    page.page.open_item(999)
    assert (page.said(), page.page.mode()) == ("找不到这张单据", Mode.LIST)


def test_a_sale_made_elsewhere_appears_and_the_chosen_row_stays(page: SaleList) -> None:
    page.key(Qt.Key.Key_Down)
    page.story.sell(1)
    page.listing(page.page.reload)
    row = page.page.list.table.current_row()
    assert row is not None
    assert (len(page.rows(*NUMBERS)), row.number) == (3, "XS20260303-0001")


def test_past_sales_are_shown_and_opened_too(page: SaleList) -> None:
    with page.story.desk.act("imports.history") as act:
        books = Books.open(act.work, act.journal)
        head = Head(
            DocumentKind.SALE, act.today, SHOP_FLOOR, 300, number="LS-7", moment="2026-03-03 08:00:00", is_history=True
        )
        draft = SaleDraft(
            head, [SaleLineDraft(1, 1000, "瓶", 1000, 30_000, 300, 300, "13")], [TenderDraft(HISTORY, 300, 300)]
        )
        post_sales(books, [draft], "imports.history")
        act.commit()
    page.listing(page.page.reload)
    assert ("LS-7", "2026-03-03 08:00", "历史结算") in page.rows("number", "moment", "paid")
    page.scan("LS-7")
    assert "来源 导入的历史" in page.page.document.words()


def test_a_shop_without_sales_says_so_and_leads_to_the_counter(
    qtbot: QtBot, story: Story, dress: Callable[..., None]
) -> None:
    dress()
    page = SaleList(qtbot, story)
    assert "还没有零售单" in page.empty_words()
    page.key(Qt.Key.Key_F9)
    assert page.shown_pages == [("sales.checkout", None)]
    page.background.wait()


def test_who_may_not_see_sales_is_told_so(page: SaleList, qtbot: QtBot) -> None:
    page.story.desk.operator = SignedIn(1, "库管", Role.STOCKKEEPER)
    page.page.reload()
    qtbot.waitUntil(lambda: "没有权限做这件事" in page.said())
    page.scan(COLA)
    page.key(Qt.Key.Key_F8)
    assert "没有权限做这件事" in page.said()


def test_undoing_asks_for_the_reason_and_the_same_key_again_does_it(page: SaleList) -> None:
    page.page.open_item(sale_key(page, "XS20260303-0001"))
    page.key(Qt.Key.Key_F7)
    assert "红冲整张单 7.00 钱退回微信+现金，库存退回" in page.said()
    page.key(Qt.Key.Key_F7)
    assert "先写原因，再按一次 F7" in page.said()
    page.type("wrong")
    page.key(Qt.Key.Key_Return)
    assert "再按一次 F7 才红冲" in page.said()
    page.key(Qt.Key.Key_F7)
    assert page.said() == "已红冲 XS20260303-0001 红冲单 XS20260303-0003"
    assert page.title() == "零售单 XS20260303-0001 已红冲"
    assert page.page.header.offered() == ["Ctrl+P"]
    mirror = page.shop.sales.sale(sale_key(page, "XS20260303-0003"))
    assert (mirror.note, on_hand(page.story, 1), in_account(page.story, CASH)) == ("wrong", "9", "3.00")


def test_a_second_press_right_after_the_first_is_no_yes(page: SaleList) -> None:
    page.page.open_item(sale_key(page, "XS20260303-0001"))
    page.key(Qt.Key.Key_F7)
    page.entry().setText("打错了")
    page.quick_key(Qt.Key.Key_F7)
    assert page.page.line.is_asking()
    assert page.title() == "零售单 XS20260303-0001 已过账"


def test_escape_undoes_nothing(page: SaleList) -> None:
    page.page.open_item(sale_key(page, "XS20260303-0001"))
    page.key(Qt.Key.Key_F7)
    page.type("wrong")
    page.key(Qt.Key.Key_Escape)
    assert (page.said(), page.title()) == ("", "零售单 XS20260303-0001 已过账")
    page.key(Qt.Key.Key_Escape)
    assert page.page.mode() is Mode.LIST


def test_a_scan_while_the_reason_is_typed_is_no_yes(page: SaleList, scanner: Keyboard) -> None:
    page.page.open_item(sale_key(page, "XS20260303-0001"))
    page.key(Qt.Key.Key_F7)
    scanner.scan(COLA)
    assert (page.entry().text(), page.title()) == ("", "零售单 XS20260303-0001 已过账")
    assert "再按一次 F7 才红冲" in page.said()


def test_undoing_is_not_offered_to_a_clerk_and_its_key_says_that_he_may_not(page: SaleList) -> None:
    page.story.desk.operator = SignedIn(1, "小王", Role.CLERK)
    page.page.open_item(sale_key(page, "XS20260303-0001"))
    assert page.page.header.offered() == ["Ctrl+P", "F8"]
    page.key(Qt.Key.Key_F7)
    assert "没有权限做这件事" in page.said()
    assert not page.page.line.is_asking()


def test_what_was_undone_is_told_apart_in_the_list(page: SaleList) -> None:
    page.shop.sales.reverse(sale_key(page, "XS20260303-0002"), "打错了")
    page.listing(page.page.reload)
    assert page.rows("number", "amount", "state")[:2] == [
        ("XS20260303-0003", "−2.00", "红冲单"),
        ("XS20260303-0002", "2.00", "已红冲"),
    ]
    assert page.page.list.shown_total("amount") == "7.00"
    assert page.shop.sales.sale_totals(DocumentFilter())[0] == 4


def test_a_day_without_sales_names_the_keys_to_other_days(page: SaleList) -> None:
    page.listing(lambda: page.page.open_item(date(2026, 2, 1)))
    assert page.page.list.table.nothing_words() == "2026-02-01 没有零售单 ← → 换日期"


def test_a_return_that_may_not_be_begun_is_refused_in_the_line(page: SaleList, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise NotAllowedError("sales.ways_of_paying")

    monkeypatch.setattr(page.shop.sales, "ways_of_paying", refuse)
    page.page.open_item(sale_key(page, "XS20260303-0001"))
    page.key(Qt.Key.Key_F8)
    assert "没有权限做这件事" in page.said()
    assert page.page.mode() is Mode.DOCUMENT
