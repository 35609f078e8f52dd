"""A product as the services hand it over and take it back."""

from dataclasses import dataclass

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.rounding import half_away_from_zero
from jxc_desktop.models.values.tax_rate import TaxRate
from jxc_desktop.models.values.unit_price import UnitPrice

# A price beyond it is a code in the wrong field.
HIGHEST_PRICE = UnitPrice(99_999_999_9999)


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack unit (箱 = 24 瓶).

    Attributes:
        factor: how much of the base unit one pack holds.
        retail_price: the price of a whole pack; None: its content at the base unit's price.
        codes: its own barcodes.
    """

    name: str
    factor: Quantity
    retail_price: UnitPrice | None = None
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProductDetails:
    """Everything a shop writes down about a product.

    Attributes:
        id: None for one that is not saved yet.
        code: 货号; "" asks for one: the first barcode, else the next free number.
        codes: the base unit's barcodes, the main one first.
        initials: "" asks for them to be computed.
        category: names from the root of the tree down, such as ("食品", "饮料").
        reference_cost: 进价; None also where the operator may not see costs.
    """

    name: str
    id: int | None = None
    code: str = ""
    codes: tuple[str, ...] = ()
    unit: str = "个"
    packs: tuple[Pack, ...] = ()
    initials: str = ""
    category: tuple[str, ...] = ()
    brand: str = ""
    spec: str = ""
    retail_price: UnitPrice = UnitPrice(0)
    member_price: UnitPrice | None = None
    wholesale_price: UnitPrice | None = None
    lowest_price: UnitPrice | None = None
    reference_cost: UnitPrice | None = None
    tax_rate: TaxRate = TaxRate.R13
    is_weighed: bool = False
    is_active: bool = True

    def price_of(self, unit_name: str, unit_factor: Quantity) -> UnitPrice | None:
        """What a unit that holds so much costs at the counter; None where it is not sold (any more)."""
        if not self.is_active:
            return None
        if (unit_name, unit_factor) == (self.unit, Quantity.of(1)):
            return self.retail_price
        pack = next((pack for pack in self.packs if (pack.name, pack.factor) == (unit_name, unit_factor)), None)
        if pack is None or pack.retail_price is not None:
            return None if pack is None else pack.retail_price
        return UnitPrice(half_away_from_zero(self.retail_price.parts * pack.factor.milli, 1000))


@dataclass(frozen=True, slots=True)
class FoundProduct:
    """What a scanned or chosen code stands for at the counter.

    Attributes:
        code: the barcode as it is stored; unit_name, unit_factor: the unit it belongs to.
        price: of one such unit.
        on_hand: of the base unit, on the shop floor.
        quantity: how much one scan adds, in that unit; a weighed label brings its own.
        given_amount: what a label says it costs; None: price times quantity.
    """

    product_id: int
    name: str
    code: str
    unit_name: str
    unit_factor: Quantity
    price: UnitPrice
    lowest_price: UnitPrice | None
    is_weighed: bool
    on_hand: Quantity
    quantity: Quantity = Quantity(1000)
    given_amount: Money | None = None
