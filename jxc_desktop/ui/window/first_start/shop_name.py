"""Question 1: what the shop is called, and where its book lies. Who has a shop already finds it here."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout
from typing_extensions import override

from jxc_desktop.services.people.found_shop import LONGEST_NAME, check_name
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.widgets.field import FaultLine, Field
from jxc_desktop.ui.widgets.file_choice import fill_in_words
from jxc_desktop.ui.widgets.input_line import InputLine
from jxc_desktop.ui.widgets.key_button import ButtonHeight, KeyButton
from jxc_desktop.ui.widgets.parts import small
from jxc_desktop.ui.widgets.words_line import WordsLine
from jxc_desktop.ui.window.first_start.question import Question


class NameQuestion(Question):
    """The name.

    Attributes:
        name: the line it is typed in. path: where the shop's file will go.

    Signals:
        open_wanted: open the file of a shop that is there. restore_wanted: bring one back from a backup.
    """

    open_wanted = Signal()
    restore_wanted = Signal()

    def __init__(self, path: Path, check_place: Callable[[Path], None]) -> None:
        """`check_place` refuses where a new file cannot go."""
        super().__init__()
        self._check_place = check_place
        self.path = path
        self.name = InputLine()
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setPlaceholderText(_("例如 晨光便利店"))
        self._field = Field(_("店名"), self.name, is_required=True)
        self._where, self._place_fault = WordsLine(), FaultLine()
        self.column.addWidget(self._field)
        self.column.addLayout(self._place_row())
        self.column.addWidget(self._place_fault)
        self.column.addSpacing(look().px(28))
        self.column.addLayout(self._old_shop_row())
        self.column.addStretch(1)
        self.name.textEdited.connect(lambda _text: self._field.set_fault(""))
        self.setFocusProxy(self.name)
        self._show_place()

    @staticmethod
    @override
    def step_word() -> str:
        return _("店名")

    @staticmethod
    @override
    def heading() -> str:
        return _("你的店叫什么？")

    @staticmethod
    @override
    def advice() -> str:
        return _("印在小票和报表上，以后可以改。")

    def faults(self) -> tuple[str, str]:
        """What is said to be wrong: with the name, with the place."""
        return self._field.fault(), self._place_fault.fault

    def say_fault(self, refusal: Refusal) -> None:
        """Why no shop could be founded there."""
        self._place_fault.show_fault(refusal.line)

    @override
    def is_answered(self) -> bool:
        self._field.set_fault("")
        self._place_fault.show_fault("")
        perform(lambda: check_name(self.name.text()), _well, lambda said, _error: self._field.set_fault(said.line))
        perform(lambda: self._check_place(self.path), _well, lambda said, _error: self.say_fault(said))
        return self.faults() == ("", "")

    @override
    def focus_first(self) -> None:
        self.name.setFocus()
        self.name.selectAll()

    @override
    def press(self, event: QKeyEvent) -> bool:
        acts = {
            Qt.Key.Key_F2: self.open_wanted.emit,
            Qt.Key.Key_F3: self.restore_wanted.emit,
            Qt.Key.Key_F4: self.ask_folder,
        }
        act = acts.get(Qt.Key(event.key()))
        if act is not None:
            act()
        return act is not None

    def ask_folder(self) -> None:
        """F4: the shop's file goes into another folder."""
        dialog = QFileDialog(self, _("账本放在哪个文件夹"), str(self.path.parent))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        fill_in_words(dialog)
        dialog.fileSelected.connect(lambda folder: self.choose_folder(Path(folder)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def choose_folder(self, folder: Path) -> None:
        """It goes there."""
        self.path = folder / self.path.name
        self._show_place()
        self.is_answered()

    def _show_place(self) -> None:
        self._where.say(small(_("账本放在 {path}").format(path=self.path)))
        self._where.setToolTip(str(self.path))

    def _place_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(look().px(12))
        row.addWidget(self._where, 1)
        row.addWidget(_link(_("换个文件夹"), "F4", "folder-open", self.ask_folder))
        return row

    def _old_shop_row(self) -> QHBoxLayout:
        """A new PC for an old shop is the second most frequent first start."""
        row = QHBoxLayout()
        row.setSpacing(look().px(12))
        words = WordsLine()
        words.say(small(_("以前用过这个程序？")))
        row.addWidget(words, 1)
        row.addWidget(_link(_("打开已有的店铺文件"), "F2", "folder-open", self.open_wanted.emit))
        row.addWidget(_link(_("用备份恢复"), "F3", "history", self.restore_wanted.emit))
        return row


def _link(words: str, key: str, icon: str, act: Callable[[], object]) -> KeyButton:
    button = KeyButton(words, key, icon=icon, tall=ButtonHeight.SMALL)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.clicked.connect(lambda _checked: act())
    return button


def _well(_nothing: None) -> None:
    """Nothing is wrong with it."""
