"""What the line says of a scan that is no goods."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from jxc_desktop.models.values.payment_code import PaymentCodeKind
from jxc_desktop.services.catalog.lookup import NoGoods, ScanFault
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.scan_line import ScanLine
from jxc_desktop.ui.widgets.scan_words import say_no_goods


@pytest.mark.parametrize(
    ("answer", "words", "kind"),
    [
        (
            NoGoods("1345", ScanFault.PAYMENT, PaymentCodeKind.ALIPAY),
            "这是支付宝付款码 不是商品 F9 收款",
            LineKind.WARNING,
        ),
        (NoGoods("2212345", ScanFault.EMPTY_LABEL), "秤签上没有重量 重新称一次，再打一张", LineKind.DANGER),
        (NoGoods("690123", ScanFault.SHORT_READ), "没读全，再扫一次 690123", LineKind.DANGER),
    ],
)
def test_each_fault_has_its_sentence(
    qtbot: QtBot, dress: Callable[..., None], answer: NoGoods, words: str, kind: LineKind
) -> None:
    dress()
    line = ScanLine()
    qtbot.addWidget(line)
    say_no_goods(line, answer, (KeyHint("F9", "收款"),))
    assert (line.shown_words(), line.shown_kind()) == (words, kind)
