"""The columns of the list of products."""

from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.product_list import ProductFilter, ProductRow, ProductSegment, ProductSort
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import ANSWER
from jxc_desktop.ui.widgets.badge import Badge, state_badge
from jxc_desktop.ui.widgets.columns import Align, Column, Width
from jxc_desktop.ui.widgets.figure_text import price_text
from jxc_desktop.ui.widgets.paged_list import Summary, Wanted
from jxc_desktop.ui.widgets.paged_model import sorted_by_source


def product_columns(*, with_cost: bool) -> list[Column[ProductRow]]:
    """The columns from left to right; without costs theirs is not there at all."""
    by, right, price = sorted_by_source, Align.RIGHT, Width.PRICE
    cost: list[Column[ProductRow]] = [
        Column("reference_cost", _("进价"), lambda row: _price(row.reference_cost), price, right, sort=by)
    ]
    return [
        Column("code", _("货号"), lambda row: row.code, Width.BARCODE, sort=by, tone=Tone.MUTED),
        Column("name", _("商品"), lambda row: row.name, Width.NAME, sort=by, tone=_name_tone, stretches=True),
        Column("barcode", _("条码"), lambda row: row.barcode, Width.BARCODE, sort=by, tone=Tone.MUTED, gives_way=True),
        Column("unit", _("单位"), lambda row: row.unit, 3.4, Align.CENTRE, sort=by, tone=Tone.MUTED),
        Column("category", _("类别"), lambda row: row.category, 14, sort=by),
        Column("spec", _("规格"), lambda row: row.spec, 9, sort=by, gives_way=True),
        Column("retail_price", _("零售价"), lambda row: _price(row.retail_price), price, right, sort=by, style=ANSWER),
        Column("member_price", _("会员价"), lambda row: _price(row.member_price), price, right, sort=by),
        *(cost if with_cost else []),
        Column("state", _("状态"), lambda row: product_badge(row).word, 7.6, badge=product_badge),
    ]


def product_segments() -> list[tuple[str, str]]:
    """The segments above the list, name and word."""
    words = {ProductSegment.ACTIVE: _("在售"), ProductSegment.INACTIVE: _("停用"), ProductSegment.ALL: _("全部")}
    return [(segment.value, word) for segment, word in words.items()]


def product_filter(wanted: Wanted, categories: dict[tuple[str, ...], int]) -> ProductFilter:
    """What the list is asked for, as the catalogue is asked."""
    return ProductFilter(
        wanted.search,
        categories.get(wanted.category),
        wanted.is_descending,
        ProductSegment(wanted.segment),
        ProductSort(wanted.sort),
    )


def shown_counts(counts: dict[str, int], segment: str) -> Summary:
    """Counts as the list shows them, and how many products there are below it."""
    return Summary(counts, {"code": _("合计 {count} 种").format(count=f"{counts[segment]:,}")})


def product_badge(row: ProductRow) -> Badge:
    """Whether it is sold."""
    return state_badge("normal") if row.is_active else Badge(_("停用"), "lock")


def _price(price: UnitPrice | None) -> str:
    return "" if price is None else price_text(price)


def _name_tone(row: ProductRow) -> Tone:
    return Tone.TEXT if row.is_active else Tone.MUTED
