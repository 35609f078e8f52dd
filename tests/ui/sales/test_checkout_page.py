"""The counter, worked with the keyboard as a clerk does."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jxc_desktop.models.values.document_filter import DocumentFilter
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.ports.sound import SoundKind
from jxc_desktop.ui.look.type_scale import ANSWER, BODY, text_width
from jxc_desktop.ui.sales.cart_model import cart_columns
from jxc_desktop.ui.widgets.columns import cell_inset
from tests.robots.counter import COLA, TEA, TYPING_MS, UNKNOWN, WECHAT_CODE, Counter

LONG_AGO_MS = 10_000


def test_each_scan_is_one_piece_more(counter: Counter) -> None:
    for code in (COLA, TEA, COLA):
        counter.scan(code)
    assert counter.rows() == [("可乐", "2", "3.00", "6.00"), ("红茶", "1", "4.50", "4.50")]


def test_a_typed_number_and_star_multiplies_the_next_scan_only(counter: Counter) -> None:
    counter.type("12*")
    counter.scan(COLA)
    counter.scan(TEA)
    assert [row[:2] for row in counter.rows()] == [("可乐", "12"), ("红茶", "1")]


def test_a_thousand_scans_are_a_thousand_pieces(counter: Counter) -> None:
    for number in range(1_000):
        counter.scan((COLA, TEA)[number % 2])
    assert [row[1] for row in counter.rows()] == ["500", "500"]


def test_an_unknown_code_is_a_red_row_and_the_next_scan_goes_on(counter: Counter) -> None:
    counter.scan(UNKNOWN)
    assert "没有这个条码" in counter.said()
    assert counter.heard.kinds == [SoundKind.BAD]
    counter.scan(UNKNOWN)
    counter.scan(COLA)
    assert [row[:2] for row in counter.rows()] == [("未识别", "2"), ("可乐", "1")]


def test_paying_warns_of_red_rows_and_leaves_them_out_when_pressed_again(counter: Counter) -> None:
    counter.scan(COLA)
    counter.scan(UNKNOWN)
    counter.key(Qt.Key.Key_F9)
    assert counter.dialog() is None
    assert "未识别" in counter.said()
    counter.pay(Qt.Key.Key_1)
    sale = counter.shop.sales.last_sale()
    assert sale is not None
    assert (sale.row.amount, UNKNOWN in sale.note) == (Money(300), True)


def test_cash_gives_change_and_the_counter_is_ready_for_the_next_customer(counter: Counter) -> None:
    counter.scan(COLA)
    counter.pay(Qt.Key.Key_1, amount="10")
    assert counter.rows() == []
    assert "找零 7.00" in counter.said()
    assert counter.heard.kinds[-1] is SoundKind.DONE
    sale = counter.shop.sales.last_sale()
    assert sale is not None
    assert (sale.row.amount, sale.change) == (Money(300), Money(700))


def test_the_cart_is_sold_once_however_often_enter_is_pressed(counter: Counter) -> None:
    counter.scan(COLA)
    counter.pay(Qt.Key.Key_1)
    for _ in range(3):
        counter.key(Qt.Key.Key_Return)
    assert len(counter.shop.sales.sale_list(DocumentFilter())) == 1


def test_quantity_is_typed_in_the_line_and_a_scan_meanwhile_is_its_own_row(counter: Counter) -> None:
    counter.scan(COLA)
    counter.key(Qt.Key.Key_F3)
    counter.scan(TEA)
    counter.type("7")
    counter.key(Qt.Key.Key_Return)
    assert [row[:2] for row in counter.rows()] == [("可乐", "7"), ("红茶", "1")]


def test_nine_is_ten_percent_off(counter: Counter) -> None:
    counter.scan(COLA)
    counter.key(Qt.Key.Key_F5)
    counter.type("9")
    counter.key(Qt.Key.Key_Return)
    assert counter.rows() == [("可乐", "1", "3.00", "2.70")]


def test_goods_without_a_code_are_found_by_their_initials(counter: Counter) -> None:
    counter.type("kl")
    counter.key(Qt.Key.Key_Return)
    assert counter.rows() == [("可乐", "1", "3.00", "3.00")]


def with_many_drinks(counter: Counter) -> None:
    for number in range(1, 10):
        counter.story.product(f"汽水{number}", "2.00", (f"690000000012{number}",))


def test_enter_bounced_on_a_number_shows_what_fits_and_takes_nothing(counter: Counter) -> None:
    with_many_drinks(counter)
    counter.type("12")
    for _ in range(3):
        counter.key(Qt.Key.Key_Return)
        counter.now_ms += 20
    assert (len(counter.offered()), counter.rows()) == (8, [])
    counter.now_ms += 300
    counter.key(Qt.Key.Key_Return)
    assert len(counter.rows()) == 1


def test_enter_before_anybody_saw_the_list_takes_nothing(counter: Counter) -> None:
    with_many_drinks(counter)
    counter.type("q")
    counter.now_ms -= TYPING_MS
    counter.key(Qt.Key.Key_S)
    counter.key(Qt.Key.Key_Return)
    assert (len(counter.offered()), counter.rows()) == (8, [])


def test_enter_bounced_on_the_only_goods_that_fit_does_not_go_on_to_the_money(counter: Counter) -> None:
    counter.type("kl")
    for _ in range(2):
        counter.key(Qt.Key.Key_Return)
        counter.now_ms += 20
    assert (counter.dialog(), counter.names()) == (None, ["可乐"])


def test_an_enter_right_after_a_scan_belongs_to_the_scan(counter: Counter) -> None:
    counter.page.take_scan(COLA)
    counter.key(Qt.Key.Key_Return)
    assert counter.dialog() is None
    counter.now_ms += LONG_AGO_MS
    counter.key(Qt.Key.Key_Return)
    assert counter.dialog() is not None


def test_goods_scanned_while_paying_open_the_next_cart(counter: Counter) -> None:
    counter.scan(COLA)
    counter.key(Qt.Key.Key_F9)
    counter.key(Qt.Key.Key_1)
    counter.scan(TEA)
    dialog = counter.dialog()
    assert dialog is not None
    assert "又扫了 1 件" in dialog.said()
    counter.key(Qt.Key.Key_Return)
    assert counter.dialog() is not None
    counter.key(Qt.Key.Key_Return)
    counter.qtbot.waitUntil(lambda: counter.dialog() is None)
    assert [row[0] for row in counter.rows()] == ["红茶"]


def test_goods_scanned_while_paying_join_the_cart_when_one_goes_back(counter: Counter) -> None:
    counter.scan(COLA)
    counter.key(Qt.Key.Key_F9)
    counter.scan(TEA)
    counter.key(Qt.Key.Key_Escape)
    counter.qtbot.waitUntil(lambda: counter.dialog() is None)
    assert [row[0] for row in counter.rows()] == ["可乐", "红茶"]


def test_a_payment_code_chooses_its_tender(counter: Counter) -> None:
    counter.scan(COLA)
    counter.scan(WECHAT_CODE)
    assert [row[0] for row in counter.rows()] == ["可乐"]
    counter.pay()
    sale = counter.shop.sales.last_sale()
    assert sale is not None
    assert [(tender.account, tender.reference) for tender in sale.tenders] == [("微信", WECHAT_CODE)]


def test_a_cart_on_hold_comes_back(counter: Counter) -> None:
    counter.scan(COLA)
    counter.key(Qt.Key.Key_F6)
    counter.key(Qt.Key.Key_Return)
    assert counter.rows() == []
    counter.key(Qt.Key.Key_F7)
    counter.key(Qt.Key.Key_Return)
    assert [row[0] for row in counter.rows()] == ["可乐"]


def test_a_cart_survives_the_end_of_the_program(counter: Counter, qtbot: QtBot) -> None:
    counter.scan(COLA)
    counter.page.may_leave()
    counter.background.wait()
    again = Counter(qtbot, counter.story)
    assert [row[0] for row in again.rows()] == ["可乐"]
    again.background.wait()


def test_the_whole_cart_goes_only_when_asked_twice(counter: Counter) -> None:
    counter.scan(COLA)
    counter.key(Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert len(counter.rows()) == 1
    counter.now_ms += 500
    counter.key(Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert counter.rows() == []


def test_the_last_receipt_is_printed_again(counter: Counter) -> None:
    counter.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert "没有小票" in counter.said()
    counter.scan(COLA)
    counter.pay(Qt.Key.Key_1)
    before = counter.shop.paper.waiting_count()
    counter.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert counter.shop.paper.waiting_count() == before + 1


def test_a_sale_that_was_undone_is_not_the_last_one_any_more(counter: Counter) -> None:
    counter.scan(COLA)
    counter.pay(Qt.Key.Key_1)
    assert "找零" in counter.last_sale()
    sale = counter.shop.sales.last_sale()
    assert sale is not None
    counter.shop.sales.reverse(sale.row.document_id, "打错了")
    counter.page.reload()
    counter.qtbot.waitUntil(lambda: "还没有" in counter.last_sale())
    counter.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert "没有小票" in counter.said()


def test_an_own_receipt_number_opens_its_sale_when_the_cart_is_empty(counter: Counter) -> None:
    counter.scan(COLA)
    counter.pay(Qt.Key.Key_1)
    sale = counter.shop.sales.last_sale()
    assert sale is not None
    counter.scan(sale.row.number)
    assert counter.shown == [("sales.list", sale.row.document_id)]


def test_a_clerk_can_sell_too(counter: Counter) -> None:
    counter.shop.people.add_operator("小张", Role.CLERK)
    counter.shop.sign_in("小张", None)
    counter.scan(COLA)
    counter.pay(Qt.Key.Key_1)
    sale = counter.shop.sales.last_sale()
    assert sale is not None
    assert sale.row.operator == "小张"


def test_the_dearest_price_and_amount_are_never_cut(counter: Counter) -> None:
    widths = {column.name: column.pixels() - 2 * cell_inset() for column in cart_columns()}
    assert text_width(BODY, "9,999,999.99") <= widths["price"]
    assert text_width(ANSWER, "9,999,999.99") <= widths["net"]


def test_a_discount_of_thousands_is_never_cut(counter: Counter) -> None:
    (width,) = [column.pixels() - 2 * cell_inset() for column in cart_columns() if column.name == "discount"]
    for words in ("改价 −99,999.99", "88.5 折 −9,999.99", "原来 99,999.99"):
        assert text_width(BODY, words) <= width
