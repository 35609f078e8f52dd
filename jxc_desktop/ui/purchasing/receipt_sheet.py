"""A receipt or supplier return as it is shown: facts, figures, what can be undone and what can go back."""

from collections.abc import Sequence

from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import MILLI, Quantity
from jxc_desktop.services.people.trail import Relation, TrailRow
from jxc_desktop.services.purchasing.receipt import ReceiptRow, StoredReceipt, StoredReceiptLine
from jxc_desktop.services.words import _
from jxc_desktop.ui.purchasing.receipt_columns import RECEIPT_ICON, RETURN_ICON, settled_word
from jxc_desktop.ui.widgets.document_view import DocumentSheet
from jxc_desktop.ui.widgets.document_words import (
    counted,
    document_badge,
    in_order,
    moment_words,
    pack_words,
    relation_word,
    undone_facts,
    why_not_undone,
)
from jxc_desktop.ui.widgets.figure_text import money_text, quantity_text
from jxc_desktop.ui.widgets.return_draft import ReturnLine, ReturnOffer
from jxc_desktop.ui.widgets.reversal import Undo
from jxc_desktop.ui.widgets.trail_list import TrailEntry

ICONS = {
    Relation.ORIGINAL: RECEIPT_ICON,
    Relation.RETURN: RETURN_ICON,
    Relation.REVERSES: RECEIPT_ICON,
    Relation.REVERSED_BY: "arrow-back-up",
    Relation.CORRECTION: "coins",
}


def receipt_sheet(
    receipt: StoredReceipt, trail: Sequence[TrailRow], may_correct: bool
) -> DocumentSheet[StoredReceiptLine]:
    """The sheet of a receipt or supplier return; may_correct: whether its costs may be corrected by who is here."""
    row, why_not = receipt.row, why_nothing_goes_back(receipt)
    is_standing = row.kind is DocumentKind.GOODS_RECEIPT and not why_not_undone(row.is_mirror, receipt.reversed_by)
    return DocumentSheet(
        document_id=row.document_id,
        number=row.number,
        title=document_title(row),
        badge=document_badge(row.state.value, row.is_mirror),
        facts=_facts(receipt),
        lines=receipt.lines,
        hidden=_empty_columns(receipt.lines) | (frozenset({"left"}) if why_not else frozenset()),
        totals=_totals(receipt),
        figures=(_money_pairs(row, trail),),
        trail=_trail(row, trail),
        undo=_undo(receipt),
        offer=ReturnOffer(tuple(map(_return_line, receipt.lines)), receipt.account_id, why_not),
        keys=("F3",) if is_standing and may_correct and not row.is_history else (),
    )


def document_title(row: ReceiptRow) -> str:
    """What stands over the document."""
    title = _("采购退货 {number}") if row.kind is DocumentKind.SUPPLIER_RETURN else _("采购入库 {number}")
    return title.format(number=row.number)


def why_nothing_goes_back(receipt: StoredReceipt) -> str:
    """Why nothing of it can go back to the supplier; "" where something can."""
    if receipt.row.kind is DocumentKind.SUPPLIER_RETURN:
        return _("这是退货单，从原入库单退货")
    if receipt.row.is_mirror:
        return _("这是红冲单，没有货可退")
    if receipt.reversed_by:
        return _("这张单已经红冲，没有货可退")
    return "" if any(line.left.milli > 0 for line in receipt.lines) else _("这张单的货已经全部退完")


def _trail(own: ReceiptRow, others: Sequence[TrailRow]) -> list[TrailEntry]:
    icon = RETURN_ICON if own.kind is DocumentKind.SUPPLIER_RETURN else RECEIPT_ICON
    itself = TrailEntry(None, icon, own.number, _("本单"), money_text(own.amount))
    return in_order(own.document_id, itself, [(row.document_id, _entry(row)) for row in others])


