"""What the counter's receipt says, line by line."""

import csv
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.receipt_page import ReceiptPage
from jxc_desktop.models.values.receipt_text import LineLook
from jxc_desktop.models.values.text_width import text_columns
from jxc_desktop.services.printing.receipt_lines import receipt_lines
from tests.services.printing.a_receipt import GOODS, a_line, a_return, a_sale, tender, totals

BOTH_WIDTHS = pytest.mark.parametrize("paper", [80, 58])


def texts(page: ReceiptPage) -> list[str]:
    return [line.text for line in receipt_lines(page) if line.look is not LineLook.RULE]


def with_line(paper: int, *line: str, **more: Any) -> list[str]:
    return texts(a_sale(paper, lines=(a_line(*line, **more),)))


def nasty_names(shared: Path) -> list[str]:
    with (shared / "data/text/cjk_torture.csv").open(encoding="utf-8-sig", newline="") as file:
        return [row["text"] for row in csv.DictReader(file)]


def test_the_wide_receipt_has_the_name_first_and_the_figures_below_it() -> None:
    lines = texts(a_sale(80))
    first = lines.index("海天酱油老抽王800ml")
    assert lines[first + 1] == "  6902265114543            1     7.00       7.00"
    assert lines[first + 3] == "  6948195801696            1    33.00      33.00"


def test_the_narrow_receipt_has_the_name_first_and_quantity_times_price_below_it() -> None:
    lines = texts(a_sale(58))
    first = lines.index("上好佳洋葱圈（绿色）40g")
    assert lines[first + 1] == "  3 x 3.00                  9.00"


def test_the_heads_of_both_receipts_are_as_drawn() -> None:
    assert texts(a_sale(80))[1:3] == [
        "单号 XS20260304-0019            2026-03-04 14:33",
        "收银员01                           会员 01620320",
    ]
    assert texts(a_sale(58))[1:4] == [
        "单号 XS20260304-0019",
        "2026-03-04 14:33        收银员01",
        "会员 01620320",
    ]


@BOTH_WIDTHS
def test_only_the_shop_and_what_is_due_are_printed_double(paper: int) -> None:
    double = [line.text.split() for line in receipt_lines(a_sale(paper)) if line.look is LineLook.DOUBLE]
    assert double == [["惠民便利店"], ["应收", "￥127.80"]]


@BOTH_WIDTHS
def test_every_tender_has_its_line_and_the_change_is_last(paper: int) -> None:
    page = a_sale(
        paper, tenders=(tender("微信", "20"), tender("储值", "30.5"), tender("现金", "1100")), change=Money(12270)
    )
    lines = [line.split() for line in texts(page)]
    due = lines.index(["应收", "￥127.80"])
    assert lines[due + 1 : due + 5] == [
        ["微信", "20.00"],
        ["储值", "30.50"],
        ["现金", "1,100.00"],
        ["找零", "122.70"],
    ]


@BOTH_WIDTHS
def test_there_is_no_change_where_none_is_given(paper: int) -> None:
    assert not any("找零" in line for line in texts(a_sale(paper, change=Money(0))))


@BOTH_WIDTHS
def test_a_discount_is_written_at_its_line(paper: int) -> None:
    lines = texts(a_sale(paper))
    name = next(number for number, line in enumerate(lines) if line.startswith("好丽友"))
    assert "优惠 -1.20" in lines[name if paper == 80 else name + 1]
    assert lines[name + 1].endswith("10.80")


@BOTH_WIDTHS
def test_a_discount_without_room_beside_its_line_is_still_written(paper: int) -> None:
    name = "超值" * 12
    line = a_line(name, "100", "1234.5678", "100000.00", discount=Money(2345678))
    joined = "".join(texts(a_sale(paper, lines=(line,))))
    assert name in joined.replace(" ", "")
    assert "优惠 -23,456.78" in joined
    assert "100 x 1,234.5678" in joined
    assert "100,000.00" in joined


@BOTH_WIDTHS
def test_rounding_is_written_only_where_there_was_some(paper: int) -> None:
    assert not any("抹零" in line for line in texts(a_sale(paper)))
    lines = texts(a_sale(paper, totals=totals("129", "1.20", "0.05", "127.75")))
    assert [line.strip() for line in lines if "抹零" in line] == ["抹零 -0.05"]


@BOTH_WIDTHS
def test_nothing_taken_off_leaves_the_total_alone(paper: int) -> None:
    lines = texts(a_sale(paper, lines=GOODS[:5], totals=totals("79", "0", "0", "79")))
    assert "5 种 8 件" in lines
    assert not any(word in line for line in lines for word in ("原价", "优惠 ", "抹零"))


def test_weighed_goods_count_as_one_piece() -> None:
    weighed = a_line("红富士苹果", "1.236", "9.96", "12.31", unit="kg")
    lines = texts(a_sale(58, lines=(weighed, a_line("鸡蛋", "30", "0.5", "15.00", unit="个"))))
    assert any(line.startswith("2 种 31 件") for line in lines)
    assert "  1.236kg x 9.96           12.31" in lines


