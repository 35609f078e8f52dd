"""How a discount is written beside its line: 9 折 −1.20."""

from jxc_desktop.models.values.number_text import show_scaled
from jxc_desktop.services.sales.cart import CartLine
from jxc_desktop.services.words import _
from jxc_desktop.ui.widgets.figure_text import money_text, price_text

WHOLE = 10_000


def discount_words(line: CartLine) -> str:
    """What the line's price differs from the list price by, and how; "" where it does not."""
    item = line.item
    if line.former_price is not None and not item.line_discount.fen:
        return _("原来 {price}").format(price=price_text(line.former_price))
    if not item.line_discount.fen and item.price is None:
        return ""
    amount = money_text(-item.line_discount)
    amount = amount if amount.startswith("−") else f"+{amount}"
    if item.percent_off and item.price is None and not item.amount_off.fen:
        return f"{percent_words(item.percent_off)} {amount}"
    return amount if item.price is None else _("改价 {amount}").format(amount=amount)


def percent_words(percent_off: int) -> str:
    """9 折, 85 折, 88.5 折."""
    left = WHOLE - percent_off
    figure = str(left // 1000) if left % 1000 == 0 else show_scaled(left, places=2, at_least=0)
    return _("{figure} 折").format(figure=figure)


def typed_percent(percent_off: int) -> str:
    """The discount as a clerk would type it; "" for none."""
    left = WHOLE - percent_off
    if not percent_off:
        return ""
    return str(left // 1000) if left % 1000 == 0 else show_scaled(left, places=2, at_least=0)
