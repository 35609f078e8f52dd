"""挂单 and 取单: a cart waits while others are served."""

from PySide6.QtCore import QObject

from jxc_desktop.models.values.money import Money
from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.ports.sound import SoundKind
from jxc_desktop.services.sales.cart import Cart, CartLine
from jxc_desktop.services.sales.cart_text import cart_from_text, cart_to_text
from jxc_desktop.services.sales.carts import SavedCart
from jxc_desktop.services.sales.errors import UnreadableCartError
from jxc_desktop.services.words import _
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.sales.counter_parts import CounterParts
from jxc_desktop.ui.sales.held_panel import HeldCart, HeldPanel
from jxc_desktop.ui.sales.price_check import todays_price
from jxc_desktop.ui.widgets.choice_list import Choice, ChoiceList
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.parts import bold, plain
from jxc_desktop.ui.widgets.saying import LineKind


class HeldCarts(QObject):
    """Puts carts on hold and takes them back.

    Attributes:
        panel: the short list beside the cart; chooser: the one to choose from, opened by F7.
    """

    def __init__(self, parts: CounterParts) -> None:
        super().__init__(parts.page)
        self._parts = parts
        self._held: list[SavedCart] = []
        self.panel = HeldPanel()
        keys = (KeyHint("↑↓", ""), KeyHint("Enter", _("取回")), KeyHint("Esc", _("返回")))
        self.chooser = ChoiceList(parts.page, _("取单"), keys)
        self.chooser.picked.connect(self._take_back)

    def reload(self) -> None:
        """Read again what is on hold."""
        self._held = self._parts.shop.carts.held()
        self.panel.show_carts([_listed(saved) for saved in self._held])

    def hold(self, note: str) -> None:
        """Put the cart on hold; the next customer's begins."""
        parts, cart = self._parts, self._parts.model.cart
        parts.drafts.let_go()
        perform(
            lambda: parts.shop.carts.hold(cart.token, cart_to_text(cart), note),
            lambda _nothing: self._on_held(),
            lambda refusal, _error: self._on_not_held(refusal.line),
        )

    def open_chooser(self) -> None:
        """F7: choose a cart to take back."""
        parts = self._parts
        if not parts.model.is_empty():
            self._refuse_second_cart()
            return
        self.reload()
        if not self._held:
            parts.remark(_("没有挂单"))
            return
        listed = [_listed(saved) for saved in self._held]
        self.chooser.show_choices([Choice(cart.token, cart.left, cart.right) for cart in listed])
        self.chooser.show()
        self.chooser.raise_()

    def take_chosen(self) -> None:
        """Enter in the list."""
        token = self.chooser.chosen()
        if token is not None:
            self._take_back(token)

    def bring_back_unfinished(self) -> bool:
        """At the start: the cart that was being filled when the program ended; other ones are put on hold.

        Raises:
            StorageError, NotAllowedError: the carts cannot be read.
        """
        carts = [saved for saved in self._parts.shop.carts.unfinished() if _is_worth_keeping(saved)]
        for saved in carts[1:]:
            self._parts.shop.carts.hold(saved.token, saved.content, saved.note or _("没做完的单"))
        if not carts:
            return False
        self._go_on_with(cart_from_text(carts[0].content), _("上次没做完的单拿回来了"))
        return True

    def check_prices(self) -> int:
        """Take today's prices over; how many rows changed."""
        return self._parts.model.set_prices(lambda line: todays_price(self._parts.shop, line))

    def _refuse_second_cart(self) -> None:
        words = (bold(_("手上还有一单")), plain(_("先收款，或按 F6 挂起来")))
        self._parts.line.say(LineKind.WARNING, words, keys=(KeyHint("F6", _("挂单")),), flashes=True)
        self._parts.play(SoundKind.WARN)

    def _on_held(self) -> None:
        parts = self._parts
        parts.model.start()
        self.reload()
        parts.line.say(LineKind.SUCCESS, _("已挂单，按 F7 取回"), flashes=True)

    def _on_not_held(self, words: str) -> None:
        self._parts.drafts.keep(self._parts.model.cart)
        self._parts.refuse(words)

    def _take_back(self, token: object) -> None:
        self.chooser.hide()
        if not self._parts.model.is_empty():
            self._refuse_second_cart()
            return
        perform(
            lambda: self._read_and_take(str(token)),
            lambda cart: self._go_on_with(cart, _("挂单取回来了")),
            lambda refusal, _error: self._parts.refuse(refusal.line),
        )
        self.reload()

    def _read_and_take(self, token: str) -> Cart:
        """The cart, off the hold; one that cannot be read stays on it."""
        saved = next((saved for saved in self._held if saved.token == token), None)
        if saved is not None:
            cart_from_text(saved.content)
        return cart_from_text(self._parts.shop.carts.take_back(token).content)

    def _go_on_with(self, cart: Cart, words: str) -> None:
        """Fill the counter with a saved cart, at today's prices; what changed meanwhile is said."""
        parts = self._parts
        parts.model.start(cart)
        changed = self.check_prices()
        parts.table.choose(parts.model.rowCount() - 1)
        said = self._changes_words() if changed else _("{rows} 行").format(rows=len(cart.lines))
        kind = LineKind.WARNING if changed else LineKind.SUCCESS
        if parts.model.totals.unknown_rows:
            kind = LineKind.DANGER  # a lesser line would not show over the red row's
        keys = (KeyHint("F4", _("照旧价")),) if changed else ()
        parts.line.say(kind, (bold(words), plain(said)), keys=keys, flashes=True)
        if changed:
            parts.play(SoundKind.WARN)

    def _changes_words(self) -> str:
        lines = self._parts.model.cart.lines
        dearer = sum(isinstance(line, CartLine) and line.former_price is not None for line in lines)
        gone = sum(not isinstance(line, CartLine) and bool(line.name) for line in lines)
        facts = [_("{rows} 行改了价").format(rows=dearer)] if dearer else []
        facts += [_("{rows} 行已停用").format(rows=gone)] if gone else []
        return _("，").join(facts)


def _is_worth_keeping(saved: SavedCart) -> bool:
    try:
        return bool(cart_from_text(saved.content).lines)
    except UnreadableCartError:
        return False


def _listed(saved: SavedCart) -> HeldCart:
    try:
        cart = cart_from_text(saved.content)
        due = cart.totals().due
    except ShopError:
        return HeldCart(saved.token, saved.moment, saved.note, None, Money(0))
    return HeldCart(saved.token, saved.moment, saved.note, len(cart.lines), due)
