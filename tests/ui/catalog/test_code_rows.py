"""A product's barcodes and packs as one table."""

from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.product import Pack, ProductDetails
from jxc_desktop.ui.catalog.code_rows import CodeRow, base_codes, packs_of, rows_of, with_row, without

CASE = Pack("箱", Quantity.of(24), UnitPrice.parse("68"), ("C1", "C2"))
TRAY = Pack("提", Quantity.of(6))
COLA = ProductDetails("可乐", id=7, codes=("B1", "B2"), unit="瓶", packs=(CASE, TRAY))


def test_there_and_back_nothing_is_lost() -> None:
    rows = rows_of(COLA)
    assert [row.code for row in rows] == ["B1", "B2", "C1", "C2", ""]
    assert (base_codes(rows), packs_of(rows)) == (COLA.codes, COLA.packs)


def test_a_saved_pack_keeps_its_row_when_its_last_code_goes() -> None:
    rows = rows_of(COLA)
    once = without(rows, 2)
    assert once is not None
    twice = without(once, 2)
    assert twice is not None
    assert packs_of(twice)[0] == Pack("箱", Quantity.of(24), UnitPrice.parse("68"))
    assert without(twice, 2) is None


def test_a_pack_that_is_not_saved_goes_with_its_row() -> None:
    rows = [CodeRow("B1"), CodeRow("C1", "箱", Quantity.of(24))]
    assert without(rows, 1) == [CodeRow("B1")]


def test_another_row_of_a_pack_changes_what_the_pack_holds_everywhere() -> None:
    rows = with_row(rows_of(COLA), CodeRow("C3", "箱", Quantity.of(12), UnitPrice.parse("35")), None)
    assert packs_of(rows)[0] == Pack("箱", Quantity.of(12), UnitPrice.parse("35"), ("C1", "C2", "C3"))
