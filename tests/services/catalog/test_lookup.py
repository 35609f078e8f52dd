"""What a scan stands for at the counter."""

import pytest

from jxc_desktop.models.values.barcode import with_check_digit
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.payment_code import PaymentCodeKind
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.lookup import NoGoods, ScanFault, amount_of
from jxc_desktop.services.catalog.product import FoundProduct, Pack
from jxc_desktop.services.errors import NotFoundError
from tests.story import Story

COLA = "6901234567892"


def scan(story: Story, text: str) -> FoundProduct:
    found = story.shop.catalog.find_by_code(text)
    assert isinstance(found, FoundProduct)
    return found


def fault(story: Story, text: str) -> ScanFault:
    found = story.shop.catalog.find_by_code(text)
    assert isinstance(found, NoGoods)
    return found.fault


# Plain codes


def test_a_code_stands_for_its_goods_with_price_and_stock(story: Story) -> None:
    cola = story.product("可乐", "3.00", (COLA,))
    story.receive(cola, "12", "2.00")
    found = scan(story, COLA)
    assert (found.product_id, found.name, found.code, found.unit_name) == (cola, "可乐", COLA, "瓶")
    assert (str(found.price), str(found.on_hand), str(found.quantity), found.given_amount) == ("3.00", "12", "1", None)


@pytest.mark.parametrize("text", [f" {COLA}\r", "６９０１２３４５６７８９２", f"0{COLA}", f"]E0{COLA}"])
def test_blanks_full_width_digits_and_what_a_scanner_adds_do_not_matter(story: Story, text: str) -> None:
    cola = story.product("可乐", codes=(COLA,))
    assert scan(story, text).product_id == cola


def test_a_upc_is_the_same_article_with_and_without_its_zero_and_in_its_short_form(story: Story) -> None:
    """042100005264 is UPC-A; 04252614 is its UPC-E."""
    soup = story.product("汤", codes=("042100005264",))
    assert {scan(story, code).product_id for code in ("042100005264", "0042100005264", "04252614")} == {soup}


def test_a_keyboard_with_caps_lock_on_changes_nothing(story: Story) -> None:
    shirt = story.product("衬衫", codes=("Ab-12",))
    assert scan(story, "aB-12").product_id == shirt


def test_letters_that_differ_are_two_codes_and_the_exact_one_comes_first(story: Story) -> None:
    small, large = story.product("小号", codes=("a1",)), story.product("大号", codes=("A1",))
    assert [scan(story, code).product_id for code in ("a1", "A1")] == [small, large]


def test_zeros_in_front_of_the_shops_own_code_count(story: Story) -> None:
    story.product("毛巾", codes=("0012",))
    assert fault(story, "12") is ScanFault.UNKNOWN


def test_a_case_has_its_own_price_or_that_of_its_content(story: Story) -> None:
    case = Pack("箱", Quantity.of(24), UnitPrice.parse("60"), ("111",))
    six = Pack("提", Quantity.of(6), None, ("222",))
    story.product("可乐", "2.9333", (COLA,), packs=(case, six))
    assert [(scan(story, code).unit_name, str(scan(story, code).price)) for code in ("111", "222", COLA)] == [
        ("箱", "60.00"),
        ("提", "17.5998"),
        ("瓶", "2.9333"),
    ]
    assert str(scan(story, "111").unit_factor) == "24"


def test_goods_that_are_not_sold_any_more_are_unknown_to_a_scan_and_to_a_choice(story: Story) -> None:
    old = story.product("旧货", codes=(COLA,))
    details = story.shop.catalog.product(old)
    story.shop.catalog.save_product(type(details)(id=old, name="旧货", codes=(COLA,), unit="瓶", is_active=False))
    assert fault(story, COLA) is ScanFault.UNKNOWN
    with pytest.raises(NotFoundError) as refusal:
        story.shop.catalog.find_by_id(old)
    assert (refusal.value.kind, refusal.value.name) == ("product", old)


def test_chosen_goods_show_their_main_barcode_or_else_their_own_code(story: Story) -> None:
    cola, towel = story.product("可乐", codes=(COLA, "777")), story.product("毛巾")
    assert [story.shop.catalog.find_by_id(product).code for product in (cola, towel)] == [COLA, f"{towel:06d}"]


