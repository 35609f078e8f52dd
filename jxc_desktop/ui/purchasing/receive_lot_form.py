"""批号与效期 of a row, typed in the side panel: 生产日期 → 保质期 → 到期日 → 批号, and back to scanning."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.services.purchasing.receiving_draft import Lot
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.purchasing.receive_note import NoteBox
from jxc_desktop.ui.widgets.day_input import DayInput
from jxc_desktop.ui.widgets.field import Field
from jxc_desktop.ui.widgets.input_line import InputLine
from jxc_desktop.ui.widgets.number_input import NumberInput

LONGEST_LOT_NUMBER = 40
GAP = 8
STEPS = {Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class LotForm(QWidget):
    """The four fields; what follows from others is shown as what will be filled in.

    Signals:
        finished: Enter on the last field.
    """

    finished = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._produced = DayInput(None, today, may_be_empty=True, note=_("年月日 8 位数"))
        self._shelf = NumberInput(unit=_("天"), decimals=0)
        self._expires = DayInput(None, today, may_be_empty=True)
        self._number = InputLine(note=_("按生产日期填"))
        self._number.setMaxLength(LONGEST_LOT_NUMBER)
        self._fields = {
            "produced_on": Field(_("生产日期"), self._produced),
            "shelf_days": Field(_("保质期"), self._shelf),
            "expires_on": Field(_("到期日"), self._expires),
            "lot_number": Field(_("批号"), self._number),
        }
        self.note = NoteBox()
        self._lay_out()
        for editor in (self._produced, self._shelf, self._expires):
            editor.setProperty("number", True)  # eight digits typed fast are a day, not a scan
            editor.textChanged.connect(self._propose)

    def show_lot(self, lot: Lot, proposed_days: int | None, note: str) -> None:
        """What is noted; where nothing is, how long such goods kept last time. Nobody is told."""
        days = lot.shelf_days if lot.shelf_days is not None or lot.expires_on else proposed_days
        follows = _without_what_follows(lot)
        self._produced.show_day(lot.produced_on)
        self._shelf.setText("" if days is None else str(days))
        self._expires.show_day(follows.expires_on)
        self._number.setText(follows.number)
        self.note.say(note)
        for field in self._fields.values():
            field.set_fault("")
        self._propose()

    def begin(self) -> None:
        """Put the focus in the first field."""
        self._produced.setFocus(Qt.FocusReason.OtherFocusReason)
        self._produced.selectAll()

    def has_focus(self) -> bool:
        """Whether one is typing in a field."""
        return any(field.editor.hasFocus() for field in self._fields.values())

    def lot(self) -> Lot | None:
        """What is written; None where a day is none, which its field says."""
        for editor in (self._produced, self._shelf, self._expires):
            editor.settle()
        for name, editor in (("produced_on", self._produced), ("expires_on", self._expires)):
            self._fields[name].set_fault(_("写成 20260210") if editor.is_bad() else "")
        self._make_room()
        if self._produced.is_bad() or self._expires.is_bad():
            return None
        days = self._days()
        is_alone = self._produced.day() is None and self._expires.day() is None
        return Lot(self._number.text().strip(), self._produced.day(), None if is_alone else days, self._expires.day())

    def say_fault(self, name: str, words: str) -> None:
        """What is wrong with a field."""
        self._fields[name if name in self._fields else "produced_on"].set_fault(words)
        self._make_room()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and the arrows that the fields let through go from one to the next."""
        step = STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self._go(step)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _go(self, step: int) -> None:
        editors = [field.editor for field in self._fields.values()]
        place = next((n for n, editor in enumerate(editors) if editor.hasFocus()), 0) + step
        if place == len(editors):
            self.finished.emit()
        elif place >= 0:
            editors[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _propose(self) -> None:
        """What the dates will be filled up to stands in the empty fields."""
        produced, days = self._produced.day(), self._days()
        expires = _("自动算出")
        if produced is not None and days is not None and 0 < days <= (date.max - produced).days:
            expires = str(produced + timedelta(days=days))
        self._expires.setPlaceholderText(expires)
        self._number.setPlaceholderText("" if produced is None else f"{produced:%y%m%d}")

    def _make_room(self) -> None:
        """The advice gives way to the fields, and to what is wrong with them."""
        fields = [self._fields[name].sizeHint().height() for name in ("produced_on", "expires_on", "lot_number")]
        wanted = sum(fields) + self.note.sizeHint().height() + look().px(GAP) * len(fields)
        self.note.setVisible(wanted <= self.height())

    def _days(self) -> int | None:
        number = self._shelf.number()
        return None if number is None else int(number)

    def _lay_out(self) -> None:
        worn = look()
        pair = QHBoxLayout()
        pair.setSpacing(worn.px(12))
        pair.addWidget(self._fields["shelf_days"], 1)
        pair.addWidget(self._fields["expires_on"], 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(worn.px(16), 0, worn.px(16), 0)
        column.setSpacing(worn.px(GAP))
        column.addWidget(self._fields["produced_on"])
        column.addLayout(pair)
        column.addWidget(self._fields["lot_number"])
        column.addWidget(self.note)
        column.addStretch(1)


def _without_what_follows(lot: Lot) -> Lot:
    """The batch without what is worked out from the rest, so that it follows when the rest is changed."""
    bare = Lot("", lot.produced_on, lot.shelf_days, None).completed()
    return Lot(
        "" if lot.number == bare.number else lot.number,
        lot.produced_on,
        lot.shelf_days,
        None if lot.expires_on == bare.expires_on else lot.expires_on,
    )
