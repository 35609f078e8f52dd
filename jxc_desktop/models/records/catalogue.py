"""What the shop stocks and sells."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from jxc_desktop.models.records.columns import Key, Record
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.tax_rate import TaxRate
from jxc_desktop.models.values.unit_price import UnitPrice


class Category(Record):
    """A node of the category tree."""

    __tablename__ = "category"
    __table_args__ = (UniqueConstraint("parent_id", "name"),)
    id: Mapped[int] = mapped_column(Key, primary_key=True)
    parent_id: Mapped[int | None] = mapped_column(Key, ForeignKey("category.id"))
    name: Mapped[str] = mapped_column(String(60))


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
    id: Mapped[int] = mapped_column(Key, primary_key=True)
    code: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    initials: Mapped[str] = mapped_column(String(200))
    has_own_initials: Mapped[bool] = mapped_column(default=False)
    search_text: Mapped[str]
    unit: Mapped[str] = mapped_column(String(20))
    spec: Mapped[str] = mapped_column(String(80), default="")
    brand: Mapped[str] = mapped_column(String(60), default="")
    category_id: Mapped[int | None] = mapped_column(Key, ForeignKey("category.id"))
    retail_price: Mapped[UnitPrice]
    member_price: Mapped[UnitPrice | None]
    wholesale_price: Mapped[UnitPrice | None]
    lowest_price: Mapped[UnitPrice | None]
    reference_cost: Mapped[UnitPrice | None]
    tax_rate: Mapped[TaxRate]
    is_weighed: Mapped[bool] = mapped_column(default=False)
    is_active: Mapped[bool] = mapped_column(default=True)


class ProductUnit(Record):
    """A pack of a product: 箱 = 24 瓶, with prices of its own where the shop gave some.

    Attributes:
        factor: how much of the base unit one pack holds.
        retail_price: the price of one whole pack; None: its content at the base unit's price.
    """

    __tablename__ = "product_unit"
    __table_args__ = (UniqueConstraint("product_id", "name"), CheckConstraint("factor > 0", name="factor"))
    id: Mapped[int] = mapped_column(Key, primary_key=True)
    product_id: Mapped[int] = mapped_column(Key, ForeignKey("product.id"))
    name: Mapped[str] = mapped_column(String(20))
    factor: Mapped[Quantity]
    retail_price: Mapped[UnitPrice | None]


class Barcode(Record):
    """One code of one unit of a product.

    Attributes:
        match_key: what a scan is compared with; the same GTIN in 12, 13 or 14 digits has one key.
        unit_id: the pack it belongs to; None: the base unit.
    """

    __tablename__ = "barcode"
    __table_args__ = (Index("ix_barcode_product_id", "product_id"),)
    match_key: Mapped[str] = mapped_column(String(80), primary_key=True)
    code: Mapped[str] = mapped_column(String(80))
    product_id: Mapped[int] = mapped_column(Key, ForeignKey("product.id"))
    unit_id: Mapped[int | None] = mapped_column(Key, ForeignKey("product_unit.id"))
    position: Mapped[int] = mapped_column(default=0)
