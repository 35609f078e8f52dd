"""Which printer the receipts go to: the PDF folder or one of the system's, tried with a test page."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.widgets.choice_list import Choice, ChoiceList
from jxc_desktop.ui.widgets.dialog import WIDE, Dialog
from jxc_desktop.ui.widgets.key_button import ButtonKind, KeyButton
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.parts import plain, small
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.scan_line import ScanLine
from jxc_desktop.ui.window.this_pc import PDF_FOLDER

MOST_ROWS = 8
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -MOST_ROWS, Qt.Key.Key_PageDown: MOST_ROWS}


class PrinterDialog(Dialog):
    """A list, a test, a choice.

    Signals:
        chosen: the printer's name, PDF_FOLDER for files. tested: the printer to try.
    """

    chosen = Signal(str)
    tested = Signal(str)

    def __init__(self, window: QWidget, names: Sequence[str], current: str, folder: str) -> None:
        super().__init__(window, _("小票打到哪里"), _("只影响这台电脑"), WIDE)
        self._names = (PDF_FOLDER, *names)
        self.list = ChoiceList(self.body)
        self.note = ScanLine(self.body)
        self.list.show_choices([_choice(name, current, folder) for name in self._names])
        self.list.move_choice(self._names.index(current) if current in self._names else 0)
        self.list.setFixedHeight(min(self.list.wanted_height(), look().px(38 * MOST_ROWS)))
        self.list.picked.connect(self._pick)
        self.list.show()
        inset = look().px(20)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(inset, look().px(16), inset, inset)
        column.setSpacing(look().px(12))
        column.addWidget(self.list)
        column.addWidget(self.note)
        self.set_hints((KeyHint("↑↓", _("选")),))
        self.add_button(KeyButton(_("打一张测试页"), "F5"), self.test)
        self.add_button(KeyButton(_("取消"), "Esc"), self.reject)
        self.add_button(KeyButton(_("就用这台"), "F9", ButtonKind.PRIMARY), self.choose)
        self._advise(names, current)

    def say(self, kind: LineKind, words: str) -> None:
        """What became of the test page."""
        self.note.say(kind, words)

    def test(self) -> None:
        """F5: try the chosen one."""
        self.say(LineKind.NEUTRAL, _("正在送出测试页"))
        self.tested.emit(self._name())

    def choose(self) -> None:
        """F9: receipts go there from now on."""
        name = self._name()
        self.accept()
        self.chosen.emit(name)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows choose, the keys on the buttons act."""
        key = Qt.Key(event.key())
        acts = {Qt.Key.Key_F5: self.test, Qt.Key.Key_F9: self.choose}
        if key in STEPS:
            self.list.move_choice(STEPS[key])
        elif key not in acts:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            acts[key]()

    def _name(self) -> str:
        return str(self.list.chosen())

    def _pick(self, name: object) -> None:
        self.list.move_choice(self._names.index(str(name)) - self.list.chosen_number())

    def _advise(self, names: Sequence[str], current: str) -> None:
        if current not in self._names:
            self.say(LineKind.WARNING, _("原来用的 {name} 现在没装").format(name=current))
        elif not names:
            self.say(LineKind.NEUTRAL, _("系统里还没有装打印机；装好后重新打开这里"))
        else:
            self.say(LineKind.NEUTRAL, _("先打一张测试页看看"))


def _choice(name: str, current: str, folder: str) -> Choice:
    word, note = (name, "") if name != PDF_FOLDER else (_("存成 PDF 文件"), folder)
    mark = (small(_("现在用的")),) if name == current else ()
    return Choice(name, (plain(word), small(note)) if note else (plain(word),), mark)
