"""The columns of 库存查询: what there is of a product, and what it cost for those who may see it."""

from jxc_desktop.services.inventory.stock_list import StockFilter, StockRow, StockSegment, StockSort, StockSummary
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import ANSWER
from jxc_desktop.ui.widgets.badge import Badge, state_badge
from jxc_desktop.ui.widgets.columns import Align, Column, Width
from jxc_desktop.ui.widgets.figure_text import money_text, price_text, quantity_text
from jxc_desktop.ui.widgets.paged_list import Summary, Wanted
from jxc_desktop.ui.widgets.paged_model import sorted_by_source


def stock_columns(*, with_cost: bool) -> list[Column[StockRow]]:
    """The columns from left to right; without costs theirs are not there at all."""
    by = sorted_by_source
    cost: list[Column[StockRow]] = [
        Column("average_cost", _("成本"), average_text, Width.PRICE, Align.RIGHT, sort=by, gives_way=True),
        Column("value", _("库存金额"), _value_text, Width.AMOUNT, Align.RIGHT, sort=by),
    ]
    return [
        Column("name", _("商品"), lambda row: row.name, Width.NAME, sort=by, tone=_name_tone, stretches=True),
        Column("barcode", _("条码"), lambda row: row.barcode, Width.BARCODE, sort=by, tone=Tone.MUTED, gives_way=True),
        Column("unit", _("单位"), lambda row: row.unit, 3.4, Align.CENTRE, sort=by, tone=Tone.MUTED),
        Column(
            "quantity",
            _("现存"),
            lambda row: quantity_text(row.quantity),
            Width.PRICE,
            Align.RIGHT,
            sort=by,
            style=ANSWER,
            tone=_quantity_tone,
        ),
        Column(
            "retail_price",
            _("零售价"),
            lambda row: price_text(row.retail_price),
            Width.PRICE,
            Align.RIGHT,
            sort=by,
            gives_way=True,
        ),
        *(cost if with_cost else []),
        Column("state", _("状态"), lambda row: stock_badge(row).word, Width.BADGE - 1, badge=stock_badge),
    ]


def stock_segments() -> list[tuple[str, str]]:
    """The segments above the list, name and word."""
    words = {
        StockSegment.ALL: _("全部"),
        StockSegment.IN_STOCK: _("有货"),
        StockSegment.OUT: _("缺货"),
        StockSegment.NEGATIVE: _("负库存"),
        StockSegment.INACTIVE: _("停用"),
    }
    return [(segment.value, word) for segment, word in words.items()]


def stock_filter(wanted: Wanted, categories: dict[tuple[str, ...], int]) -> StockFilter:
    """What the list is asked for, as the stock is asked."""
    return StockFilter(
        wanted.search,
        categories.get(wanted.category),
        wanted.is_descending,
        StockSegment(wanted.segment),
        StockSort(wanted.sort),
    )


def shown_summary(summary: StockSummary, segment: str) -> Summary:
    """Counts and totals as the list shows them."""
    counts = {segment.value: count for segment, count in summary.counts.items()}
    label = _("合计 {count} 种").format(count=f"{counts[segment]:,}")
    totals = {"name": label, "quantity": quantity_text(summary.quantity)}
    if summary.value is not None:
        totals["value"] = money_text(summary.value)
    return Summary(counts, totals)


def stock_badge(row: StockRow) -> Badge:
    """The state of a product's stock in one word."""
    if not row.is_active:
        return Badge(_("停用"), "lock")
    if row.quantity.milli < 0:
        return Badge(_("负库存"), "alert-triangle", Tone.DANGER)
    return state_badge("out") if row.quantity.milli == 0 else state_badge("normal")


def average_text(row: StockRow) -> str:
    """The average cost with two decimals; nothing where it never cost anything."""
    return "" if row.average_cost is None else money_text(row.average_cost.to_fen())


def _value_text(row: StockRow) -> str:
    return "" if row.value is None else money_text(row.value)


def _name_tone(row: StockRow) -> Tone:
    return Tone.TEXT if row.is_active else Tone.MUTED


def _quantity_tone(row: StockRow) -> Tone:
    if row.quantity.milli < 0:
        return Tone.DANGER
    return Tone.TEXT if row.quantity.milli else Tone.MUTED
