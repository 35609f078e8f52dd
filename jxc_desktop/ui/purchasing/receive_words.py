"""What the scan line says while a delivery is counted: one sentence for each thing a scan or a key can do."""

from datetime import date

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.purchasing.receiving_draft import GoodsLine
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.purchasing.receive_lot_words import days_left_words, is_expired
from jxc_desktop.ui.widgets.figure_text import money_text, price_text, quantity_text
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.parts import Part, bold, muted, plain
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.scan_line import ScanLine


def say_ready(line: ScanLine) -> None:
    """Nothing happened yet: what one can do."""
    line.say(LineKind.NEUTRAL, (muted(_("等待扫码")),), hint=_("箱码按箱加"), keys=count_keys())


def count_keys() -> tuple[KeyHint, ...]:
    """How several are counted."""
    return (KeyHint("*", _("先输数量再扫")), KeyHint("F3", _("改数")))


def say_counted(line: ScanLine, goods: GoodsLine, added: str, today: date, typed: str = "") -> None:
    """Goods are counted; what must be looked at comes before how many there are."""
    head = (plain(goods.goods.name), bold(f"+{added}"))
    if is_expired(goods.lot, today) and goods.lot.expires_on is not None:
        words = bold(_("已经{days}，不要收").format(days=days_left_words(goods.lot.expires_on, today)), Tone.DANGER)
        line.say(LineKind.DANGER, (*head, words), keys=(KeyHint("Delete", _("删行")),), flashes=True)
    elif goods.owed is None:
        words = bold(_("还没有进价"))
        line.say(LineKind.WARNING, (*head, words, _so_far(goods)), keys=(KeyHint(".", _("写进价")),), flashes=True)
    else:
        hint = _("条码前面多了 {digits}，没有算").format(digits=typed) if typed else ""
        keys = () if typed else count_keys()
        parts = (*head, _so_far(goods))
        line.say(LineKind.NEUTRAL, parts, hint, keys, icon="circle-check", icon_tone=Tone.SUCCESS, flashes=True)


def say_dearer(line: ScanLine, goods: GoodsLine) -> None:
    """涨价提醒: what it cost last, and what the shop sells it for."""
    price, last = goods.unit_price, goods.last_price
    assert price is not None
    assert last is not None
    parts = (
        plain(goods.goods.name),
        bold(_("比上次贵 {more}").format(more=price_text(rise_of(price, last)))),
        plain(_("上次 {last}，零售 {retail}").format(last=price_text(last), retail=price_text(goods.goods.price))),
    )
    line.say(LineKind.WARNING, parts, keys=(KeyHint(".", _("改进价")),), flashes=True)


def say_written(line: ScanLine, goods: GoodsLine) -> None:
    """A figure of a row was typed."""
    owed = goods.owed
    amount = _("还没有进价") if owed is None else _("金额 {amount}").format(amount=money_text(owed))
    parts = (plain(goods.goods.name), _so_far(goods), muted(amount))
    line.say(LineKind.NEUTRAL, parts, icon="circle-check", icon_tone=Tone.SUCCESS)


def say_weigh(line: ScanLine, goods: GoodsLine) -> None:
    """Weighed goods were scanned while something else was being typed."""
    parts = (plain(goods.goods.name), bold(_("要称重")), plain(_("先记 1，选中这一行按 F3 写重量")))
    line.say(LineKind.WARNING, parts, flashes=True)


def say_own_document(line: ScanLine, number: str) -> None:
    """The number of a receipt, while another delivery is being counted."""
    parts = (bold(_("这是入库单 {number}").format(number=number)), plain(_("手上这一批还在")))
    line.say(LineKind.WARNING, parts, keys=(KeyHint("Ctrl+O", _("打开看")),), flashes=True)


def say_posted(line: ScanLine, number: str, kinds: int, pieces: int, amount: Money, paid: str) -> None:
    """The delivery is in the books."""
    parts = (
        bold(_("已过账 {number}").format(number=number)),
        plain(_("{kinds} 种 {pieces} 件").format(kinds=kinds, pieces=f"{pieces:,}")),
        bold(f"¥{money_text(amount)}"),
        muted(paid),
    )
    line.say(LineKind.SUCCESS, parts, keys=(KeyHint("Ctrl+O", _("看单据")),), flashes=True)


def rise_of(price: UnitPrice, last: UnitPrice) -> UnitPrice:
    """How much dearer it is."""
    return UnitPrice(price.parts - last.parts)


def _so_far(goods: GoodsLine) -> Part:
    return muted(_("本次 {count} {unit}").format(count=quantity_text(goods.count), unit=goods.goods.unit_name))