def _entry(row: TrailRow) -> TrailEntry:
    """A correction has no page: what there is to know of it is said."""
    word = relation_word(row)
    note = f"{row.moment:%m-%d %H:%M}  {word}  {row.note or row.operator}"
    amount = money_text(row.amount)
    words = _("{number} 是{word} {amount}，没有单独的页面").format(number=row.number, word=word, amount=amount)
    key: object = words if row.kind is DocumentKind.COST_CORRECTION else row.document_id
    return TrailEntry(key, ICONS[row.relation], row.number, note, amount)


def _undo(receipt: StoredReceipt) -> Undo:
    row = receipt.row
    has_gone_back = any(line.left != line.quantity for line in receipt.lines)
    if row.kind is DocumentKind.SUPPLIER_RETURN:
        question, goods = _("红冲整张退货单 {amount}"), _("货回到库存")
    elif has_gone_back:
        question, goods = _("红冲还没退的货"), _("这些货从库存拿掉")
    else:
        question, goods = _("红冲整张入库单 {amount}"), _("货从库存拿掉")
    return Undo(
        question.format(amount=money_text(row.amount)),
        _("{goods}，{money}").format(goods=goods, money=_money_goes(row)),
        why_not_undone(row.is_mirror, receipt.reversed_by),
    )


def _money_goes(row: ReceiptRow) -> str:
    """Where the money goes when a document is undone."""
    is_return = row.kind is DocumentKind.SUPPLIER_RETURN
    if row.paid_from:
        words = _("钱从{account}还出去") if is_return else _("钱退回{account}")
        return words.format(account=row.paid_from)
    if row.is_history:
        return _("不动往来账")
    return _("欠款加回去") if is_return else _("欠款减掉")


def _return_line(line: StoredReceiptLine) -> ReturnLine:
    return ReturnLine(
        line.line_id,
        line.product_id,
        line.name,
        line.barcode,
        line.base_unit,
        line.quantity,
        line.amount,
        line.left,
        line.is_weighed or line.quantity.milli % MILLI != 0,
        pack_words(line.unit_name, line.unit_factor, line.base_unit),
    )


def _empty_columns(lines: Sequence[StoredReceiptLine]) -> frozenset[str]:
    """Columns no line has anything in."""
    filled = {
        "produced": any(line.produced_on for line in lines),
        "expires": any(line.expires_on for line in lines),
        "lot": any(line.lot_number for line in lines),
    }
    return frozenset(name for name, is_filled in filled.items() if not is_filled)


def _facts(receipt: StoredReceipt) -> list[tuple[str, str]]:
    row = receipt.row
    facts = [
        (_("供应商"), row.supplier),
        (_("日期"), row.day.isoformat()),
        (_("过账"), moment_words(row.moment)),
        (_("经手"), row.operator),
        (_("结算"), settled_word(row)),
    ]
    if row.is_history:
        facts.append((_("来源"), _("导入的历史")))
    return [*facts, *undone_facts(receipt.reverses, receipt.reversed_by, receipt.note)]


def _totals(receipt: StoredReceipt) -> dict[str, str]:
    count = Quantity(sum(counted(line.quantity, line.unit_factor).milli for line in receipt.lines))
    return {
        "product": _("共 {lines} 种").format(lines=len({line.product_id for line in receipt.lines})),
        "count": quantity_text(count),
        "amount": money_text(receipt.row.amount),
    }


def _money_pairs(row: ReceiptRow, trail: Sequence[TrailRow]) -> list[tuple[str, str]]:
    """What the document came to, and what returns, corrections and its undoing made of that."""
    own = _("退货金额") if row.kind is DocumentKind.SUPPLIER_RETURN else _("入库金额")
    later = {
        _("已退货"): Relation.RETURN,
        _("成本调整"): Relation.CORRECTION,
        _("红冲"): Relation.REVERSED_BY,
    }
    sums = {
        word: Money(sum(other.amount.fen for other in trail if other.relation is relation))
        for word, relation in later.items()
    }
    pairs = [(word, amount) for word, amount in sums.items() if amount.fen]
    if not pairs:
        return [(own, money_text(row.amount))]
    rest = Money(row.amount.fen + sum(amount.fen for _word, amount in pairs))
    return [(word, money_text(amount)) for word, amount in ((own, row.amount), *pairs, (_("净额"), rest))]
