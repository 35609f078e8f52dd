"""扫码入库 from the first scan to the next delivery; the draft; the keys."""

from statistics import median
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.product import ProductDetails
from jxc_desktop.services.ports.sound import SoundKind
from jxc_desktop.services.purchasing.receiving_draft import GoodsLine
from jxc_desktop.ui.purchasing.receive_side import ReceiveSide
from jxc_desktop.ui.widgets.saying import LineKind
from tests.robots.counter import part_of
from tests.robots.receiving import CASE, COLA, TEA, UNKNOWN, Receiving
from tests.services.purchasing.books_of import in_account, owed_by
from tests.story import Story

CONTROL = Qt.KeyboardModifier.ControlModifier
LIMIT_OF_A_SCAN = 0.05


def test_a_delivery_from_the_first_scan_to_the_books(receiving: Receiving) -> None:
    for _ in range(2):
        receiving.scan(COLA)
    receiving.scan(TEA)
    receiving.write(Qt.Key.Key_Period, "3")
    receiving.choose_supplier("城南")
    assert receiving.rows() == [("可乐", "2", "2.00", "4.00"), ("红茶", "1", "3.00", "3.00")]
    assert receiving.foot() == "2 种商品 本次 3 件 　金额 7.00"
    receiving.post()
    assert [row.supplier for row in receiving.receipts()] == ["城南批发"]
    assert (receiving.on_hand(COLA), receiving.on_hand(TEA)) == ("2", "1")
    assert owed_by(receiving.story, receiving.story.supplier()) == "-7.00"


def test_after_posting_the_line_tells_the_number_and_the_page_is_empty_for_the_next(receiving: Receiving) -> None:
    receiving.scan(COLA)
    receiving.choose_supplier("城南")
    receiving.post()
    number = receiving.receipts()[0].number
    assert receiving.said().startswith(f"已过账 {number} 1 种 1 件 ¥2.00")
    assert receiving.kind() is LineKind.SUCCESS
    assert receiving.heard.kinds[-1] is SoundKind.DONE
    assert (receiving.rows(), receiving.head()) == ([], "扫码入库 没选供应商")
    assert receiving.field().hasFocus()
    receiving.key(Qt.Key.Key_O, CONTROL)
    assert receiving.asked_pages == [("purchasing.list", receiving.receipts()[0].document_id)]


def test_twelve_star_scan_is_twelve_and_a_case_code_is_its_pack(receiving: Receiving) -> None:
    receiving.type("12")
    receiving.key(Qt.Key.Key_Asterisk)
    receiving.scan(COLA)
    receiving.scan(CASE)
    assert receiving.rows() == [("可乐", "12", "2.00", "24.00"), ("可乐", "1", "48.00", "48.00")]
    receiving.choose_supplier("城南")
    receiving.post()
    assert receiving.on_hand(COLA) == "36"


def test_the_panel_shows_what_is_in_the_hand(receiving: Receiving) -> None:
    receiving.scan(TEA)
    receiving.scan(COLA)
    assert receiving.in_hand() == f"刚扫的商品 可乐 {COLA}    瓶 本次 1 进价 2.00 金额 2.00"
    assert receiving.prices() == "上次进价 2.00 零售 3.00 毛利 33.3%"
    receiving.key(Qt.Key.Key_Up)
    assert receiving.in_hand() == f"选中的商品 红茶 {TEA}    瓶 本次 1 进价 没有进价"
    assert receiving.prices() == "没有进过货 零售 4.50"


def test_goods_without_a_barcode_are_found_by_their_name(receiving: Receiving) -> None:
    receiving.type("hc")
    assert [words.split()[0] for words in receiving.offered()] == ["红茶"]
    receiving.key(Qt.Key.Key_Return)
    receiving.key(Qt.Key.Key_F12)
    receiving.type("kl")
    receiving.key(Qt.Key.Key_Return)
    assert receiving.counts() == [("红茶", "1"), ("可乐", "1")]


def test_enter_bounced_on_a_number_shows_what_fits_and_takes_nothing(receiving: Receiving) -> None:
    for number in range(1, 10):
        receiving.story.product(f"汽水{number}", "2.00", (f"690000000012{number}",))
    receiving.type("12")
    for _ in range(3):
        receiving.now_ms += 20
        receiving.press_at_once(Qt.Key.Key_Return)
    assert (len(receiving.offered()), receiving.counts()) == (8, [])
    receiving.key(Qt.Key.Key_Return)
    assert len(receiving.counts()) == 1


# The draft


def next_start(receiving: Receiving, qtbot: QtBot) -> Receiving:
    """The program ends without asking anybody, and is started again over the same shop."""
    receiving.background.wait()
    return Receiving(qtbot, receiving.story)


def kept(receiving: Receiving) -> list[tuple[str, str]]:
    """What is kept: name or code, and cost of each row."""
    draft = receiving.story.shop.purchasing.kept_draft()
    lines = () if draft is None else draft.lines
    return [
        (line.goods.name, str(line.unit_price)) if isinstance(line, GoodsLine) else (line.code, "") for line in lines
    ]


