"""What the scan line says at the counter: one sentence for each thing a scan or a key can do."""

from typing import TYPE_CHECKING

from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.catalog.lookup import NoGoods, amount_of
from jxc_desktop.services.catalog.product import FoundProduct
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.widgets.figure_text import money_text, quantity_text
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.parts import bold, muted, plain
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.scan_line import ScanLine
from jxc_desktop.ui.widgets.scan_words import service_name

if TYPE_CHECKING:
    from jxc_desktop.services.sales.ticket import SoldTicket


def say_ready(line: ScanLine) -> None:
    """Nothing happened yet: what one can do."""
    line.say(LineKind.NEUTRAL, (muted(_("等待扫码")),), hint=ready_hint())


def ready_hint() -> str:
    """What else the field takes."""
    return _("可以扫码，也可以输拼音首字母或条码后几位")


def say_added(line: ScanLine, found: FoundProduct, pieces: int, typed: str = "") -> None:
    """Goods are in the cart; `typed` were digits that stood before their code."""
    amount = money_text(amount_of(found))
    count = f"× {pieces}" if found.quantity.milli == 1000 else f"{quantity_text(found.quantity)} {found.unit_name}"
    hint = _("条码前面多了 {digits}，没有算").format(digits=typed) if typed else ready_hint()
    parts = (plain(found.name), bold(amount), muted(count))
    line.say(LineKind.NEUTRAL, parts, hint, icon="circle-check", icon_tone=Tone.SUCCESS, flashes=True)


def say_short(line: ScanLine, found: FoundProduct, on_hand: Quantity, *, is_forbidden: bool) -> None:
    """Goods are in the cart, of which the books have less."""
    words = _("账面只有 {on_hand}").format(on_hand=quantity_text(on_hand))
    hint = _("本店不许超卖，收款时会拦下") if is_forbidden else _("照样可以卖，有空盘一下")
    line.say(LineKind.WARNING, (plain(found.name), bold(words)), hint, flashes=True)


def payment_keys(answer: NoGoods) -> tuple[KeyHint, ...]:
    """The key that takes a payment code which was scanned among the goods."""
    if answer.payment is None:
        return ()
    return (KeyHint("F9", _("收款 {service}").format(service=service_name(answer.payment))),)


def say_own_receipt(line: ScanLine, number: str) -> None:
    """A receipt of this shop, while a cart is being filled."""
    parts = (bold(_("这是本店小票 {number}").format(number=number)), plain(_("手上这一单还在")))
    line.say(LineKind.WARNING, parts, keys=(KeyHint("F8", _("去退货")),), flashes=True)


def say_sold(line: ScanLine, sold: "SoldTicket", short: str) -> None:
    """The sale is in the books; `short` names goods the books had less of."""
    parts = (
        bold(_("已收款 {number}").format(number=sold.number)),
        plain(_("应收 {due}").format(due=money_text(sold.due))),
        plain(_("找零 {change}").format(change=money_text(sold.change))),
    )
    line.say(LineKind.SUCCESS, parts, hint=short, flashes=True)
