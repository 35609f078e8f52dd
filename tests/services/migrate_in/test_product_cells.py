import pytest

from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.tax_rate import TaxRate
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.migrate_in.product_cells import (
    BadCellError,
    PackSize,
    barcodes,
    category_path,
    is_active,
    is_weighed,
    own_code,
    pack_size,
    plain_text,
    price,
    price_or_none,
    tax_rate,
)


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("12.5", 125_000),
        ("￥12.00", 120_000),
        ("¥12", 120_000),
        ("1,234.50", 12_345_000),
        ("１２．５", 125_000),
        ("12元", 120_000),
        ("2.9333", 29_333),
        ("3.5000000", 35_000),
        ("0", 0),
    ],
)
def test_a_price_is_read_as_shops_write_it(cell: str, parts: int) -> None:
    assert price(cell) == UnitPrice(parts)


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("1.234,50", "not_a_number"),
        ("-", "not_a_number"),
        ("面议", "not_a_number"),
        ("1.2E+3", "not_a_number"),
        ("3.33333", "too_many_decimals"),
        ("￥3.33333", "too_many_decimals"),
        ("-1", "negative"),
        ("6901028126212", "too_large"),
        ("99999999999999999999", "not_a_number"),
    ],
)
def test_what_is_no_price_is_never_guessed(cell: str, reason: str) -> None:
    with pytest.raises(BadCellError) as refusal:
        price(cell)
    assert refusal.value.reason == reason


def test_a_further_price_of_0_means_that_there_is_none() -> None:
    assert price_or_none("0.0") is None
    assert price_or_none("3") == UnitPrice(30_000)


@pytest.mark.parametrize(
    ("cell", "codes"),
    [
        ("6901028126212", ("6901028126212",)),
        ("00001", ("00001",)),
        ("6901028126212,6901028126229", ("6901028126212", "6901028126229")),
        ("111；222;333、444 555\n666，777", ("111", "222", "333", "444", "555", "666", "777")),
        ("111,111", ("111",)),
        ("６９０１０２８１２６２１２", ("6901028126212",)),
        ("33699993-8", ("33699993-8",)),
        ("12E4", ("12E4",)),
        ("-", ()),
        ("无", ()),
        ("0", ()),
    ],
)
def test_the_codes_of_a_cell_are_taken_one_by_one(cell: str, codes: tuple[str, ...]) -> None:
    assert barcodes(cell) == codes


@pytest.mark.parametrize("cell", ["6.93E+12", "6.93217e+12", "111,6.93E+12", "6.93000000000000E+18"])
def test_a_code_that_lost_its_digits_is_refused(cell: str) -> None:
    with pytest.raises(BadCellError) as refusal:
        barcodes(cell)
    assert refusal.value.reason == "scientific"
    with pytest.raises(BadCellError):
        own_code(cell.split(",")[-1])


def test_a_code_longer_than_the_books_hold_is_refused_with_how_much_is_possible() -> None:
    assert barcodes("9" * 80) == ("9" * 80,)
    with pytest.raises(BadCellError) as refusal:
        barcodes("9" * 81)
    assert (refusal.value.reason, refusal.value.details) == ("not_scannable", {"most": 80})
    with pytest.raises(BadCellError) as refusal:
        own_code("A" * 41)
    assert refusal.value.details == {"most": 40}


@pytest.mark.parametrize(
    ("cell", "path"),
    [
        ("食品", ("食品",)),
        ("食品/饮料", ("食品", "饮料")),
        ("食品>饮料", ("食品", "饮料")),
        ("食品 ＞ 饮料 -> 汽水", ("食品", "饮料", "汽水")),
        ("All / Saleable", ("All", "Saleable")),
        ("590507", ("590507",)),
    ],
)
def test_a_category_may_be_a_path(cell: str, path: tuple[str, ...]) -> None:
    assert category_path(cell) == path


