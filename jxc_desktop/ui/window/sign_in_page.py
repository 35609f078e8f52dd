"""Who sits down at the counter, in a shop with passwords."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.people.errors import TriedTooSoonError, WrongPasswordError
from jxc_desktop.services.people.people import DeskToTake
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.type_scale import TITLE, font
from jxc_desktop.ui.widgets.combo import Combo
from jxc_desktop.ui.widgets.field import Field
from jxc_desktop.ui.widgets.input_line import InputLine
from jxc_desktop.ui.widgets.key_button import ButtonHeight, ButtonKind, KeyButton
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.scan_line import ScanLine

WIDTH = 480
SECOND_MS = 1_000


class SignInPage(QWidget):
    """Name and password. Scans wait until somebody is there.

    Attributes:
        codes: what was scanned meanwhile.

    Signals:
        signed: the name and the password.
    """

    signed = Signal(str, str)

    def __init__(self, desk: DeskToTake, last: str = "", title: str = "") -> None:
        """The page, proposing whoever was there last; the title is the shop's name where none is given."""
        super().__init__()
        self._cards = {card.name: card for card in desk.operators}
        self.codes: list[str] = []
        self._wait_s = 0
        self.name = Combo(list(self._cards), last if last in self._cards else desk.operators[0].name)
        self.password = InputLine()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self._line = ScanLine()
        self._button = KeyButton(_("开始"), "Enter", ButtonKind.PRIMARY, tall=ButtonHeight.DIALOG)
        self._tick = QTimer(self, interval=SECOND_MS)
        self._tick.timeout.connect(self._count_down)
        self._button.clicked.connect(self._go_on)
        self.password.returnPressed.connect(self._go_on)
        self.name.currentTextChanged.connect(self._on_name)
        self._lay_out(title or desk.shop_name)
        self._on_name(self.name.text())
        self.setFocusProxy(self.password)

    def say_refused(self, refusal: Refusal, wait_s: int = 0) -> None:
        """Why not, and how long to wait; the password is typed anew."""
        self._line.say(LineKind.DANGER, refusal.line, flashes=True)
        self.password.mark_bad(True)
        self.password.clear()
        self._wait_s = wait_s
        if wait_s:
            self._tick.start()
            self._button.refuse(refusal.line)
        self.password.setFocus()

    def refuse(self, said: Refusal, error: ShopError) -> None:
        """Why the one who tried is not let in; after several wrong passwords he waits."""
        self.say_refused(said, error.wait_s if isinstance(error, WrongPasswordError | TriedTooSoonError) else 0)

    def words(self) -> str:
        """What the line says."""
        return self._line.shown_words()

    def keep_scan(self, code: str) -> None:
        """Nobody is there to sell it: the line says so, and it is offered to whoever comes."""
        self.codes.append(code)
        words = _("还没有登录，扫到的先留着：{count} 个，最后一个 {code}").format(count=len(self.codes), code=code)
        self._line.say(LineKind.WARNING, words, flashes=True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down over the password: somebody else."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        names = list(self._cards)
        if step and self.name.text() in names:
            self.name.setCurrentText(names[(names.index(self.name.text()) + step) % len(names)])
        else:
            super().keyPressEvent(event)

    def _lay_out(self, shop: str) -> None:
        title = QLabel(shop)
        title.setFont(font(TITLE))
        column = QVBoxLayout()
        column.setSpacing(look().px(12))
        for part in (
            title,
            Field(_("谁在收银台"), self.name),
            Field(_("密码"), self.password),
            self._line,
            self._button,
        ):
            part.setFixedWidth(look().px(WIDTH))
            column.addWidget(part)
        whole = QVBoxLayout(self)
        whole.addStretch(1)
        whole.addLayout(column)
        whole.addStretch(2)
        whole.setAlignment(column, Qt.AlignmentFlag.AlignHCenter)
        self._say_ready()

    def _say_ready(self) -> None:
        others = (KeyHint("↑ ↓", _("换人")),) if len(self._cards) > 1 else ()
        self._line.say(LineKind.NEUTRAL, _("输密码，按 Enter"), keys=others)

    def _on_name(self, name: str) -> None:
        card = self._cards.get(name)
        needs = card is None or card.has_password
        self.password.setPlaceholderText("" if needs else _("没有设密码，直接按 Enter"))
        self.password.mark_bad(False)

    def _go_on(self) -> None:
        if self._wait_s:
            self._show_wait()
        elif self.name.text() not in self._cards:
            self._line.say(LineKind.DANGER, _("先选是谁"))
        else:
            self.signed.emit(self.name.text(), self.password.text())

    def _count_down(self) -> None:
        self._wait_s -= 1
        self._show_wait()
        if not self._wait_s:
            self._tick.stop()

    def _show_wait(self) -> None:
        words = _("再等 {seconds} 秒").format(seconds=self._wait_s) if self._wait_s else ""
        self._button.refuse(words)
        if words:
            self._line.say(LineKind.WARNING, words)
        else:
            self._say_ready()
