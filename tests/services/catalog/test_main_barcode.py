"""A product's main barcode."""

from pathlib import Path

from sqlalchemy import select

from jxc_desktop.models.records import Barcode, Product
from jxc_desktop.services.catalog.main_barcode import BARCODE, IS_MAIN_BARCODE, MAIN_BARCODE
from tests.services.small_shop import BISCUIT, COLA, OLD, RICE, SOAP, TEA, SmallShop


def test_a_product_with_many_codes_is_one_row_with_its_main_barcode(tmp_path: Path) -> None:
    shop = SmallShop(tmp_path)
    query = select(Product.id, BARCODE, MAIN_BARCODE).outerjoin(Barcode, IS_MAIN_BARCODE).order_by(Product.id)
    with shop.reading() as books:
        found = books.connection.execute(query).all()
    shop.close()
    assert found == [
        (COLA, "690001", "690001"),
        (RICE, "690002", "690002"),
        (SOAP, "", None),
        (TEA, "690004", "690004"),
        (BISCUIT, "690005", "690005"),
        (OLD, "690006", "690006"),
    ]
