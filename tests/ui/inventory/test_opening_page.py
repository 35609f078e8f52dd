"""期初库存: scan what lies there, say what it cost, post it with the second F9; undo it with a reason."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from jxc_desktop.models.values.permissions import Role
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.exchange.sheet_reader import read_sheet
from jxc_desktop.services.migrate_in.import_forms import ImportKind
from jxc_desktop.services.people.desk import SignedIn
from jxc_desktop.services.ports.sound import SoundKind
from jxc_desktop.ui.inventory.opening_page import Mode, OpeningPage
from jxc_desktop.ui.widgets.key_button import KeyButton
from tests.robots.desk import CONTROL, Desk
from tests.ui.inventory.conftest import COLA, OIL

Opening = Desk[OpeningPage]
BRUSH = "6901234567908"


def begin(opening: Opening) -> None:
    opening.key(Qt.Key.Key_N, CONTROL)
    assert opening.page.mode() is Mode.FORM


def post(opening: Opening) -> None:
    opening.key(Qt.Key.Key_F9)
    opening.key(Qt.Key.Key_F9)


def test_an_empty_list_says_what_belongs_here(opening: Opening) -> None:
    assert opening.page._panel.is_empty_shown()


def test_each_act_is_offered_once_with_documents_and_without(opening: Opening, goods: dict[str, int]) -> None:
    def offered() -> list[str]:
        return sorted(button.key for button in opening.page.findChildren(KeyButton) if button.isVisible())

    assert offered() == ["Ctrl+N", "Ctrl+O"]
    opening.story.open_with(goods["油"], "5", "155.00")
    opening.page.reload()
    assert not opening.page._panel.is_empty_shown()
    assert offered() == ["Ctrl+E", "Ctrl+N", "Ctrl+O"]


def test_scans_count_on_and_the_cost_written_down_with_the_product_is_proposed(opening: Opening) -> None:
    begin(opening)
    opening.scan(OIL)
    opening.type("4*")
    opening.scan(OIL)
    table = opening.page.form.table
    assert opening.sees(table, "product") == ["香满园大豆油"]
    assert opening.sees(table, "quantity") == ["5"]
    assert opening.sees(table, "cost") == ["31.00"]
    assert opening.sees(table, "amount") == ["155.00"]
    assert opening.heard.kinds == [SoundKind.GOOD, SoundKind.GOOD]
    assert QApplication.focusWidget() is opening.page.form.field


def test_goods_are_found_by_their_initials(opening: Opening) -> None:
    begin(opening)
    opening.type("xmy")
    opening.key(Qt.Key.Key_Return)
    assert opening.sees(opening.page.form.table, "product") == ["香满园大豆油"]


def test_nothing_is_in_the_books_before_the_second_f9(opening: Opening, goods: dict[str, int]) -> None:
    begin(opening)
    opening.scan(OIL)
    opening.key(Qt.Key.Key_F9)
    assert "1 种 1 件，值 31.00" in opening.page.form.line.shown_words()
    stock = opening.story.shop.inventory.stock_of(goods["油"])
    assert stock.total.quantity == Quantity(0)

    opening.key(Qt.Key.Key_F9)
    assert opening.story.shop.inventory.stock_of(goods["油"]).total.quantity == Quantity.of(1)
    assert opening.page.mode() is Mode.DOCUMENT
    assert "已过账 QC20260302-0001" in opening.page.line.shown_words()


def test_an_f9_held_down_is_not_a_yes(opening: Opening, goods: dict[str, int]) -> None:
    begin(opening)
    opening.scan(OIL)
    opening.key(Qt.Key.Key_F9)
    opening.page.form.sum_up_or_post()  # within the same moment of the clock
    assert opening.page.mode() is Mode.FORM


def test_quantity_cost_and_amount_are_typed_in_the_line(opening: Opening, goods: dict[str, int]) -> None:
    begin(opening)
    opening.scan(OIL)
    opening.key(Qt.Key.Key_F3)
    opening.type("12")
    opening.key(Qt.Key.Key_Return)
    opening.key(Qt.Key.Key_F4)
    opening.type("30.5")
    opening.key(Qt.Key.Key_Return)
    table = opening.page.form.table
    assert (opening.sees(table, "quantity"), opening.sees(table, "amount")) == (["12"], ["366.00"])
    opening.key(Qt.Key.Key_F6)
    opening.type("100")
    opening.key(Qt.Key.Key_Return)
    assert opening.sees(table, "cost") == ["8.3333"]
    post(opening)
    assert str(opening.story.shop.inventory.stock_of(goods["油"]).total.value) == "100.00"


def test_what_is_no_number_is_said_to_be_none_and_the_entry_stays(opening: Opening) -> None:
    begin(opening)
    opening.scan(OIL)
    opening.key(Qt.Key.Key_F3)
    opening.type("0")
    opening.key(Qt.Key.Key_Return)
    assert "写成数字" in opening.page.form.line.shown_words()
    assert opening.page.form.line.is_asking()
    opening.key(Qt.Key.Key_Escape)
    assert opening.sees(opening.page.form.table, "quantity") == ["1"]


def test_a_line_without_a_cost_is_not_posted_for_nothing(opening: Opening) -> None:
    brush = opening.story.product("牙刷", "5.00", (BRUSH,))
    begin(opening)
    opening.scan(BRUSH)
    post(opening)
    assert "还有 1 行没有成本" in opening.page.form.line.shown_words()
    assert opening.story.shop.inventory.stock_of(brush).total.quantity == Quantity(0)
    opening.key(Qt.Key.Key_F4)
    opening.type("0")
    opening.key(Qt.Key.Key_Return)
    post(opening)
    assert opening.story.shop.inventory.stock_of(brush).total.quantity == Quantity.of(1)


def test_goods_that_have_moved_are_a_matter_for_a_count(opening: Opening) -> None:
    begin(opening)
    opening.scan(COLA)
    assert "“可乐”已经有进出" in opening.page.form.line.shown_words()
    assert opening.sees(opening.page.form.table, "product") == []
    assert opening.heard.kinds == [SoundKind.BAD]


def test_an_unknown_code_is_said_to_be_unknown(opening: Opening) -> None:
    begin(opening)
    opening.scan("6950000000002")
    assert "没有这个条码 6950000000002" in opening.page.form.line.shown_words()


def test_delete_takes_the_chosen_line_away(opening: Opening) -> None:
    begin(opening)
    opening.story.product("牙刷", "5.00", (BRUSH,), "2.00")
    opening.scan(OIL)
    opening.scan(BRUSH)
    opening.key(Qt.Key.Key_Up)
    opening.key(Qt.Key.Key_Delete)
    assert opening.sees(opening.page.form.table, "product") == ["牙刷"]


def test_esc_does_not_throw_typed_lines_away_without_asking(opening: Opening) -> None:
    begin(opening)
    opening.scan(OIL)
    opening.key(Qt.Key.Key_Escape)
    assert "1 行还没过账" in opening.page.form.line.shown_words()
    assert not opening.page.may_leave()
    opening.key(Qt.Key.Key_Escape)
    assert opening.page.mode() is Mode.LIST
    assert opening.page.may_leave()


def test_the_day_that_is_typed_is_the_day_of_the_document(opening: Opening) -> None:
    begin(opening)
    opening.scan(OIL)
    opening.page.form.day.setFocus()
    opening.clear_and_type("2-28")
    opening.key(Qt.Key.Key_F9)
    assert "记在 2026-02-28" in opening.page.form.line.shown_words()
    opening.key(Qt.Key.Key_F9)
    assert opening.sees(opening.page.table, "day") == ["2026-02-28"]


def test_f7_asks_for_a_reason_and_f7_again_undoes_the_document(opening: Opening, goods: dict[str, int]) -> None:
    begin(opening)
    opening.scan(OIL)
    post(opening)
    opening.key(Qt.Key.Key_F7)
    opening.key(Qt.Key.Key_F7)
    assert "先写原因" in opening.page.line.shown_words()
    assert opening.story.shop.inventory.stock_of(goods["油"]).total.quantity == Quantity.of(1)

    opening.type("数错了")
    opening.key(Qt.Key.Key_Return)
    assert "再按一次 F7 才红冲" in opening.page.line.shown_words()
    opening.key(Qt.Key.Key_F7)
    assert "已红冲 QC20260302-0001" in opening.page.line.shown_words()
    assert opening.story.shop.inventory.stock_of(goods["油"]).total.quantity == Quantity(0)

    opening.key(Qt.Key.Key_Escape)
    assert opening.sees(opening.page.table, "number") == ["QC20260302-0002", "QC20260302-0001"]
    assert opening.sees(opening.page.table, "state") == ["红冲单", "已红冲"]
    assert opening.sees(opening.page.table, "note") == ["数错了", ""]


def test_esc_leaves_the_question_and_nothing_is_undone(opening: Opening) -> None:
    begin(opening)
    opening.scan(OIL)
    post(opening)
    opening.key(Qt.Key.Key_F7)
    opening.key(Qt.Key.Key_Escape)
    assert opening.page.mode() is Mode.DOCUMENT
    assert opening.page.document.shown is not None
    assert opening.page.document.shown.reversed_by == ""


def test_undoing_is_not_offered_to_who_may_not_and_its_key_says_so(opening: Opening, goods: dict[str, int]) -> None:
    document = opening.story.open_with(goods["油"], "5", "155.00")
    opening.story.desk.operator = SignedIn(1, "小李", Role.STOCKKEEPER)
    opening.page.open_item(document)
    assert "红冲" not in [button.text() for button in opening.page.findChildren(KeyButton) if button.isVisible()]
    opening.key(Qt.Key.Key_F7)
    assert "没有权限" in opening.page.line.shown_words()


def test_the_ledger_opens_a_document_by_its_key(opening: Opening, goods: dict[str, int]) -> None:
    document = opening.story.open_with(goods["油"], "5", "155.00")
    opening.page.open_item(document)
    assert opening.page.mode() is Mode.DOCUMENT
    assert opening.sees(opening.page.document.table, "cost") == ["31.00"]


def test_a_scan_at_the_list_says_what_to_do_first(opening: Opening) -> None:
    opening.scan(OIL)
    assert "先按 Ctrl+N" in opening.page.line.shown_words()


def test_ctrl_o_leads_to_where_files_of_opening_stock_come_in(opening: Opening) -> None:
    opening.key(Qt.Key.Key_O, CONTROL)
    assert opening.asked_pages == [("catalog.import", ImportKind.OPENING_STOCK)]


def test_ctrl_e_writes_the_list(opening: Opening, goods: dict[str, int], tmp_path: Path) -> None:
    opening.story.open_with(goods["油"], "5", "155.00")
    opening.page.reload()
    opening.key(Qt.Key.Key_E, CONTROL)
    opening.pick_file(tmp_path / "期初.xlsx")
    opening.wait(lambda: "已导出 期初.xlsx" in opening.page.line.shown_words())
    assert len(read_sheet(tmp_path / "期初.xlsx").rows) == 2


@pytest.mark.parametrize("key", [Qt.Key.Key_F7, Qt.Key.Key_F9])
def test_the_keys_of_a_document_do_nothing_at_the_list(opening: Opening, key: Qt.Key) -> None:
    opening.key(key)
    assert opening.page.mode() is Mode.LIST