@BOTH_WIDTHS
def test_a_reprint_says_when_below_the_shop(paper: int) -> None:
    page = a_sale(paper, reprinted=datetime(2026, 3, 4, 14, 40))
    assert texts(page)[1].strip() == "补打 14:40"


def test_a_reprint_of_another_day_says_the_day_too() -> None:
    page = a_sale(80, reprinted=datetime(2026, 3, 6, 9, 5))
    assert texts(page)[1].strip() == "补打 2026-03-06 09:05"


@BOTH_WIDTHS
def test_a_return_says_so_first_and_names_what_is_given_back(paper: int) -> None:
    lines = [line.split() for line in texts(a_return(paper))]
    assert lines[0] == ["退货"]
    assert any(line[-1] == "-10.80" for line in lines)
    assert ["应退", "￥10.80"] in lines
    assert ["退", "现金", "10.80"] in lines


@BOTH_WIDTHS
def test_a_receipt_that_was_undone_says_so_first(paper: int) -> None:
    lines = receipt_lines(a_sale(paper, is_reversed=True, reprinted=datetime(2026, 3, 4, 14, 40)))
    assert (lines[0].text.strip(), lines[0].look) == ("已红冲", LineLook.STRONG)
    assert [line.text.strip() for line in lines[1:3]] == ["惠民便利店", "补打 14:40"]


@BOTH_WIDTHS
def test_a_return_that_was_undone_is_still_a_return(paper: int) -> None:
    lines = texts(replace(a_return(paper), is_reversed=True))
    assert [line.strip() for line in lines[:2]] == ["已红冲", "退货"]


@BOTH_WIDTHS
def test_the_barcode_holds_the_number_and_stands_above_it(paper: int) -> None:
    lines = receipt_lines(a_sale(paper))
    barcode = next(number for number, line in enumerate(lines) if line.look is LineLook.BARCODE)
    assert lines[barcode].texts[0].text == "XS20260304-0019"
    assert lines[barcode + 1].text.strip() == "XS20260304-0019"


@BOTH_WIDTHS
@pytest.mark.parametrize("number", ["零售20260304-0019", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"])
def test_a_number_without_a_barcode_is_still_written(paper: int, number: str) -> None:
    lines = receipt_lines(a_sale(paper, number=number))
    assert not any(line.look is LineLook.BARCODE for line in lines)
    assert any(line.text.strip() == number for line in lines)


@BOTH_WIDTHS
def test_the_note_is_the_usual_one_the_shops_own_or_none(paper: int) -> None:
    assert texts(a_sale(paper))[-1].strip() == "本小票不作发票凭证"
    assert texts(a_sale(paper, note="扫码开票"))[-1].strip() == "扫码开票"
    assert texts(a_sale(paper, note=""))[-1].strip() == "谢谢惠顾"


@BOTH_WIDTHS
def test_the_shops_own_lines_stand_below_its_name(paper: int) -> None:
    lines = texts(a_sale(paper, heading=("人民路12号", "电话 0571-1234567")))
    assert [line.strip() for line in lines[1:3]] == ["人民路12号", "电话 0571-1234567"]


@BOTH_WIDTHS
def test_a_long_name_goes_on_in_the_next_line_without_losing_anything(paper: int) -> None:
    name = "清扬男士去屑洗发露多效水润养护型400ml+沐浴露250ml超值家庭组合装限时特惠（促销装送毛巾）"
    joined = "".join(line.strip() for line in with_line(paper, name, "1", "59.9", "59.90"))
    assert name in joined


def test_long_codes_and_prices_go_below_each_other_rather_than_over_the_edge() -> None:
    lines = with_line(80, "礼品卡", "1", "123456.7891", "123456.79", code="(01)06901234567892(10)ABC123456789012345")
    assert "  (01)06901234567892(10)ABC123456789012345" in lines
    assert any(line.startswith("  1 x 123,456.7891") and line.endswith(" 123,456.79") for line in lines)


@BOTH_WIDTHS
def test_no_line_is_wider_than_the_paper_whatever_it_is_called(paper: int, shared: Path) -> None:
    names = nasty_names(shared)
    lines = tuple(a_line(name, "12.345", "9999.99", "123449.88", unit=name[:3], code=name[-20:]) for name in names)
    page = a_sale(paper, lines=lines, heading=tuple(names[:50]), footer=tuple(names[-50:]))
    assert all(text_columns(line.text) <= line.columns <= page.paper.columns for line in receipt_lines(page))


@BOTH_WIDTHS
def test_a_shop_clerk_or_tender_of_any_name_fits(paper: int, shared: Path) -> None:
    for name in nasty_names(shared)[::20]:
        page = a_sale(
            paper,
            shop_name=name,
            number=name,
            clerk=name,
            member=name,
            tenders=(tender(name, "-1234567890.12"),),
            totals=totals("12345678901.23", "1234567890.12", "0.01", "98765432101234.56"),
        )
        assert all(text_columns(line.text) <= line.columns for line in receipt_lines(page))
