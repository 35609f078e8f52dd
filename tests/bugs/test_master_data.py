"""Faults that users of other programs found in goods, codes and units."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from jxc_desktop.models.values.document_filter import DocumentFilter
from jxc_desktop.models.values.document_state import DocumentState
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.number_text import BadNumberError
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.errors import DuplicateCodeError
from jxc_desktop.services.catalog.product import Pack, ProductDetails
from jxc_desktop.services.errors import NotFoundError
from jxc_desktop.services.migrate_in.faults import FileFaultsError
from jxc_desktop.services.purchasing.receipt import Receipt, ReceivedLine
from jxc_desktop.services.reports.report import Asked, Period
from tests.bugs.seen import Seen, on_hand, seen
from tests.services.exchange.sheet_files import xlsx_file
from tests.story import Story

PIECE, BOX = "6901234567892", "16901234567899"


def in_stock_report(story: Story, name: str) -> list[tuple[object, ...]]:
    return [row for row in story.shop.reports.run("stock").table().rows if name in row]


def test_goods_that_are_not_sold_any_more_stay_in_stock_with_their_value(story: Story) -> None:
    """There is no deleting; 停用 ends the sale and nothing else."""
    product = story.product("旧日历")
    story.receive(product, "10", "2.00")
    story.shop.catalog.save_product(replace(story.shop.catalog.product(product), is_active=False))
    with pytest.raises(NotFoundError):
        story.sell(product)
    assert seen(story, product) == Seen("10", "20.00", "2.00")
    assert len(in_stock_report(story, "旧日历")) == 1
    story.count(product, "0")
    assert seen(story, product).value == "0.00"


def test_a_sale_the_owner_undid_is_seen_everywhere_with_who_and_when(story: Story) -> None:
    product = story.product()
    story.receive(product, "10", "2.00")
    sold = story.sell(product, "3")
    story.clock.go_on(minutes=5)
    mirror = story.shop.sales.reverse(sold.document_id, "打错了")
    listed = {row.document_id: row for row in story.shop.sales.sale_list(DocumentFilter())}
    assert listed[sold.document_id].state is DocumentState.REVERSED
    assert (listed[mirror].is_mirror, str(listed[mirror].amount)) == (True, "-9.00")
    assert listed[mirror].operator == "老板"
    assert story.shop.sales.sale_totals(DocumentFilter()) == (2, Money(0))
    day = story.clock.now().date()
    totals = story.shop.reports.run("sales-by-day", Asked(Period(day, day))).table().totals
    assert totals is not None
    assert "0.00" in map(str, totals)
    assert on_hand(story, product) == "10"
    with story.desk.storage.reading() as books:
        entry = books.connection.exec_driver_sql(
            "SELECT act, operator_id, moment, content FROM audit_entry WHERE document_id = ?", (mirror,)
        ).one()
    assert entry[:3] == ("sales.reverse", 1, "2026-03-02 09:05:00.000")
    assert json.loads(entry[3])["number"] == listed[mirror].number


def with_box(name: str, piece: str, box: str) -> ProductDetails:
    return ProductDetails(name, codes=(piece,), unit="瓶", packs=(Pack("箱", Quantity.of(12), codes=(box,)),))


@pytest.mark.parametrize(
    "second",
    [
        ProductDetails("雪碧", codes=(PIECE,)),
        ProductDetails("雪碧", codes=("0" + PIECE,)),
        ProductDetails("雪碧", codes=(BOX,)),
        with_box("雪碧", "6932169358293", PIECE),
        with_box("雪碧", "6932169358293", BOX),
        with_box("雪碧", "6932169358293", "6932169358293"),
    ],
)
def test_a_code_belongs_to_one_unit_of_one_product_whichever_form_it_is_entered_by(
    story: Story, second: ProductDetails
) -> None:
    first = story.shop.catalog.save_product(with_box("可乐", PIECE, BOX))
    with pytest.raises(DuplicateCodeError):
        story.shop.catalog.save_product(second)
    other = story.product("雪碧", codes=("6955555555551",))
    with pytest.raises(DuplicateCodeError):
        story.shop.catalog.save_product(replace(second, id=other))
    assert story.shop.catalog.product(first).codes == (PIECE,)
    assert story.shop.catalog.product(other).codes == ("6955555555551",)


@pytest.mark.parametrize(
    "row",
    [
        ["雪碧", "X1", PIECE, "", "", "", 3],
        ["雪碧", "X1", BOX, "", "", "", 3],
        ["雪碧", "X1", "6932169358293", "箱", 12, PIECE, 3],
        ["雪碧", "X1", "6932169358293", "箱", 12, "6932169358293", 3],
    ],
)
def test_a_list_that_gives_a_code_to_a_second_product_is_refused(
    story: Story, tmp_path: Path, row: list[object]
) -> None:
    story.shop.catalog.save_product(with_box("可乐", PIECE, BOX))
    headings = ["品名", "货号", "条码", "副单位", "比例", "副条码", "零售价"]
    # 货号 is that of other goods than the code's, so the row cannot mean the product that has it.
    story.shop.catalog.save_product(ProductDetails("雪碧", code="X1", unit="瓶"))
    with pytest.raises(FileFaultsError):
        story.shop.imports.products(xlsx_file(tmp_path / "goods.xlsx", [headings, row]))


def test_boxes_bought_and_pieces_sold_end_at_exactly_nothing(story: Story) -> None:
    """A box of 12 and a box of 7 bought; a third of the first sold three times, and 7 single ones."""
    packs = (Pack("大箱", Quantity.of(12)), Pack("小箱", Quantity.of(7)))
    product = story.product(packs=packs)
    lines = tuple(
        ReceivedLine(product, pack.name, pack.factor, Quantity.of(1), UnitPrice.parse("11.11")) for pack in packs
    )
    story.shop.purchasing.receive_goods(Receipt(story.token(), story.supplier(), lines))
    assert on_hand(story, product) == "19"
    for _ in range(3):
        story.sell(product, "4")
    for _ in range(7):
        story.sell(product, "1")
    assert (seen(story, product).quantity, seen(story, product).value) == ("0", "0.00")


@pytest.mark.parametrize("written", ["1/3", "0.3333", "0.0476"])
def test_a_part_that_has_no_exact_number_cannot_be_written(written: str) -> None:
    with pytest.raises(BadNumberError):
        Quantity.parse(written)


def test_goods_by_weight_are_bought_by_the_case_and_sold_to_the_gram(story: Story) -> None:
    """45 kg in a case; what is sold is kilograms, so that no case is ever 0.0476 of one."""
    product = story.product(unit="kg", packs=(Pack("件", Quantity.of(45)),), is_weighed=True)
    line = ReceivedLine(product, "件", Quantity.of(45), Quantity.of(1), UnitPrice.parse("100"))
    story.shop.purchasing.receive_goods(Receipt(story.token(), story.supplier(), (line,)))
    story.sell(product, "2.142")
    story.sell(product, "42.858")
    assert (seen(story, product).quantity, seen(story, product).value) == ("0", "0.00")
