"""How a discount is written beside its line: 9 折 −1.20."""

from jxc_desktop.models.values.number_text import show_scaled
from jxc_desktop.services.sales.cart import CartLine
from jxc_desktop.services.sales.discount_entry import WHOLE
from jxc_desktop.services.words import _
from jxc_desktop.ui.widgets.figure_text import money_text, price_text


def discount_words(line: CartLine) -> str:
    """What is taken off the line, and how; where nothing is, the price it had before; "" where that is the same."""
    item = line.item
    if not item.line_discount.fen:
        former = item.list_price if item.is_raised else line.former_price
        return "" if former is None else _("原来 {price}").format(price=price_text(former))
    amount, has_lower_price = money_text(-item.line_discount), item.price is not None and not item.is_raised
    if item.percent_off and not has_lower_price and not item.amount_off.fen:
        return f"{percent_words(item.percent_off)} {amount}"
    return _("改价 {amount}").format(amount=amount) if has_lower_price else amount


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
