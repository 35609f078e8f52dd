"""来龙去脉 of a sale or return, as its panel shows it."""

from collections.abc import Sequence

from jxc_desktop.services.sales.sale_list import SaleRow
from jxc_desktop.services.sales.trail import SaleRelation, SaleTrailRow
from jxc_desktop.services.words import _
from jxc_desktop.ui.widgets.figure_text import money_text
from jxc_desktop.ui.widgets.trail_list import TrailEntry

ICONS = {
    SaleRelation.SALE: "receipt",
    SaleRelation.RETURN: "receipt-refund",
    SaleRelation.REVERSES: "receipt",
    SaleRelation.REVERSED_BY: "arrow-back-up",
}


def trail_entries(own: SaleRow, others: Sequence[SaleTrailRow]) -> list[TrailEntry]:
    """The document among those around it, in order of time."""
    entries = [(row.document_id, _entry(row)) for row in others]
    itself = TrailEntry(None, "receipt", own.number, _("本单"), money_text(own.amount))
    entries.append((own.document_id, itself))
    return [entry for _key, entry in sorted(entries, key=lambda pair: pair[0])]


def _entry(row: SaleTrailRow) -> TrailEntry:
    note = f"{row.moment:%m-%d %H:%M}  {relation_word(row)}  {row.operator}"
    return TrailEntry(row.document_id, ICONS[row.relation], row.number, note, money_text(row.amount))


def relation_word(row: SaleTrailRow) -> str:
    """What the other document is to this one."""
    if row.relation is SaleRelation.REVERSED_BY:
        return _("红冲本单")
    if row.relation is SaleRelation.REVERSES:
        return _("被本单红冲")
    if row.relation is SaleRelation.SALE:
        return _("红冲原销售") if row.is_mirror else _("原销售")
    return _("红冲退货") if row.is_mirror else _("退货")
