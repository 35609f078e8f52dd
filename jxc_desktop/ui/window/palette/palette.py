"""Ctrl+K: any page, product, document, supplier or command, by a few letters, over the veiled window."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from jxc_desktop.services.finding.found import Findings
from jxc_desktop.services.words import _
from jxc_desktop.services.words.initials import search_initials
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.background import Background
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.icons import paint_icon
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import height
from jxc_desktop.ui.widgets.key_cap import KeyHint, hints_width, paint_hints
from jxc_desktop.ui.widgets.newest_answer import NewestAnswer
from jxc_desktop.ui.widgets.page import Surroundings
from jxc_desktop.ui.widgets.veil import Veil
from jxc_desktop.ui.window.palette.commands import commands_of
from jxc_desktop.ui.window.palette.row_list import PaletteList
from jxc_desktop.ui.window.palette.rows import (
    Command,
    Group,
    PaletteRow,
    RowMaker,
    group_word,
    item_keys,
    shortlist,
)
from jxc_desktop.ui.window.visited import Place

if TYPE_CHECKING:
    from jxc_desktop.ui.window.main_window import MainWindow

WIDTH, TOP, HEADER, FOOT = 680, 84, 56, 36
RADIUS = 10
MOST, MOST_ALONE, MOST_RECENT = 3, 9, 8
LEAP = 5
ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -LEAP, Qt.Key.Key_PageDown: LEAP}
Letters = Mapping[str, str]


class PaletteField(QLineEdit):
    """The field at the top; while it has the focus no key is anybody else's, not even a shortcut's.

    Signals:
        moved: so many rows down. entered: Enter; True: with Ctrl. narrowed: Tab. left: Esc.
    """

    moved = Signal(int)
    entered = Signal(bool)
    narrowed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("bare", True)
        self.setPlaceholderText(_("找页面、单据、商品、往来"))
        self.setAccessibleName(self.placeholderText())

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in TABS:
            self.narrowed.emit()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS:
            self.moved.emit(STEPS[key])
        elif key in ENTERS:
            if not event.isAutoRepeat():
                self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Palette(QFrame):
    """Field, rows and keys. It is part of the window, so that a scan goes its usual way and waits for the page.

    Signals:
        kept_scan: it is closed, and this scan came meanwhile.
    """

    kept_scan = Signal(str)

    def __init__(self, window: "MainWindow", surroundings: Surroundings) -> None:
        super().__init__(window)
        self._over, self._shop = window, surroundings.shop
        self._veil: Veil | None = None
        self._focus_before: QWidget | None = None
        self._scans: list[str] = []
        self._commands: Sequence[Command] = ()
        self._only: Group | None = None
        self._waiting_enter: bool | None = None
        self._is_asking = False
        self._letters: dict[str, str] = {}
        self._maker = RowMaker(self._shop.operator.role, self._shop)
        background = Background(self)  # of its own: typing does not wait for an import to end
        background.failed.connect(surroundings.background.failed)
        self._answer = NewestAnswer(background, self)
        self._answer.refused.connect(self._on_refused)
        self.field, self.list = PaletteField(self), PaletteList(self)
        self._lay_out()
        self._connect()
        self.hide()

    def open(self) -> None:
        """Over the page in front; the focus comes back to where it was."""
        if self.isVisible():
            self.field.selectAll()
            return
        self._focus_before = QApplication.focusWidget()
        self._maker = RowMaker(self._shop.operator.role, self._shop)
        self._commands = commands_of(self._over)
        self._only, self._scans = None, []
        self._veil = Veil(self._over)
        self._veil.installEventFilter(self)
        self._over.installEventFilter(self)
        self.field.clear()
        self.list.show_rows((), "")
        self._ask()
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus()

    def close_palette(self) -> None:
        """Back to the page, and to it the scans that came meanwhile."""
        self._answer.forget()
        self._is_asking, self._waiting_enter = False, None
        self._over.removeEventFilter(self)
        if self._veil is not None:
            self._veil.remove()
            self._veil = None
        before, page = self._focus_before, self._over.current_page()
        self.hide()
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        elif page is not None:
            page.focus_first()
        scans, self._scans = self._scans, []
        for code in scans:
            self.kept_scan.emit(code)

    def keep_scan(self, code: str) -> bool:
        """Keep a scan for the page below; False where nothing lies over it."""
        if self.isHidden():
            return False
        self._scans.append(code)
        self.update()
        return True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click beside it closes it; the window's size is its own business."""
        if event.type() is QEvent.Type.Resize and watched is self._over:
            self._place()
        if event.type() is QEvent.Type.MouseButtonPress and watched is self._veil:
            self.close_palette()
            return True
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the field does not want is nobody's."""
        event.accept()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, worn = QPainter(self), look()
        colours = worn.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.border_strong, 1))
        painter.setBrush(colours.raised)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        header, foot = height(HEADER), height(FOOT)
        for y in (header, self.height() - foot):
            painter.fillRect(QRect(1, y, self.width() - 2, 1), colours.border)
        paint_icon(painter, "search", colours.text_muted, QRect(worn.px(20), 0, worn.px(22), header))
        inner = QRect(worn.px(20), 1, self.width() - worn.px(40), header)
        paint_hints(painter, self._header_hints(), inner, Tone.MUTED)
        keys = self.hints()
        paint_hints(painter, keys, QRect(worn.px(20), self.height() - foot, hints_width(keys), foot), Tone.MUTED)

    def is_asking(self) -> bool:
        """Whether the rows are of something typed before."""
        return self._is_asking

    def hints(self) -> list[KeyHint]:
        """What the keys do now, and how many scans wait."""
        row = self.list.chosen()
        hints = [KeyHint("↑↓", _("选")), KeyHint("Enter", _("打开"))]
        if row is None:
            hints = [KeyHint("Esc", _("回到页面"))]
        if row is not None and row.ledger is not None:
            hints.append(KeyHint("Ctrl+Enter", _("看流水")))
        if self._only is not None:
            hints.append(KeyHint("Tab", _("看全部")))
        elif row is not None and row.group is not Group.RECENT:
            hints.append(KeyHint("Tab", _("只看这一类")))
        if self._scans:
            hints.append(KeyHint("", _("扫了 {count} 件，关上就到页面").format(count=len(self._scans))))
        return hints

    def _header_hints(self) -> list[KeyHint]:
        if self._only is not None:
            words = _("只看{group}").format(group=group_word(self._only))
        else:
            words = _("拼音首字母、条码、单号都行")
        return [KeyHint("", words), KeyHint("Esc", "")]

    def _lay_out(self) -> None:
        worn = look()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, height(FOOT))
        column.setSpacing(0)
        head = QWidget()
        head.setFixedHeight(height(HEADER))
        row = QHBoxLayout(head)
        widest = hints_width(self._header_hints())
        row.setContentsMargins(worn.px(54), 0, worn.px(20 + 12) + widest, 0)
        row.addWidget(self.field)
        column.addWidget(head)
        column.addWidget(self.list, 1)

    def _connect(self) -> None:
        self.field.textEdited.connect(self._on_edited)
        self.field.moved.connect(self._move)
        self.field.entered.connect(self._enter)
        self.field.narrowed.connect(self._narrow)
        self.field.left.connect(self.close_palette)
        self.list.picked.connect(lambda number: self._open_row(self.list.row(number), to_ledger=False))
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    def _place(self) -> None:
        worn, room = look(), self._over.rect()
        wide = min(worn.px(WIDTH), room.width() - worn.px(48))
        tall = height(HEADER) + self.list.wanted_height() + height(FOOT)
        top = worn.px(TOP)
        self.setGeometry((room.width() - wide) // 2, top, wide, min(tall, room.height() - top - worn.px(24)))

    def _on_edited(self) -> None:
        if not self.field.text().strip():
            self._only = None
        self._ask()

    def _ask(self) -> None:
        """Off the window's thread: what was typed, or where one has been."""
        text = self.field.text().strip()
        self._is_asking = True
        if not text:
            places = self._over.visited.elsewhere(self._current_key())
            self._answer.ask(lambda: self._recalled(places), lambda found: self._show_recent(places, found))
            return
        finder, most = self._shop.finder, MOST if self._only is None else MOST_ALONE
        words = [*self._maker.words(), *(command.word for command in self._commands)]
        self._answer.ask(
            lambda: (finder.find(text, most), self._letters_of(words)),
            lambda found: self._show_found(text, *found),
        )

    def _recalled(self, places: Sequence[Place]) -> Findings:
        return self._shop.finder.recall(*item_keys(places))

    def _letters_of(self, words: Sequence[str]) -> Letters:
        """Word → initials; asked on the worker, as the table of readings is loaded for the first one."""
        for word in words:
            if word not in self._letters:
                self._letters[word] = search_initials(word)
        return self._letters

    def _show_recent(self, places: Sequence[Place], findings: Findings) -> None:
        self._show_rows(self._maker.recent(places, findings)[:MOST_RECENT], _("输几个字就找"))

    def _show_found(self, text: str, findings: Findings, letters: Letters) -> None:
        rows = [
            *self._maker.pages(text, letters),
            *self._maker.found(findings),
            *self._maker.commands(self._commands, text, letters),
        ]
        most = MOST if self._only is None else MOST_ALONE
        self._show_rows(shortlist(rows, most, self._only), _("没有找到，试试拼音首字母、条码或单号的后几位"))

    def _show_rows(self, rows: Sequence[PaletteRow], nothing: str) -> None:
        self._is_asking = False
        self.list.show_rows(rows, nothing)
        self._place()
        self.update()
        waiting, self._waiting_enter = self._waiting_enter, None
        if waiting is not None:
            self._enter(waiting)

    def _on_refused(self, words: Refusal) -> None:
        self._waiting_enter = None
        self._show_rows((), words.line)

    def _move(self, step: int) -> None:
        self.list.move_choice(step)
        self.update()

    def _narrow(self) -> None:
        """Only the group of the chosen row; once more: everything again."""
        row = self.list.chosen()
        if self._only is not None:
            self._only = None
        elif row is not None and row.group is not Group.RECENT:
            self._only = row.group
        else:
            return
        self._ask()

    def _enter(self, to_ledger: bool) -> None:
        """Open the chosen row; where the answer is still on its way, the first row of it."""
        if self._is_asking:
            self._waiting_enter = to_ledger
            return
        row = self.list.chosen()
        if row is not None:
            self._open_row(row, to_ledger)

    def _open_row(self, row: PaletteRow, to_ledger: bool) -> None:
        goal = row.ledger if to_ledger else row.goal
        if goal is None:
            return
        self.close_palette()
        if isinstance(goal, Command):
            goal.act()
        elif goal.item is None:
            self._over.bring_to_front(goal.key)
        else:
            self._over.show_page(goal.key, goal.item)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        """A page that takes the focus when its rows arrive does not get it while this is open."""
        if now is None or not self.isVisible() or self.isAncestorOf(now) or now.window() is not self._over:
            return
        self.field.setFocus()

    def _current_key(self) -> str:
        page = self._over.current_page()
        return page.key if page is not None else ""
