"""F1: the keys of the page in front, and the handbook beside them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.widgets.choice_list import Choice, ChoiceList
from jxc_desktop.ui.widgets.dialog import Dialog
from jxc_desktop.ui.widgets.input_line import InputLine
from jxc_desktop.ui.widgets.key_button import KeyButton
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.key_names import ENTERS
from jxc_desktop.ui.widgets.page import Page
from jxc_desktop.ui.widgets.parts import plain, small
from jxc_desktop.ui.window.help.chapter_text import HelpText
from jxc_desktop.ui.window.help.chapters import Chapter, chapters_for, fitting
from jxc_desktop.ui.window.help.help_keys import KeysPanel, window_keys
from jxc_desktop.ui.window.opening.practice import Practice, start_demo

if TYPE_CHECKING:
    from jxc_desktop.ui.window.main_window import MainWindow

WIDTH, LIST_WIDTH, KEYS_WIDTH, INSET, GAP = 1220, 244, 372, 20, 20
STEPS = {Qt.Key.Key_Up.value: -1, Qt.Key.Key_Down.value: 1}
PRACTICE_KEY = "F6"
TURNS = {Qt.Key.Key_PageUp.value: -1, Qt.Key.Key_PageDown.value: 1}


class HelpSearch(InputLine):
    """The one field of the help, so every key comes here.

    Signals:
        moved: so many chapters down. turned: so many screens of text down. entered: Enter.
    """

    moved = Signal(int)
    turned = Signal(int)
    entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(icon="search", parent=parent)
        self.setPlaceholderText(_("在手册里找"))
        self.setAccessibleName(self.placeholderText())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in STEPS:
            self.moved.emit(STEPS[key])
        elif key in TURNS:
            self.turned.emit(TURNS[key])
        elif key in ENTERS:
            self.entered.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class HelpDialog(Dialog):
    """Chapters at the left, the chosen one beside them, the keys of the page at the right."""

    def __init__(self, window: QWidget, page: Page, role: Role, practise: Callable[[], object] | None = None) -> None:
        """`practise` opens the shop to try things in; None: this is one."""
        super().__init__(window, _("帮助"), page.title(), WIDTH, Qt.Key.Key_F1, _("回去"))
        self._all = chapters_for(role)
        self._found = self._all
        self.search = HelpSearch(self.body)
        self.list = ChoiceList(self.body)
        self.list.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.list.show()
        self.text = HelpText(self.body)
        own = (_("{page}的按键").format(page=page.title()), page.keys())
        groups = [group for group in (own, (_("每一页都能按"), window_keys())) if group[1]]
        self.keys = KeysPanel(groups, look().px(KEYS_WIDTH))
        self._lay_out()
        self.search.textChanged.connect(self._on_searched)
        self.search.moved.connect(self._on_moved)
        self.search.turned.connect(self.text.turn_page)
        self.search.entered.connect(self.text.next_hit)
        self.list.picked.connect(self._on_picked)
        self.set_hints((KeyHint("↑ ↓", _("换一章")), KeyHint("PgUp PgDn", _("翻页")), KeyHint("Enter", _("下一处"))))
        self._practise = practise
        if practise is not None:
            self.add_button(KeyButton(_("开练习店"), PRACTICE_KEY, icon="school"), self._go_practise)
        self.add_button(KeyButton(_("回去"), "Esc"), self.reject)
        self._list_chapters(fitting(self._all, page.key))
        self.search.setFocus()

    def chapter(self) -> Chapter | None:
        """The chapter that is shown; None where the searched text stands in none."""
        chosen = self.list.chosen()
        return chosen if isinstance(chosen, Chapter) else None

    @override
    def sizeHint(self) -> QSize:
        """As high as the window allows: there is always more to read."""
        return QSize(super().sizeHint().width(), self.most_height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F1 shuts what F1 opened."""
        if event.key() == Qt.Key.Key_F1 and not event.isAutoRepeat():
            self.reject()
        elif event.key() == Qt.Key.Key_F6 and self._practise is not None and not event.isAutoRepeat():
            self._go_practise()
        else:
            super().keyPressEvent(event)

    def _go_practise(self) -> None:
        self.accept()
        if self._practise is not None:
            self._practise()

    def _lay_out(self) -> None:
        worn = look()
        left = QVBoxLayout()
        left.setSpacing(worn.px(10))
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        beside = QWidget()
        beside.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        beside.setFixedWidth(worn.px(LIST_WIDTH))
        room = QScrollArea()
        room.setFrameShape(QFrame.Shape.NoFrame)
        room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        room.setWidget(self.keys)
        self.keys.setAutoFillBackground(False)
        room.viewport().setAutoFillBackground(False)
        room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        room.setFixedWidth(worn.px(KEYS_WIDTH + 14))
        row = QHBoxLayout(self.body)
        row.setContentsMargins(worn.px(INSET), worn.px(14), worn.px(INSET - 10), worn.px(10))
        row.setSpacing(worn.px(GAP))
        row.addWidget(beside)
        row.addWidget(self.text, 1)
        row.addWidget(room)

    def _list_chapters(self, chosen: Chapter) -> None:
        choices = [Choice(one, (plain(one.title()),), (small(one.who()),)) for one in self._found]
        self.list.show_choices(choices, _("手册里没有这几个字"))
        if chosen in self._found:
            self.list.move_choice(self._found.index(chosen))
        self._show()

    def _show(self) -> None:
        chapter = self.chapter()
        self.text.show_chapter("" if chapter is None else chapter.markdown(), self.search.text().strip())

    def _on_searched(self, text: str) -> None:
        """Only the chapters that hold it; the one that is open stays so where it does."""
        chapter = self.chapter() or self._all[0]
        wanted = text.strip()
        self._found = [one for one in self._all if one.holds(wanted)] if wanted else self._all
        self._list_chapters(chapter)

    def _on_moved(self, step: int) -> None:
        self.list.move_choice(step)
        self._show()

    def _on_picked(self, chapter: object) -> None:
        if isinstance(chapter, Chapter):
            self._list_chapters(chapter)


def open_help(window: "MainWindow", role: Role) -> None:
    """Show the help over the page in front."""
    page, practice = window.current_page(), window.findChild(Practice)
    if page is not None:
        is_real = practice is not None and not practice.is_practice
        dialog = HelpDialog(window, page, role, start_demo if is_real else None)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
