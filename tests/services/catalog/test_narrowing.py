from pathlib import Path

from sqlalchemy import select

from jxc_desktop.models.records import Barcode, Product
from jxc_desktop.services.catalog.narrowing import BARCODE, IS_MAIN_BARCODE, in_order, narrowed, page_of
from tests.services.small_shop import BISCUIT, COLA, OLD, RICE, SOAP, TEA, SmallShop


def test_a_product_with_many_codes_is_one_row_with_its_main_barcode(tmp_path: Path) -> None:
    shop = SmallShop(tmp_path)
    query = select(Product.id, BARCODE).outerjoin(Barcode, IS_MAIN_BARCODE).order_by(Product.id)
    with shop.reading() as books:
        found = books.connection.execute(query).all()
    shop.close()
    assert found == [
        (COLA, "690001"),
        (RICE, "690002"),
        (SOAP, ""),
        (TEA, "690004"),
        (BISCUIT, "690005"),
        (OLD, "690006"),
    ]


def test_nothing_typed_and_no_category_narrow_nothing() -> None:
    assert narrowed("  ", None) == []


def test_equal_ones_stay_in_the_order_they_were_written_down_on_every_page(tmp_path: Path) -> None:
    shop = SmallShop(tmp_path)
    found: list[int] = []
    with shop.reading() as books:
        for offset in (0, 4):
            page = page_of(
                select(Product.id), Product.tax_rate, descending=False, is_narrow=False, offset=offset, limit=4
            )
            rows = in_order(select(Product.id), page, descending=False)
            found += books.connection.execute(rows).scalars().all()
    shop.close()
    assert found == [COLA, RICE, SOAP, TEA, BISCUIT, OLD]
