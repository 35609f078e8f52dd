"""Over each column of the preview: the field it is taken for."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from jxc_desktop.services.migrate_in.import_forms import ImportField
from jxc_desktop.services.migrate_in.preview import PreviewColumn
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.type_scale import height
from jxc_desktop.ui.widgets.list_choice import ListChoice
from jxc_desktop.ui.widgets.table import Table


class ColumnChoice(ListChoice):
    """The field of one column; ← → walk to the neighbours.

    Signals:
        walked: one to the left (-1) or right (1).
    """

    walked = Signal(int)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step:
            self.walked.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.ignore()
        else:
            super().keyPressEvent(event)


class ImportStrip(QWidget):
    """One choice for each column, above it and as wide as it, wherever the table is scrolled to.

    Tab stops at one of them alone.

    Signals:
        field_chosen: the column's place in the file, and the key of the field; "": it is left out.
    """

    field_chosen = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self._table: Table[object] | None = None
        self.choices: list[ColumnChoice] = []
        self._places: list[int] = []
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def follow(self, table: Table[object]) -> None:
        """Stand over the columns of this table from now on; its first column has no choice."""
        self._table = table
        header = table.horizontalHeader()
        for moved in (header.sectionResized, header.sectionMoved, header.geometriesChanged):
            moved.connect(self._arrange)
        table.horizontalScrollBar().valueChanged.connect(self._arrange)
        table.viewport().installEventFilter(self)

    def show_columns(self, columns: Sequence[PreviewColumn], fields: Sequence[ImportField]) -> None:
        """The columns, and what they may be taken for; the choice that has the focus keeps it."""
        had_focus = any(choice.hasFocus() for choice in self.choices)
        if self._places != [column.place for column in columns]:
            self._rebuild(columns)
        taken = {column.field: column.letter for column in columns if column.field}
        for choice, column in zip(self.choices, columns, strict=True):
            options = [("", _("不导入"))]
            options += [(each.key, _option_words(each, taken.get(each.key, ""), column)) for each in fields]
            choice.show_options(options, column.field)
            choice.setToolTip(column.heading)
        self._arrange()
        if had_focus:
            self.take_focus()

    def take_focus(self, place: int | None = None) -> None:
        """Put the focus on the choice of a column, or on the one that had it last."""
        if place is not None and place in self._places:
            self._stop_at(self._places.index(place))
        if self.choices:
            self.choices[self._current].setFocus(Qt.FocusReason.OtherFocusReason)
            self._bring_into_view(self._current)

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, height(34) + look().px(6))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._arrange()
        return super().eventFilter(watched, event)

    def _rebuild(self, columns: Sequence[PreviewColumn]) -> None:
        for choice in self.choices:
            choice.hide()
            choice.deleteLater()
        self._places, self.choices = [column.place for column in columns], []
        for at, column in enumerate(columns):
            choice = ColumnChoice(_("{letter} 列导入到").format(letter=column.letter), self)
            choice.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            choice.picked.connect(lambda key, place=column.place: self.field_chosen.emit(place, str(key)))
            choice.walked.connect(lambda step, at=at: self._walk(at + step))
            choice.show()
            self.choices.append(choice)
        self._current = 0
        self._stop_at(0)

    def _walk(self, at: int) -> None:
        if 0 <= at < len(self.choices):
            self._stop_at(at)
            self.take_focus()

    def _stop_at(self, at: int) -> None:
        for number, choice in enumerate(self.choices):
            choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus if number == at else Qt.FocusPolicy.ClickFocus)
        self._current = at

    def _bring_into_view(self, at: int) -> None:
        if self._table is None:
            return
        bar, header = self._table.horizontalScrollBar(), self._table.horizontalHeader()
        left, wide = header.sectionPosition(at + 1), header.sectionSize(at + 1)
        room = self._table.viewport().width()
        if left < bar.value():
            bar.setValue(left)
        elif left + wide > bar.value() + room:
            bar.setValue(left + wide - room)

    def _arrange(self, *_what: object) -> None:
        if self._table is None or self._table.horizontalHeader().count() != len(self.choices) + 1:
            return
        header, gap = self._table.horizontalHeader(), look().px(3)
        for at, choice in enumerate(self.choices, 1):
            left = header.sectionViewportPosition(at)
            choice.setGeometry(left + gap, 0, max(header.sectionSize(at) - 2 * gap, look().px(24)), height(34))


def _option_words(field: ImportField, taken_by: str, column: PreviewColumn) -> str:
    """The field, and which column it stands over already."""
    word = f"{field.word()} *" if field.required else field.word()
    if not taken_by or taken_by == column.letter:
        return word
    return _("{word}（{letter} 列）").format(word=word, letter=taken_by)
