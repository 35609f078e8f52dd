"""试扫: what a scan arrives as, and how fast; or that it came as typing, and what to do about it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.services.catalog.catalog import has_wrong_check_digit
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.widgets.input_line import InputLine
from jxc_desktop.ui.widgets.key_names import ENTERS
from jxc_desktop.ui.widgets.notice_line import NoticeLine
from jxc_desktop.ui.widgets.page import Surroundings
from jxc_desktop.ui.widgets.panel import Panel
from jxc_desktop.ui.widgets.parts import bold, plain
from jxc_desktop.ui.widgets.pc_choices import SCAN_GAP
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.scan_burst import LONGEST_GAP_MS, SHORTEST_GAP_MS, proposed_gap_ms
from jxc_desktop.ui.widgets.scan_line import ScanLine
from jxc_desktop.ui.widgets.section_title import SectionTitle

# Nobody types a whole code with pauses as short as this.
SLOWEST_SCANNER_MS = 400
LEAST = 4


class TypedSlowly(InputLine):
    """Keys that were no scan come in here as typing; it notes how fast.

    Signals:
        ended: Enter after so many characters; the text, and the longest pause between two keys in milliseconds.
    """

    ended = Signal(str, int)

    def __init__(self) -> None:
        super().__init__(icon="barcode")
        self._last_ms = 0
        self._longest_ms = 0

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.text() and self._last_ms:
            self._longest_ms = max(self._longest_ms, event.timestamp() - self._last_ms)
        self._last_ms = event.timestamp()
        if event.key() not in ENTERS:
            super().keyPressEvent(event)
            return
        event.accept()
        self.ended.emit(self.text(), self._longest_ms)
        self.clear()
        self._last_ms = self._longest_ms = 0


class ScannerTrial(QWidget):
    """A field to scan into, and what came.

    Attributes:
        field: where the focus should be; a scan is heard anywhere on the page. line: what came.

    Signals:
        gap_proposed: a longer pause that this scanner needs, in milliseconds.
    """

    gap_proposed = Signal(int)

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self._surroundings = surroundings
        self.field = TypedSlowly()
        self.field.setPlaceholderText(_("点这里，扫一个商品"))
        self.field.setAccessibleName(_("试扫"))
        self.field.ended.connect(self._on_typed)
        self.line = ScanLine()
        self.detail = NoticeLine()
        panel = Panel()
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(0, 0, 0, look().px(16))
        inside.setSpacing(look().px(12))
        inside.addWidget(SectionTitle(_("试扫"), _("扫一个，看程序收到什么"), is_first=True))
        for part in (self.field, self.line, self.detail):
            row = QVBoxLayout()
            row.setContentsMargins(look().px(16), 0, look().px(16), 0)
            row.addWidget(part)
            inside.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panel)
        column.addStretch(1)
        self.line.say(LineKind.NEUTRAL, _("还没有扫"))

    def take_scan(self, code: str) -> None:
        """It was heard as a scan."""
        gap_ms = self._surroundings.scan_gap_ms()
        bad = has_wrong_check_digit(code)
        words = (bold(_("收到 {code}").format(code=code)), plain(_("{count} 个字符").format(count=len(code))))
        self.line.say(LineKind.WARNING if bad else LineKind.SUCCESS, words, flashes=True)
        speed = _("两键之间最长 {gap} 毫秒，设的是 {limit} 毫秒").format(
            gap=gap_ms, limit=self._surroundings.pc.read(SCAN_GAP)
        )
        fault = _("校验位不对：多半没读全，再扫一次；总这样就看看键盘布局")
        self.detail.say(LineKind.WARNING if bad else LineKind.NEUTRAL, fault if bad else speed)
        self.field.clear()

    def _on_typed(self, text: str, longest_ms: int) -> None:
        """It came as typing: a person, or a scanner that is slower than it may be."""
        if len(text) < LEAST or not SHORTEST_GAP_MS <= longest_ms <= SLOWEST_SCANNER_MS:
            self.line.say(LineKind.WARNING, _("这是打进来的，不是扫进来的：{text}").format(text=text))
            self.detail.clear()
            return
        self.line.say(LineKind.WARNING, (bold(_("收到 {code}，但当成打字了").format(code=text)),), flashes=True)
        if longest_ms > LONGEST_GAP_MS:
            words = _("两键之间最长 {gap} 毫秒，太慢了；看枪的说明书，把字符间隔设成 0").format(gap=longest_ms)
        else:
            gap_ms = proposed_gap_ms(longest_ms)
            words = _("两键之间最长 {gap} 毫秒，已把上面的数改成 {wanted}，再扫一次").format(
                gap=longest_ms, wanted=gap_ms
            )
            self.gap_proposed.emit(gap_ms)
        self.detail.say(LineKind.NEUTRAL, words)
