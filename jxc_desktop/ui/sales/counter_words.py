"""What the scan line says at the counter: one sentence for each thing a scan or a key can do."""

from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.catalog.lookup import NoGoods, amount_of
from jxc_desktop.services.catalog.product import FoundProduct
from jxc_desktop.services.sales.cart import UnknownLine
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.sales.last_sale_panel import LastSale
from jxc_desktop.ui.widgets.figure_text import money_text, quantity_text
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.parts import bold, muted, plain
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.scan_line import ScanLine
from jxc_desktop.ui.widgets.scan_words import service_name


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


def say_unknown(line: ScanLine, row: UnknownLine, *, is_chosen: bool, may_create: bool, flashes: bool = True) -> None:
    """Nobody knows the code; what can be done with its red row, if that is the chosen one."""
    fact = _("{name} 已停用").format(name=row.name) if row.name else _("没有这个条码")
    # The code is a part of its own: only the longest part is cut where there is no room, and that is the last one.
    parts = (bold(fact, Tone.DANGER), bold(row.code, Tone.DANGER), plain(_("已记成红行，可以继续扫")))
    keys = [KeyHint("Ctrl+N", _("建商品"))] if may_create and not row.name else []
    if is_chosen:
        keys += [KeyHint("F12", _("按名称找")), KeyHint("Delete", _("删红行"))]
    else:
        keys.append(KeyHint("↑↓", _("选中红行")))
    line.say(LineKind.DANGER, parts, keys=keys, flashes=flashes)


def payment_keys(answer: NoGoods) -> tuple[KeyHint, ...]:
    """The key that takes a payment code which was scanned among the goods."""
    if answer.payment is None:
        return ()
    return (KeyHint("F9", _("收款 {service}").format(service=service_name(answer.payment))),)


def say_own_receipt(line: ScanLine, number: str) -> None:
    """A receipt of this shop, while a cart is being filled."""
    parts = (bold(_("这是本店小票 {number}").format(number=number)), plain(_("手上这一单还在")))
    line.say(LineKind.WARNING, parts, keys=(KeyHint("F8", _("去退货")),), flashes=True)


def say_sold(line: ScanLine, sale: LastSale, short: str) -> None:
    """The sale is in the books; `short` names goods the books had less of."""
    parts = (
        bold(_("已收款 {number}").format(number=sale.number)),
        plain(_("应收 {due}").format(due=money_text(sale.due))),
        plain(_("找零 {change}").format(change=money_text(sale.change))),
    )
    line.say(LineKind.SUCCESS, parts, hint=short, flashes=True)
