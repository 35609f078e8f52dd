"""A goods list that was looked at and refused."""

from pathlib import Path

from jxc_desktop.services.exchange.sheet_reader import read_sheet
from jxc_desktop.services.migrate_in.faults import FileFaultsError
from jxc_desktop.services.migrate_in.preview import ImportPreview, preview_of
from jxc_desktop.services.migrate_in.product_columns import PRODUCT_FORM
from jxc_desktop.services.migrate_in.product_rows import read_products

ROWS = "商品名称,条码,零售价,产地\n可乐,6901234567892,3,上海\n红茶,690002,贵,\n,690003,2,\n可乐,06901234567892,1,\n"


def refused_list(folder: Path, rows: str = ROWS) -> tuple[ImportPreview, FileFaultsError]:
    """What is seen of it, and what is wrong with it."""
    path = folder / "refused.csv"
    path.write_text(rows, encoding="utf-8")
    seen = preview_of(read_sheet(path), PRODUCT_FORM, {})
    try:
        read_products(path).faults.refuse()
    except FileFaultsError as fault:
        return seen, fault
    raise AssertionError("nothing is wrong with it")
