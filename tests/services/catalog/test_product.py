"""What one unit of a product costs at the counter."""

from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.product import Pack, ProductDetails

ONE = Quantity.of(1)
CASE, BOX = Pack("箱", Quantity.of(24), UnitPrice.parse("60")), Pack("提", Quantity.of(6))
COLA = ProductDetails("可乐", unit="瓶", packs=(CASE, BOX), retail_price=UnitPrice.parse("2.9333"))


def test_the_base_unit_costs_the_retail_price() -> None:
    assert COLA.price_of("瓶", ONE) == UnitPrice.parse("2.9333")


def test_a_pack_costs_its_own_price_or_that_of_its_content() -> None:
    assert COLA.price_of("箱", Quantity.of(24)) == UnitPrice.parse("60")
    assert COLA.price_of("提", Quantity.of(6)) == UnitPrice.parse("17.5998")


def test_a_unit_there_is_not_and_goods_not_sold_any_more_have_no_price() -> None:
    assert COLA.price_of("打", Quantity.of(12)) is None
    assert COLA.price_of("箱", Quantity.of(12)) is None
    assert ProductDetails("旧货", unit="瓶", is_active=False).price_of("瓶", ONE) is None
