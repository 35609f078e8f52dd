"""What the shop stocks and sells."""

from sqlalchemy import BigInteger, Boolean, CheckConstraint, ForeignKey, Index, String, UniqueConstraint

from jxc_desktop.models.records.columns import (
    Key,
    QuantityColumn,
    Record,
    TaxRateColumn,
    UnitPriceColumn,
    column,
    optional,
)


class Category(Record):
    """A node of the category tree."""

    __tablename__ = "category"
    __table_args__ = (UniqueConstraint("parent_id", "name"),)
    id = column(Key, primary_key=True)
    parent_id = optional(Key, ForeignKey("category.id"))
    name = column(String(60))


class Product(Record):
    """What is stocked and sold.

    Attributes:
        initials: pinyin initials for the search, computed on saving unless the shop wrote its own.
        search_text: name, initials, code and barcodes in one lower-case text, for searching as one types.
        unit: the base unit that stock is kept in.
        reference_cost: 进价: what the goods are thought to cost until some come in with a price.
    """

    __tablename__ = "product"
    __table_args__ = (Index("ix_product_name", "name", "id"), Index("ix_product_category_id", "category_id"))
    id = column(Key, primary_key=True)
    code = column(String(40), unique=True)
    name = column(String(120))
    initials = column(String(200))
    has_own_initials = column(Boolean, default=False)
    search_text = column(String)
    unit = column(String(20))
    spec = column(String(80), default="")
    brand = column(String(60), default="")
    category_id = optional(Key, ForeignKey("category.id"))
    retail_price = column(UnitPriceColumn)
    member_price = optional(UnitPriceColumn)
    wholesale_price = optional(UnitPriceColumn)
    lowest_price = optional(UnitPriceColumn)
    reference_cost = optional(UnitPriceColumn)
    tax_rate = column(TaxRateColumn)
    is_weighed = column(Boolean, default=False)
    is_active = column(Boolean, default=True)


class ProductUnit(Record):
    """A pack of a product: 箱 = 24 瓶, with prices of its own where the shop gave some.

    Attributes:
        factor: how much of the base unit one pack holds.
        retail_price: the price of one whole pack; None: its content at the base unit's price.
    """

    __tablename__ = "product_unit"
    __table_args__ = (UniqueConstraint("product_id", "name"), CheckConstraint("factor > 0", name="factor"))
    id = column(Key, primary_key=True)
    product_id = column(Key, ForeignKey("product.id"))
    name = column(String(20))
    factor = column(QuantityColumn)
    retail_price = optional(UnitPriceColumn)


class Barcode(Record):
    """One code of one unit of a product.

    Attributes:
        match_key: what a scan is compared with; the same GTIN in 12, 13 or 14 digits has one key.
        unit_id: the pack it belongs to; None: the base unit.
    """

    __tablename__ = "barcode"
    __table_args__ = (Index("ix_barcode_product_id", "product_id"),)
    match_key = column(String(80), primary_key=True)
    code = column(String(80))
    product_id = column(Key, ForeignKey("product.id"))
    unit_id = optional(Key, ForeignKey("product_unit.id"))
    position = column(BigInteger, default=0)
