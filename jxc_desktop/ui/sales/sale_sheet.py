"""A sale or return as it is shown: facts, figures, what can be undone and what can come back."""

from collections.abc import Sequence

from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import MILLI
from jxc_desktop.services.people.trail import Relation, TrailRow
from jxc_desktop.services.sales.sale_list import Sale, SaleRow, SoldLine
from jxc_desktop.services.words import _
from jxc_desktop.ui.sales.sale_columns import discount_of, reduction_text
from jxc_desktop.ui.widgets.document_view import DocumentSheet
from jxc_desktop.ui.widgets.document_words import (
    document_badge,
    in_order,
    moment_words,
    pack_words,
    relation_word,
    undone_facts,
    why_not_undone,
)
from jxc_desktop.ui.widgets.figure_text import money_text
from jxc_desktop.ui.widgets.return_draft import ReturnLine, ReturnOffer
from jxc_desktop.ui.widgets.reversal import Undo
from jxc_desktop.ui.widgets.trail_list import TrailEntry

ICONS = {
    Relation.ORIGINAL: "receipt",
    Relation.RETURN: "receipt-refund",
    Relation.REVERSES: "receipt",
    Relation.REVERSED_BY: "arrow-back-up",
}


def sale_sheet(sale: Sale, trail: Sequence[TrailRow]) -> DocumentSheet[SoldLine]:
    """The sheet of a sale or return."""
    row, why_not = sale.row, why_nothing_comes_back(sale)
    discount = Money(sum(discount_of(line).fen for line in sale.lines))
    rounding = Money(sum(line.rounding_off.fen for line in sale.lines))
    empty = {"discount": not discount.fen, "rounding": not rounding.fen, "left": bool(why_not)}
    return DocumentSheet(
        document_id=row.document_id,
        number=row.number,
        title=document_title(row),
        badge=document_badge(row.state.value, row.is_mirror),
        facts=_facts(sale),
        lines=sale.lines,
        hidden=frozenset(name for name, is_empty in empty.items() if is_empty),
        totals={
            "product": _("共 {lines} 行").format(lines=len(sale.lines)),
            "discount": reduction_text(discount),
            "rounding": reduction_text(rounding),
            "net": money_text(row.amount),
        },
        figures=(_money_pairs(sale, discount, rounding), _payment_pairs(sale)),
        trail=_trail(row, trail),
        undo=_undo(sale),
        offer=ReturnOffer(tuple(map(_return_line, sale.lines)), _most_paid_from(sale), why_not),
        keys=("Ctrl+P",),
    )


def document_title(row: SaleRow) -> str:
    """What stands over the document."""
    title = _("零售退货 {number}") if row.kind is DocumentKind.CUSTOMER_RETURN else _("零售单 {number}")
    return title.format(number=row.number)


def why_nothing_comes_back(sale: Sale) -> str:
    """Why nothing of it can be returned; "" where something can."""
    if sale.row.kind is DocumentKind.CUSTOMER_RETURN:
        return _("这是退货单，从原销售单退货")
    if sale.row.is_mirror:
        return _("这是红冲单，没有货可退")
    if sale.reversed_by:
        return _("这张单已经红冲，没有货可退")
    return "" if any(line.left.milli > 0 for line in sale.lines) else _("这张单的货已经全部退完")


def _trail(own: SaleRow, others: Sequence[TrailRow]) -> list[TrailEntry]:
    itself = TrailEntry(None, "receipt", own.number, _("本单"), money_text(own.amount))
    return in_order(own.document_id, itself, [(row.document_id, _entry(row)) for row in others])


def _entry(row: TrailRow) -> TrailEntry:
    note = f"{row.moment:%m-%d %H:%M}  {relation_word(row)}  {row.operator}"
    return TrailEntry(row.document_id, ICONS[row.relation], row.number, note, money_text(row.amount))


def _undo(sale: Sale) -> Undo:
    ways = "+".join(sale.row.ways_of_paying) or _("没有收付款")
    return Undo(
        _("红冲整张单 {amount}").format(amount=money_text(sale.row.amount)),
        _("钱退回{ways}，库存退回").format(ways=ways),
        why_not_undone(sale.row.is_mirror, sale.reversed_by),
    )


def _return_line(line: SoldLine) -> ReturnLine:
    is_divisible = line.is_weighed or line.quantity.milli % MILLI != 0
    return ReturnLine(
        line.line_id,
        line.product_id,
        line.name,
        line.barcode,
        line.base_unit,
        line.quantity,
        line.net,
        line.left,
        is_divisible,
        pack_words(line.unit_name, line.unit_factor, line.base_unit),
    )


def _most_paid_from(sale: Sale) -> int | None:
    """The account most of the money went into."""
    most = max(sale.tenders, key=lambda tender: tender.kept, default=None)
    return None if most is None else most.account_id


def _facts(sale: Sale) -> list[tuple[str, str]]:
    row = sale.row
    facts = [(_("时间"), moment_words(row.moment)), (_("收银员"), row.operator)]
    if sale.shift_began is not None:
        facts.append((_("班次"), _("{moment} 起").format(moment=f"{sale.shift_began:%m-%d %H:%M}")))
    if row.is_history:
        facts.append((_("来源"), _("导入的历史")))
    if row.member_code:
        facts.append((_("会员"), row.member_code))
    return [*facts, *undone_facts(sale.reverses, sale.reversed_by, sale.note)]


def _money_pairs(sale: Sale, discount: Money, rounding: Money) -> list[tuple[str, str]]:
    listed = Money(sum(line.list_amount.fen for line in sale.lines))
    pairs = [(_("原价合计"), money_text(listed))]
    if discount.fen:
        pairs.append((_("优惠"), money_text(-discount)))
    if rounding.fen:
        pairs.append((_("抹零"), money_text(-rounding)))
    due = _("应退") if sale.row.amount.fen < 0 else _("应收")
    return [*pairs, (due, money_text(sale.row.amount))]


def _payment_pairs(sale: Sale) -> list[tuple[str, str]]:
    pairs = [(f"{tender.account} {tender.reference}".strip(), money_text(tender.tendered)) for tender in sale.tenders]
    if sale.change.fen:
        pairs.append((_("找零"), money_text(sale.change)))
    return pairs or [(_("没有收付款"), "")]
