"""The cart being filled, kept safe as it changes."""

from PySide6.QtCore import QObject

from jxc_desktop.services.sales.cart import Cart
from jxc_desktop.services.sales.cart_text import cart_to_text
from jxc_desktop.services.sales.carts import Carts
from jxc_desktop.ui.background import Background
from jxc_desktop.ui.widgets.draft_keeper import DraftKeeper

CartKeeper = DraftKeeper[Cart]


def cart_keeper(carts: Carts, background: Background, parent: QObject) -> CartKeeper:
    """A keeper of the cart."""
    return DraftKeeper(background, lambda cart: carts.save(cart.token, cart_to_text(cart)), _is_worth_saving, parent)


def _is_worth_saving(cart: Cart, before: Cart | None) -> bool:
    """An empty cart is written only over what was in it before."""
    return bool(cart.lines) or (before is not None and before.token == cart.token)
