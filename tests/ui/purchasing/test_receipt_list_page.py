"""The list of goods receipts, worked with the keyboard and the scanner."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from jxc_desktop.models.values.accounts import CASH
from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.people.desk import SignedIn
from jxc_desktop.services.ports.sound import SoundKind
from jxc_desktop.ui.widgets.document_keys import Mode
from tests.robots.counter import part_of
from tests.robots.document_list import CONTROL
from tests.robots.receipt_list import ReceiptList
from tests.services.purchasing.books_of import in_account, owed_by
from tests.services.sales.at_counter import on_hand
from tests.story import Story
from tests.ui.purchasing.receipt_store import (
    BOTH_GOODS,
    COLA,
    FOR_CASH,
    at_receipts,
    open_document,
)
from tests.ui.widgets.conftest import Keyboard, scanner_at

NUMBERS = ("number",)


@pytest.fixture
def page(qtbot: QtBot, story: Story, dress: Callable[..., None]) -> Iterator[ReceiptList]:
    """The page over the shop."""
    yield from at_receipts(qtbot, story, dress)


@pytest.fixture
def scanner(qapp: QApplication, page: ReceiptList) -> Iterator[Keyboard]:
    """A scanner at the page."""
    with scanner_at(qapp, page.page.take_scan) as made:
        yield made


def test_this_month_is_listed_newest_first_with_its_totals_pinned(page: ReceiptList) -> None:
    names = ("number", "day", "kind", "supplier", "products", "quantity", "amount", "state", "paid", "operator")
    assert page.rows(*names) == [
        (FOR_CASH, "2026-03-03", "入库", "城北饮料", "1", "6", "6.60", "已过账", "现金", "老板"),
        (BOTH_GOODS, "2026-03-02", "入库", "城南批发", "2", "30", "40.00", "已过账", "欠款", "老板"),
    ]
    totals = [page.page.list.shown_total(name) for name in ("number", "products", "quantity", "amount")]
    assert totals == ["共 2 张", "3", "36", "46.60"]
    assert page.title() == "采购入库单 2026-03-01 至 2026-03-03"


def test_the_arrow_shows_all_days_and_escape_this_month_again(page: ReceiptList) -> None:
    page.listing(lambda: page.key(Qt.Key.Key_Right))
    assert page.rows(*NUMBERS)[-1] == ("CGRK20260220-0001",)
    page.listing(lambda: page.key(Qt.Key.Key_Escape))
    assert len(page.rows(*NUMBERS)) == 2


@pytest.mark.parametrize(
    ("typed", "found"), [("cbyl", [FOR_CASH]), ("kl", [BOTH_GOODS]), ("0302", [BOTH_GOODS]), ("zz", [])]
)
def test_typing_finds_by_supplier_product_and_number(page: ReceiptList, typed: str, found: list[str]) -> None:
    page.type(typed)
    page.listing(lambda: page.key(Qt.Key.Key_Return))
    assert [number for (number,) in page.rows(*NUMBERS)] == found


def test_returns_can_be_seen_alone(page: ReceiptList) -> None:
    receipt = page.shop.purchasing.receipt_by_number(BOTH_GOODS)
    assert receipt is not None
    page.story.send_back(receipt, "4")
    page.listing(page.page.reload)
    page.listing(lambda: page.page.list.filters.kinds.choose(DocumentKind.SUPPLIER_RETURN.value))
    assert page.rows("number", "kind", "quantity", "amount", "paid") == [
        ("CGTH20260303-0001", "退货", "−4", "−8.00", "冲欠款")
    ]


def test_a_supplier_can_be_asked_for_from_elsewhere_whatever_the_days(page: ReceiptList) -> None:
    page.listing(lambda: page.page.open_item("城南批发"))
    assert page.rows(*NUMBERS) == [(BOTH_GOODS,), ("CGRK20260220-0001",)]
    assert page.title() == "采购入库单 全部日期，含“城南批发”"


def test_enter_opens_the_receipt_and_escape_leads_back_to_its_row(page: ReceiptList) -> None:
    page.key(Qt.Key.Key_Down)
    page.key(Qt.Key.Key_Return)
    assert page.title() == f"采购入库 {BOTH_GOODS} 已过账"
    assert page.lines("product", "unit", "count", "price", "amount", "expires", "lot", "left") == [
        ("可乐", "瓶", "10", "2.00", "20.00", "", "", "10"),
        ("矿泉水", "瓶", "20", "1.00", "20.00", "2027-01-31", "L7", "20"),
    ]
    for fact in ("供应商 城南批发", "日期 2026-03-02", "经手 老板", "结算 欠款", "备注 后门卸货", "入库金额 40.00"):
        assert fact in page.page.document.words()
    totals = [page.page.document.shown_total(name) for name in ("product", "count", "amount")]
    assert totals == ["共 2 种", "30", "40.00"]
    page.key(Qt.Key.Key_Escape)
    row = page.page.list.table.current_row()
    assert row is not None
    assert (page.page.mode(), row.number) == (Mode.LIST, BOTH_GOODS)


def test_columns_without_anything_in_them_are_not_there(page: ReceiptList) -> None:
    page.key(Qt.Key.Key_Return)
    table = page.page.document.table
    columns = table.model_of_rows().columns
    shown = [column.name for number, column in enumerate(columns) if not table.isColumnHidden(number)]
    assert shown == ["product", "unit", "count", "price", "amount", "left"]


def test_a_scanned_product_shows_only_what_holds_it_and_a_number_opens_its_receipt(page: ReceiptList) -> None:
    page.listing(lambda: page.scan(COLA))
    assert (page.rows(*NUMBERS), page.title()) == ([(BOTH_GOODS,)], "采购入库单 2026-03-01 至 2026-03-03，有 可乐 的单")
    page.scan("cgrk20260220-0001")
    assert page.title() == "采购入库 CGRK20260220-0001 已过账"
    page.scan("6950000000002")
    assert "没有单号或条码是 6950000000002" in page.said()


def test_an_empty_shop_says_what_to_do_and_f9_does_it(qtbot: QtBot, story: Story, dress: Callable[..., None]) -> None:
    dress()
    page = ReceiptList(qtbot, story)
    assert "还没有采购入库单" in page.empty_words()
    assert page.page.header.offered() == []
    page.key(Qt.Key.Key_F9)
    assert page.shown_pages == [("purchasing.receive", None)]
    page.background.wait()


def test_a_new_delivery_is_begun_from_the_list(page: ReceiptList) -> None:
    assert page.page.header.offered() == ["F8", "Ctrl+E", "Ctrl+N"]
    page.key(Qt.Key.Key_N, CONTROL)
    assert page.shown_pages == [("purchasing.receive", None)]


def test_what_is_listed_is_written_to_a_file(page: ReceiptList, qtbot: QtBot, tmp_path: Path) -> None:
    page.listing(lambda: page.scan(COLA))
    page.key(Qt.Key.Key_E, CONTROL)
    dialog = part_of(page.page, QFileDialog)
    part_of(dialog, QLineEdit).setText(str(tmp_path / "入库.csv"))
    dialog.accept()
    qtbot.waitUntil(lambda: "已导出 入库.csv" in page.said())
    written = (tmp_path / "入库.csv").read_text(encoding="utf-8-sig")
    assert BOTH_GOODS in written
    assert FOR_CASH not in written


# 红冲


def test_undoing_asks_for_the_reason_and_the_same_key_again_takes_the_goods_out(page: ReceiptList) -> None:
    open_document(page, BOTH_GOODS)
    page.key(Qt.Key.Key_F7)
    assert "红冲整张入库单 40.00 货从库存拿掉，欠款减掉；原因" in page.said()
    page.key(Qt.Key.Key_F7)
    assert "先写原因，再按一次 F7" in page.said()
    page.type("wrong")
    page.key(Qt.Key.Key_Return)
    assert "再按一次 F7 才红冲" in page.said()
    page.key(Qt.Key.Key_F7)
    assert page.said() == f"已红冲 {BOTH_GOODS} 红冲单 CGRK20260303-0002"
    assert page.title() == f"采购入库 {BOTH_GOODS} 已红冲"
    assert page.page.header.offered() == []
    assert (on_hand(page.story, 1), on_hand(page.story, 2)) == ("5", "6")
    assert owed_by(page.story, page.story.supplier("城南批发")) == "-9.00"
    assert page.shop.health.verify() == ()


def test_undoing_what_was_paid_brings_the_money_back(page: ReceiptList) -> None:
    open_document(page, FOR_CASH)
    page.key(Qt.Key.Key_F7)
    assert "钱退回现金" in page.said()
    page.type("wrong")
    page.key(Qt.Key.Key_F7)
    assert (on_hand(page.story, 2), in_account(page.story, CASH)) == ("20", "0.00")


def test_a_receipt_whose_goods_are_sold_stays_and_the_line_names_them(page: ReceiptList) -> None:
    page.story.sell(1, "12")
    open_document(page, BOTH_GOODS)
    page.key(Qt.Key.Key_F7)
    page.type("wrong")
    page.key(Qt.Key.Key_F7)
    assert page.said() == "货已经不全了：可乐 改用价格调整"
    assert (page.title(), on_hand(page.story, 1)) == (f"采购入库 {BOTH_GOODS} 已过账", "3")
    assert page.heard.kinds[-1] is SoundKind.BAD


def test_neither_what_was_undone_nor_its_mirror_is_undone_again(page: ReceiptList) -> None:
    mirror = page.shop.purchasing.reverse(open_document(page, FOR_CASH), "打错了")
    page.page.reload()
    page.key(Qt.Key.Key_F7)
    assert page.said() == "这张单已经被 CGRK20260303-0002 红冲"
    page.page.open_item(mirror)
    page.key(Qt.Key.Key_F7)
    assert page.said() == "这是红冲单，不能再红冲"
    assert page.title() == "采购入库 CGRK20260303-0002 红冲单"


def test_a_stockkeeper_may_neither_undo_nor_correct(page: ReceiptList) -> None:
    page.story.desk.operator = SignedIn(1, "小张", Role.STOCKKEEPER)
    open_document(page, BOTH_GOODS)
    assert page.page.header.offered() == ["F8"]
    page.key(Qt.Key.Key_F7)
    assert "没有权限做这件事" in page.said()
    page.key(Qt.Key.Key_F3)
    assert page.said() == "只有店主能给没红冲的入库单加运费改价"
    assert not page.page.line.is_asking()


def test_a_clerk_sees_no_receipt(page: ReceiptList, qtbot: QtBot) -> None:
    page.story.desk.operator = SignedIn(1, "小王", Role.CLERK)
    page.page.reload()
    qtbot.waitUntil(lambda: "没有权限做这件事" in page.said())


# 加运费改价


def test_freight_is_added_to_the_chosen_line_and_stands_in_the_trail(page: ReceiptList) -> None:
    open_document(page, BOTH_GOODS)
    page.key(Qt.Key.Key_Down)
    page.key(Qt.Key.Key_F3)
    assert "加运费改价 矿泉水 的成本加 元，减钱写 -" in page.said()
    page.type("2.60")
    page.key(Qt.Key.Key_Return)
    assert "矿泉水 +2.60 欠供应商多 2.60；说明" in page.said()
    assert page.entry().text() == "运费"
    page.key(Qt.Key.Key_Return)
    assert "再按一次 F3 才记账" in page.said()
    page.key(Qt.Key.Key_F3)
    assert page.said() == "已记成本调整 矿泉水 +2.60"
    # 20 at 1.00, 6 at 1.10 and 2.60 of freight: 26 for 29.20.
    assert page.story.cost_state(2) == (26_000, 29_200_000)
    assert owed_by(page.story, page.story.supplier("城南批发")) == "-51.60"
    assert "成本调整 2.60; 净额 42.60" in page.page.document.words()
    assert "成本调整 运费" in " ".join(page.page.document.trail.words()[1].split())
    assert page.shop.health.verify() == ()
    page.key(Qt.Key.Key_Tab)
    page.key(Qt.Key.Key_Return)
    assert page.said() == "CBTZ20260303-0001 是成本调整 2.60，没有单独的页面"


def test_a_price_is_corrected_downwards(page: ReceiptList) -> None:
    open_document(page, BOTH_GOODS)
    page.key(Qt.Key.Key_F3)
    page.type("-3")
    page.key(Qt.Key.Key_F3)
    assert "可乐 −3.00 欠供应商少 3.00；说明" in page.said()
    page.quick_key(Qt.Key.Key_F3)
    assert page.page.line.is_asking()
    page.key(Qt.Key.Key_F3)
    assert page.said() == "已记成本调整 可乐 −3.00"
    assert owed_by(page.story, page.story.supplier("城南批发")) == "-46.00"


@pytest.mark.parametrize("typed", ["", "0", "1.234"])
def test_no_amount_is_no_correction_and_escape_leaves_everything(page: ReceiptList, typed: str) -> None:
    open_document(page, BOTH_GOODS)
    page.key(Qt.Key.Key_F3)
    page.type(typed)
    page.key(Qt.Key.Key_Return)
    assert "写加多少钱" in page.said()
    page.key(Qt.Key.Key_Escape)
    assert (page.said(), page.page.line.is_asking()) == ("", False)
    assert page.shop.purchasing.trail(1) == []


@pytest.mark.parametrize(
    ("key", "words"), [(Qt.Key.Key_F3, "先写金额"), (Qt.Key.Key_F7, "再按一次 F7 才红冲")], ids=["freight", "undo"]
)
def test_a_scan_answers_no_question(page: ReceiptList, scanner: Keyboard, key: Qt.Key, words: str) -> None:
    open_document(page, BOTH_GOODS)
    page.key(key)
    scanner.scan(COLA)
    assert (page.entry().text(), page.page.mode()) == ("", Mode.DOCUMENT)
    assert words in page.said()
