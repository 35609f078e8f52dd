"""The cart being filled, saved by the worker a moment after its row is painted; a scan never waits for the disk."""

from threading import Lock

from PySide6.QtCore import QObject, QTimer, Signal

from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.sales.cart import Cart
from jxc_desktop.services.sales.cart_text import cart_to_text
from jxc_desktop.services.sales.carts import Carts
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.background import Background, Task

SAVED_AFTER_MS = 150


class DraftKeeper(QObject):
    """Saves the newest cart, at most some times a second; a cart that was sold is never written again.

    Signals:
        not_saved: why, in words.
    """

    not_saved = Signal(str)

    def __init__(self, carts: Carts, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._carts = carts
        self._background = background
        self._newest: Cart | None = None
        self._saved: Cart | None = None
        # Held while the worker writes; the window waits for it only before a cart is sold, held or given up.
        self._writing = Lock()
        self._timer = QTimer(self, singleShot=True, interval=SAVED_AFTER_MS)
        self._timer.timeout.connect(self.save_now)

    def keep(self, cart: Cart) -> None:
        """This is the cart now; it is saved soon."""
        self._newest = cart
        if not self._timer.isActive():
            self._timer.start()

    def save_now(self) -> None:
        """Give the worker the cart at once."""
        self._timer.stop()
        if self._newest is not None and self._newest is not self._saved:
            self._background.start(self._save, refused=self._on_refused)

    def let_go(self) -> None:
        """The cart is about to be sold, held or given up: from now on nothing writes it as a draft."""
        self._timer.stop()
        with self._writing:
            self._newest = None

    def _on_refused(self, refusal: Refusal, _error: ShopError) -> None:
        self.not_saved.emit(refusal.line)

    def _save(self, _task: Task) -> None:
        with self._writing:
            cart = self._newest
            if cart is not None and self._is_worth_saving(cart):
                self._carts.save(cart.token, cart_to_text(cart))
                self._saved = cart

    def _is_worth_saving(self, cart: Cart) -> bool:
        """An empty cart is written only over what was in it before."""
        before = self._saved
        return cart is not before and (bool(cart.lines) or (before is not None and before.token == cart.token))
