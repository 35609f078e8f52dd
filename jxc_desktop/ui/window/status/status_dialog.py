"""Ctrl+Shift+S: how the shop is, read out as a list, and what can be done about it."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.icons import paint_icon
from jxc_desktop.ui.look.tones import ink
from jxc_desktop.ui.look.type_scale import ANSWER
from jxc_desktop.ui.widgets.dialog import WIDE, Dialog
from jxc_desktop.ui.widgets.key_button import KeyButton
from jxc_desktop.ui.widgets.parts import Part, paint_parts, small
from jxc_desktop.ui.widgets.status_line import TONE_ICONS, StatusItem

ROW, LINE = 34, 20


class StatusDialog(Dialog):
    """One row for each fact.

    Signals:
        printer_wanted: choose another printer. printing_wanted: print what waits once more.
        backup_wanted: a backup now. findings_wanted: everything the check of the books found.
    """

    printer_wanted = Signal()
    printing_wanted = Signal()
    backup_wanted = Signal()
    findings_wanted = Signal()

    def __init__(
        self, window: QWidget, facts: Sequence[tuple[StatusItem, str]], is_waiting: bool, has_findings: bool = False
    ) -> None:
        super().__init__(window, _("店里的状态"), width=WIDE)
        self._is_waiting, self._has_findings = is_waiting, has_findings
        inset = look().px(20)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(inset, look().px(8), inset, look().px(8))
        column.setSpacing(0)
        for item, note in facts:
            column.addWidget(FactRow(item, note))
        column.addStretch(1)
        if has_findings:
            self.add_button(KeyButton(_("账目不符"), "F4", icon="list-search"), self.show_findings)
        if is_waiting:
            self.add_button(KeyButton(_("再打一次"), "F9", icon="printer"), self.print_again)
        self.add_button(KeyButton(_("现在备份"), "F8", icon="device-floppy"), self.back_up)
        self.add_button(KeyButton(_("换打印机"), "F6", icon="printer"), self.choose_printer)
        self.add_button(KeyButton(_("知道了"), "Esc"), self.reject)

    def words(self) -> list[str]:
        """Every fact as plain text."""
        return [row.accessibleName() for row in self.findChildren(FactRow)]

    def choose_printer(self) -> None:
        """F6."""
        self.accept()
        self.printer_wanted.emit()

    def print_again(self) -> None:
        """F9, where something waits."""
        if self._is_waiting:
            self.accept()
            self.printing_wanted.emit()

    def back_up(self) -> None:
        """F8."""
        self.accept()
        self.backup_wanted.emit()

    def show_findings(self) -> None:
        """F4, where there are any."""
        if self._has_findings:
            self.accept()
            self.findings_wanted.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys on the buttons."""
        acts = {
            Qt.Key.Key_F4: self.show_findings,
            Qt.Key.Key_F6: self.choose_printer,
            Qt.Key.Key_F8: self.back_up,
            Qt.Key.Key_F9: self.print_again,
        }
        act = acts.get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            act()


class FactRow(QWidget):
    """The sign of its tone, the fact, and below it what is behind it."""

    def __init__(self, item: StatusItem, note: str) -> None:
        super().__init__()
        self._item, self._notes = item, note.splitlines()
        self.setAccessibleName(" ".join((item.words, *self._notes)))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(look().px(ROW + LINE * len(self._notes)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, size = QPainter(self), look().px(18)
        top = QRect(0, look().px(4), self.width(), look().px(ROW - 8))
        icon = self._item.icon or TONE_ICONS.get(self._item.tone, "info-circle")
        paint_icon(painter, icon, ink(self._item.tone), QRect(0, top.y(), size, top.height()))
        left = size + look().px(10)
        paint_parts(painter, [Part(self._item.words, ANSWER, self._item.tone)], top.adjusted(left, 0, 0, 0), 0)
        for number, note in enumerate(self._notes):
            y = top.bottom() + number * look().px(LINE)
            paint_parts(painter, [small(note)], QRect(left, y, self.width() - left, look().px(LINE)), 0)