def test_what_was_counted_comes_back_after_a_crash(receiving: Receiving, qtbot: QtBot) -> None:
    receiving.choose_supplier("城南")
    for code in (COLA, TEA, COLA, UNKNOWN):
        receiving.scan(code)
    receiving.key(Qt.Key.Key_Up)
    receiving.write(Qt.Key.Key_Period, "3")
    qtbot.waitUntil(lambda: kept(receiving) == [("可乐", "2.00"), ("红茶", "3.00"), (UNKNOWN, "")])
    again = next_start(receiving, qtbot)
    assert again.rows() == receiving.rows()
    assert "城南批发" in again.head()
    assert again.said().startswith("上次没过账的入库拿回来了 3 行")
    again.close()


def test_what_was_posted_does_not_come_back(receiving: Receiving, qtbot: QtBot) -> None:
    receiving.scan(COLA)
    qtbot.waitUntil(lambda: kept(receiving) == [("可乐", "2.00")])
    receiving.choose_supplier("城南")
    receiving.post()
    again = next_start(receiving, qtbot)
    assert again.rows() == []
    again.close()


def test_the_delivery_is_given_up_only_by_a_second_press(receiving: Receiving, qtbot: QtBot) -> None:
    receiving.scan(COLA)
    qtbot.waitUntil(lambda: kept(receiving) == [("可乐", "2.00")])
    receiving.key(Qt.Key.Key_Delete, CONTROL)
    assert "再按一次就清空" in receiving.said()
    assert receiving.counts() == [("可乐", "1")]
    receiving.scan(COLA)
    receiving.key(Qt.Key.Key_Delete, CONTROL)
    assert receiving.counts() == [("可乐", "2")]
    receiving.key(Qt.Key.Key_Delete, CONTROL)
    assert (receiving.rows(), receiving.receipts()) == ([], [])
    again = next_start(receiving, qtbot)
    assert again.rows() == []
    again.close()


# Keys


def test_esc_closes_the_innermost_thing_and_throws_no_goods_away(receiving: Receiving) -> None:
    receiving.scan(COLA)
    for key in (Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F4, Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_F12):
        receiving.key(key)
        receiving.key(Qt.Key.Key_Escape)
        assert receiving.field().hasFocus(), key
    receiving.key(Qt.Key.Key_Escape)
    assert receiving.rows() == [("可乐", "1", "2.00", "2.00")]


def test_enter_on_the_empty_field_posts_nothing(receiving: Receiving) -> None:
    receiving.scan(COLA)
    receiving.choose_supplier("城南")
    for _ in range(3):
        receiving.key(Qt.Key.Key_Return)
    assert (receiving.receipts(), receiving.summary()) == ([], "")


def test_a_window_that_closes_keeps_the_delivery(receiving: Receiving) -> None:
    receiving.scan(COLA)
    assert receiving.page.may_leave()
    receiving.background.wait()
    assert kept(receiving) == [("可乐", "2.00")]


def test_in_a_narrow_window_the_panel_opens_with_f8(receiving: Receiving) -> None:
    receiving.page.resize(1000, 620)
    receiving.scan(COLA)
    panel = part_of(receiving.page, ReceiveSide)
    assert not panel.isVisible()
    receiving.key(Qt.Key.Key_F8)
    assert panel.isVisible()
    receiving.key(Qt.Key.Key_Escape)
    assert not panel.isVisible()


# Four hundred rows


def test_a_scan_into_four_hundred_rows_is_painted_within_fifty_milliseconds(receiving: Receiving) -> None:
    codes = fill_shop(receiving.story, 400)
    for code in codes:
        receiving.scan(code)
    QApplication.processEvents()
    lengths = []
    for code in codes[::20]:
        begun = perf_counter()
        receiving.scan(code)
        QApplication.processEvents()
        lengths.append(perf_counter() - begun)
    assert receiving.foot().startswith("400 种商品 本次 420 件")
    assert median(lengths) < LIMIT_OF_A_SCAN


def test_four_hundred_rows_are_posted_as_they_were_counted(receiving: Receiving) -> None:
    for code in fill_shop(receiving.story, 400):
        receiving.scan(code)
    receiving.choose_supplier("城南")
    receiving.post()
    row = receiving.receipts()[0]
    assert (row.product_count, str(row.amount)) == (400, "400.00")
    assert in_account(receiving.story, 1) == "0.00"


def fill_shop(story: Story, count: int) -> list[str]:
    codes = [f"{number:012d}" for number in range(210_000_000_000, 210_000_000_000 + count)]
    for number, code in enumerate(codes):
        story.shop.catalog.save_product(
            ProductDetails(
                f"货{number}",
                codes=(code,),
                unit="件",
                retail_price=UnitPrice.parse("2"),
                reference_cost=UnitPrice.parse("1"),
            )
        )
    return codes
