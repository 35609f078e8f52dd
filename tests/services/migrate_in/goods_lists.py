"""Goods lists as shops write them, and what is refused of them."""

from pathlib import Path

import pytest

from jxc_desktop.services.catalog.product import ProductDetails
from jxc_desktop.services.migrate_in.faults import FileFaultsError, fault_text
from jxc_desktop.services.migrate_in.import_result import ImportResult
from tests.services.exchange.sheet_files import xlsx_file
from tests.story import Story


def imported(story: Story, folder: Path, *rows: str) -> ImportResult:
    """What importing a list does; cells are written with | between them, headings first."""
    return story.shop.imports.products(goods_list(folder, *rows))


def refused(story: Story, folder: Path, *rows: str) -> list[str]:
    """The sentences with which a list is refused."""
    with pytest.raises(FileFaultsError) as refusal:
        imported(story, folder, *rows)
    return [fault_text(fault) for fault in refusal.value.faults]


def goods_list(folder: Path, *rows: str) -> Path:
    """A workbook with these rows."""
    return xlsx_file(folder / "商品.xlsx", [row.split("|") for row in rows])


def found(story: Story, code: str) -> ProductDetails:
    """Everything about the product a scan of the code finds."""
    product = story.shop.catalog.find_by_code(code)
    assert hasattr(product, "product_id"), f"{code} finds nothing"
    return story.shop.catalog.product(product.product_id)


def product_count(story: Story) -> int:
    """How many products the shop has."""
    return rows_of(story, "product")


def rows_of(story: Story, table: str) -> int:
    """How many rows a table of the shop file has."""
    with story.desk.storage.reading() as books:
        return int(books.connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one())
