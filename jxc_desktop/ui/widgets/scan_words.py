"""What a scan line says of a scan that is no goods, and leaves no row."""

from collections.abc import Sequence

from jxc_desktop.models.values.payment_code import PaymentCodeKind
from jxc_desktop.services.catalog.lookup import NoGoods, ScanFault
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.parts import bold, muted, plain
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.scan_line import ScanLine


def say_no_goods(line: ScanLine, answer: NoGoods, payment_keys: Sequence[KeyHint] = ()) -> None:
    """A payment code, an empty label, a code that was not read whole; the keys are for a payment code."""
    if answer.payment is not None:
        parts = (bold(_("这是{service}付款码").format(service=service_name(answer.payment))), plain(_("不是商品")))
        line.say(LineKind.WARNING, parts, keys=payment_keys, flashes=True)
    elif answer.fault is ScanFault.EMPTY_LABEL:
        words = (bold(_("秤签上没有重量"), Tone.DANGER), plain(_("重新称一次，再打一张")))
        line.say(LineKind.DANGER, words, flashes=True)
    else:
        parts = (bold(_("没读全，再扫一次"), Tone.DANGER), muted(answer.code))
        line.say(LineKind.DANGER, parts, flashes=True)


def say_unknown(
    line: ScanLine, code: str, stopped: str, is_chosen: bool, may_create: bool, flashes: bool = True
) -> None:
    """Nobody knows the code, or its goods are not sold any more (then they have a name); what can be done."""
    fact = _("{name} 已停用").format(name=stopped) if stopped else _("没有这个条码")
    # The code is a part of its own: only the longest part is cut where there is no room, and that is the last one.
    parts = (bold(fact, Tone.DANGER), bold(code, Tone.DANGER), plain(_("已记成红行，可以继续扫")))
    keys = [KeyHint("Ctrl+N", _("建商品"))] if may_create else []
    if is_chosen:
        keys += [KeyHint("F12", _("按名称找")), KeyHint("Delete", _("删红行"))]
    else:
        keys.append(KeyHint("↑↓", _("选中红行")))
    line.say(LineKind.DANGER, parts, keys=keys, flashes=flashes)


def service_name(kind: PaymentCodeKind) -> str:
    """What the service is called."""
    return {
        PaymentCodeKind.WECHAT: _("微信"),
        PaymentCodeKind.ALIPAY: _("支付宝"),
        PaymentCodeKind.UNIONPAY: _("云闪付"),
    }[kind]
