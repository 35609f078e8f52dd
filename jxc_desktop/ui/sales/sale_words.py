"""Sales and returns in words: what they are, their state, how they were paid."""

from datetime import datetime

from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.rounding import half_away_from_zero
from jxc_desktop.services.sales.sale_list import Sale, SaleRow, SoldLine
from jxc_desktop.services.words import _
from jxc_desktop.ui.widgets.badge import Badge, state_badge


def kind_word(row: SaleRow) -> str:
    """A sale or a return."""
    return _("退货") if row.kind is DocumentKind.CUSTOMER_RETURN else _("销售")


def document_title(row: SaleRow) -> str:
    """What stands over the document."""
    title = _("零售退货 {number}") if row.kind is DocumentKind.CUSTOMER_RETURN else _("零售单 {number}")
    return title.format(number=row.number)


def state_of(row: SaleRow) -> Badge:
    """The badge of a sale's state; what undoes another has its own."""
    return state_badge("mirror" if row.is_mirror else row.state.value)


def moment_words(moment: datetime) -> str:
    """Date and time to the minute."""
    return f"{moment:%Y-%m-%d %H:%M}"


def sold_count(line: SoldLine) -> Quantity:
    """How many of the unit it was sold in."""
    return Quantity(half_away_from_zero(line.quantity.milli * 1000, line.unit_factor.milli))


def may_come_back(sale: Sale) -> bool:
    """Whether goods of it can still be returned."""
    return not why_not(sale)


def why_not(sale: Sale) -> str:
    """Why nothing of it can be returned; "" where something can."""
    if sale.row.kind is DocumentKind.CUSTOMER_RETURN:
        return _("这是退货单，从原销售单退货")
    if sale.row.is_mirror:
        return _("这是红冲单，没有货可退")
    if sale.reversed_by:
        return _("这张单已经红冲，没有货可退")
    return "" if any(line.left.milli > 0 for line in sale.lines) else _("这张单的货已经全部退完")