@pytest.mark.parametrize(
    ("cell", "rate"),
    [
        ("13", TaxRate.R13),
        ("13%", TaxRate.R13),
        ("13％", TaxRate.R13),
        ("0.13", TaxRate.R13),
        ("9.0", TaxRate.R9),
        ("0.03", TaxRate.R3),
        ("1", TaxRate.R1),
        ("1%", TaxRate.R1),
        ("0.01", TaxRate.R1),
        ("0", TaxRate.R0),
        ("0.0", TaxRate.R0),
        ("免税", TaxRate.EXEMPT),
    ],
)
def test_a_tax_rate_is_read_as_systems_write_it(cell: str, rate: TaxRate) -> None:
    assert tax_rate(cell) is rate


@pytest.mark.parametrize(("cell", "rate"), [("0.17", "13"), ("16%", "13"), ("0.11", "9"), ("10", "9")])
def test_a_rate_of_former_years_is_the_one_that_took_its_place(cell: str, rate: str) -> None:
    assert tax_rate(cell).value == rate


@pytest.mark.parametrize("cell", ["5%", "0.135", "100", "-13", "是", "%"])
def test_a_rate_that_goods_do_not_bear_is_refused(cell: str) -> None:
    with pytest.raises(BadCellError) as refusal:
        tax_rate(cell)
    assert refusal.value.reason == "unknown_tax_rate"


def test_how_goods_are_priced_is_read_in_the_usual_words() -> None:
    assert [is_weighed(cell) for cell in ("计重", "称重", "1", "Y")] == [True] * 4
    assert [is_weighed(cell) for cell in ("计件", "普通", "0", "N")] == [False] * 4
    with pytest.raises(BadCellError):
        is_weighed("论堆")


def test_whether_goods_are_sold_is_read_in_the_usual_words() -> None:
    assert [is_active(cell) for cell in ("正常", "启用", "1", "Y", "停购")] == [True] * 5
    assert [is_active(cell) for cell in ("停用", "禁用", "0", "N", "下架")] == [False] * 5
    with pytest.raises(BadCellError):
        is_active("也许")


@pytest.mark.parametrize(
    ("cell", "name", "factor"),
    [
        ("12", "", 12_000),
        ("12.0", "", 12_000),
        ("1:12", "", 12_000),
        ("1*12", "", 12_000),
        ("1×24", "", 24_000),
        ("1箱=12瓶", "箱", 12_000),
        ("1 箱 = 12 瓶", "箱", 12_000),
        ("箱=12", "箱", 12_000),
        ("12瓶/箱", "箱", 12_000),
        ("24罐", "", 24_000),
        ("2.5kg/袋", "袋", 2_500),
    ],
)
def test_the_size_of_a_pack_is_read_as_shops_write_it(cell: str, name: str, factor: int) -> None:
    assert pack_size(cell) == PackSize(name, Quantity(factor))


@pytest.mark.parametrize("cell", ["1", "1.0", "0"])
def test_a_pack_of_a_single_one_is_no_pack(cell: str) -> None:
    assert pack_size(cell) is None


@pytest.mark.parametrize("cell", ["0.83", "-12", "一打", "1/3", "12.3456", "1.5E+9", "99999999"])
def test_a_pack_size_that_says_no_number_is_refused(cell: str) -> None:
    with pytest.raises(BadCellError) as refusal:
        pack_size(cell)
    assert refusal.value.reason == "bad_pack_size"


def test_a_name_comes_in_one_line() -> None:
    assert plain_text("可口可乐\n　500ml", 120) == "可口可乐 500ml"
    assert plain_text("家庭装 👨‍👩‍👧", 120) == "家庭装 👨‍👩‍👧"


def test_a_text_that_is_too_long_says_how_long_it_may_be() -> None:
    with pytest.raises(BadCellError) as refusal:
        plain_text("长" * 121, 120)
    assert refusal.value.details == {"most": 120, "length": 121}