# What stands for nothing


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("6901234567809", ScanFault.UNKNOWN),
        ("ABC", ScanFault.UNKNOWN),
        ("", ScanFault.UNKNOWN),
        ("123456", ScanFault.UNKNOWN),
        ("690123456", ScanFault.SHORT_READ),
        ("6901234567891", ScanFault.SHORT_READ),
        ("901234567892", ScanFault.UNKNOWN),
        ("134567890123456789", ScanFault.PAYMENT),
    ],
)
def test_a_scan_of_no_goods_says_why(story: Story, text: str, why: ScanFault) -> None:
    story.product("可乐", codes=(COLA,))
    assert fault(story, text) is why


def test_a_payment_code_says_whose_it_is_but_goods_of_that_code_are_goods(story: Story) -> None:
    code = "134567890123456789"
    found = story.shop.catalog.find_by_code(code)
    assert isinstance(found, NoGoods)
    assert found.payment is PaymentCodeKind.WECHAT
    cable = story.product("网线", codes=(code,))
    assert scan(story, code).product_id == cable


# Labels of the scale

PORK = with_check_digit("210001200000")


def weighed(story: Story, price: str = "36.50", code: str = PORK) -> int:
    return story.product("五花肉", price, (code,), unit="kg", is_weighed=True)


def test_a_label_brings_the_weight_and_costs_price_times_weight(story: Story) -> None:
    """0.345 kg at 36.50 is 12.5925."""
    pork = weighed(story)
    found = scan(story, with_check_digit("210001200345"))
    assert (found.product_id, str(found.quantity), str(amount_of(found))) == (pork, "0.345", "12.59")


def test_the_goods_may_be_stored_by_the_number_on_the_scale_with_or_without_its_zeros(story: Story) -> None:
    pork = weighed(story, code="00012")
    assert scan(story, with_check_digit("210001200345")).product_id == pork
    beef = weighed(story, code="13")
    assert scan(story, with_check_digit("210001300345")).product_id == beef


def test_the_amount_on_a_label_is_what_it_costs_and_says_how_heavy_it_is(story: Story) -> None:
    """12.60 at 36.50 pays for 345.2 g."""
    weighed(story, code="00012")
    found = scan(story, with_check_digit("220001201260"))
    assert (str(found.quantity), amount_of(found)) == ("0.345", Money.parse("12.60"))


def test_a_label_with_both_is_believed_in_both(story: Story) -> None:
    """0.345 kg for 9.99, though the shop's price makes it 12.59."""
    weighed(story, code="00012")
    found = scan(story, with_check_digit("26000120099900345"))
    assert (str(found.quantity), amount_of(found)) == ("0.345", Money.parse("9.99"))


def test_an_amount_of_goods_without_a_price_counts_as_one(story: Story) -> None:
    weighed(story, "0", "00012")
    found = scan(story, with_check_digit("220001201260"))
    assert (str(found.quantity), str(amount_of(found))) == ("1", "12.60")


def test_a_fen_of_dear_goods_is_a_gram_and_never_nothing(story: Story) -> None:
    weighed(story, code="00012")
    assert str(scan(story, with_check_digit("220001200001")).quantity) == "0.001"


@pytest.mark.parametrize("code", [PORK, "00012"])
def test_a_label_of_nothing_is_said_to_be_empty(story: Story, code: str) -> None:
    weighed(story, code=code)
    assert fault(story, PORK) is ScanFault.EMPTY_LABEL


def test_goods_sold_by_the_piece_have_no_label_and_a_misread_label_is_no_goods(story: Story) -> None:
    story.product("可乐", codes=("00012",))
    assert fault(story, with_check_digit("210001200345")) is ScanFault.UNKNOWN
    weighed(story)
    right = with_check_digit("210001200345")
    assert fault(story, right[:-1] + str((int(right[-1]) + 1) % 10)) is ScanFault.SHORT_READ


# Cartons


def test_a_code_on_a_carton_stands_for_the_article_in_it_and_how_many(story: Story) -> None:
    cola = story.product("可乐", codes=(COLA,))
    found = scan(story, f"]C1010{COLA}3012")
    assert (found.product_id, str(found.quantity)) == (cola, "12")
    assert str(scan(story, f"(01)0{COLA}(10)A7").quantity) == "1"


def test_a_code_with_a_net_weight_weighs_goods_that_are_sold_by_weight_only(story: Story) -> None:
    story.product("三文鱼", "98.00", (COLA,), unit="kg", is_weighed=True)
    assert str(scan(story, f"]C1010{COLA}3103000345").quantity) == "0.345"


@pytest.mark.parametrize("text", [f"]C1010{COLA}", "]C1ABC", "]C110L1"])
def test_a_carton_of_unknown_goods_or_without_an_article_stands_for_nothing(story: Story, text: str) -> None:
    assert fault(story, text) is ScanFault.UNKNOWN
