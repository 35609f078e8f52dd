"""Which column is which field: chosen, remembered, or found."""

from pathlib import Path

import pytest

from jxc_desktop.services.exchange.faults import HeaderNotFoundError
from jxc_desktop.services.exchange.sheet_reader import read_sheet
from jxc_desktop.services.migrate_in.faults import WrongListError
from jxc_desktop.services.migrate_in.import_choice import FOUND, ImportChoice
from jxc_desktop.services.migrate_in.import_forms import ImportForm
from jxc_desktop.services.migrate_in.layouts import Layouts
from jxc_desktop.services.migrate_in.matching import layout_at, matched
from jxc_desktop.services.migrate_in.opening_columns import OPENING_FORM
from jxc_desktop.services.migrate_in.partner_columns import PARTNER_FORM
from jxc_desktop.services.migrate_in.product_columns import PRODUCT_FORM
from jxc_desktop.services.words.refusals import refusal
from tests.services.migrate_in.goods_lists import goods_list

LINES = ("条码|名称|数量*|单价|备注", "6901|可乐|3|2|")


def matches(folder: Path, *rows: str, choice: ImportChoice = FOUND, layouts: Layouts | None = None) -> dict[str, int]:
    sheet = read_sheet(goods_list(folder, *rows))
    return dict(matched(sheet, PRODUCT_FORM, choice, layouts or {}).positions)


def test_headings_that_say_so_themselves_are_found(tmp_path: Path) -> None:
    assert matches(tmp_path, "品名|条码", "可乐|1") == {"name": 0, "barcode": 1}


def test_what_somebody_chose_counts_whatever_the_headings_say(tmp_path: Path) -> None:
    choice = ImportChoice(None, 1, {0: "barcode", 1: "name"}, True)
    assert matches(tmp_path, "品名|条码", "可乐|1", choice=choice) == {"barcode": 0, "name": 1}


def test_a_layout_that_was_matched_before_is_matched_so_again(tmp_path: Path) -> None:
    rows = ("甲|乙", "1|可乐")
    layout = layout_at(read_sheet(goods_list(tmp_path, *rows)), 1)
    assert matches(tmp_path, *rows, layouts={layout: {0: "barcode", 1: "name"}}) == {"barcode": 0, "name": 1}


def test_a_choice_without_a_required_column_is_refused(tmp_path: Path) -> None:
    with pytest.raises(HeaderNotFoundError) as refused:
        matches(tmp_path, "品名|条码", "可乐|1", choice=ImportChoice(None, 1, {1: "barcode"}, True))
    assert refused.value.missing == ("商品名称",)


def test_the_lines_of_a_bill_are_no_goods_list_unless_somebody_says_so(tmp_path: Path) -> None:
    with pytest.raises(WrongListError) as refused:
        matches(tmp_path, *LINES)
    assert refusal(refused.value).fact == "商品.xlsx 像是一张单据的明细，不是商品表"
    by_hand = ImportChoice(None, 1, {0: "barcode", 1: "name"}, True)
    assert matches(tmp_path, *LINES, choice=by_hand) == {"barcode": 0, "name": 1}


def test_a_goods_list_with_stock_figures_stays_a_goods_list(tmp_path: Path) -> None:
    assert "name" in matches(tmp_path, "品名|条码|单位|零售价|数量", "可乐|1|瓶|3|5")


@pytest.mark.parametrize(
    ("form", "headings", "words"),
    [
        (PARTNER_FORM, "商品名称|条码|供应商名称|零售价", "像是商品表，不是往来单位表"),
        (OPENING_FORM, "条码|数量|单据", "像是一张单据的明细，不是期初库存表"),
        (PRODUCT_FORM, "名称|联系人|电话", "像是往来单位表，不是商品表。商品表要有这些列：条码、货号、零售价"),
    ],
)
def test_a_list_of_something_else_is_refused_by_what_it_is(
    tmp_path: Path, form: ImportForm, headings: str, words: str
) -> None:
    with pytest.raises(WrongListError) as refused:
        matched(read_sheet(goods_list(tmp_path, headings, "a|1|b|2")), form, FOUND, {})
    assert words in refusal(refused.value).line
