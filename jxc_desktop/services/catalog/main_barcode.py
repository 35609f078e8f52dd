"""A product's main barcode: the first one of its base unit, one at most."""

from sqlalchemy import and_, func, select

from jxc_desktop.models.records import Barcode, Product

# Joins a product with it.
IS_MAIN_BARCODE = and_(Barcode.product_id == Product.id, Barcode.unit_id.is_(None), Barcode.position == 0)
# What a row says of it, once it is joined.
BARCODE = func.coalesce(Barcode.code, "")
# Looks it up for a row's product; empty where it has none.
MAIN_BARCODE = select(func.min(Barcode.code)).where(IS_MAIN_BARCODE).correlate(Product).scalar_subquery()
