import pytest

from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.product import Pack
from jxc_desktop.services.migrate_in.product_cells import PackSize
from jxc_desktop.services.migrate_in.product_packs import BadPackError, PackCells

TWELVE, SIX = Quantity.of(12), Quantity.of(6)


@pytest.mark.parametrize(
    "cells",
    [
        PackCells(unit="箱", size=PackSize("", TWELVE)),
        PackCells(size=PackSize("箱", TWELVE)),
        PackCells(case=PackSize("", TWELVE)),
        PackCells(unit="箱", case=PackSize("", TWELVE)),
        PackCells(unit="箱", size=PackSize("", TWELVE), case=PackSize("", TWELVE)),
    ],
)
def test_a_case_of_twelve_is_told_in_several_ways(cells: PackCells) -> None:
    assert cells.packs() == (Pack("箱", TWELVE),)


def test_a_pack_has_its_own_price_and_codes() -> None:
    cells = PackCells(unit="箱", size=PackSize("", TWELVE), codes=("16901028126219",), price=UnitPrice(360_000))
    assert cells.packs() == (Pack("箱", TWELVE, UnitPrice(360_000), ("16901028126219",)),)


def test_a_bundle_and_a_case_are_two_packs_and_the_code_is_the_bundles() -> None:
    cells = PackCells(unit="提", size=PackSize("", SIX), case=PackSize("", TWELVE), codes=("123",))
    assert cells.packs() == (Pack("提", SIX, None, ("123",)), Pack("箱", TWELVE))


def test_a_pack_of_a_single_one_is_none() -> None:
    assert PackCells(unit="个", is_single=True).packs() == ()


@pytest.mark.parametrize(
    ("cells", "column", "reason"),
    [
        (PackCells(unit="箱"), "pack_unit", "pack_without_size"),
        (PackCells(size=PackSize("", TWELVE)), "pack_size", "pack_without_unit"),
        (PackCells(codes=("123",)), "pack_barcode", "pack_code_without_pack"),
        (PackCells(price=UnitPrice(1)), "pack_price", "pack_price_without_pack"),
        (PackCells(unit="箱", size=PackSize("", SIX), case=PackSize("", TWELVE)), "case_size", "two_pack_sizes"),
    ],
)
def test_half_a_pack_says_which_column_to_look_at(cells: PackCells, column: str, reason: str) -> None:
    with pytest.raises(BadPackError) as refusal:
        cells.packs()
    assert (refusal.value.column, refusal.value.reason) == (column, reason)
