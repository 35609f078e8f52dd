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


def service_name(kind: PaymentCodeKind) -> str:
    """What the service is called."""
    return {
        PaymentCodeKind.WECHAT: _("微信"),
        PaymentCodeKind.ALIPAY: _("支付宝"),
        PaymentCodeKind.UNIONPAY: _("云闪付"),
    }[kind]
