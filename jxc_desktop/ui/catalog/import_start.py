"""Before a file is there: where to drop one, and which columns it may have."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.services.migrate_in.import_forms import ImportField, ImportForm
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.icons import paint_icon
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import BODY, HEADING
from jxc_desktop.ui.widgets.columns import Column
from jxc_desktop.ui.widgets.key_button import KeyButton
from jxc_desktop.ui.widgets.panel import RADIUS
from jxc_desktop.ui.widgets.parts import Part, paint_centred
from jxc_desktop.ui.widgets.table import RowHeight, Table
from jxc_desktop.ui.widgets.table_model import TableModel
from jxc_desktop.ui.widgets.table_panel import TablePanel

TALL = 164


class DropPlace(QWidget):
    """A place with a dashed edge; the page takes what is dropped, wherever that is."""

    def __init__(self, buttons: Sequence[KeyButton]) -> None:
        super().__init__()
        self._is_over = False
        self.setAccessibleName(self.words())
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(look().px(12))
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(look().px(8))

    def words(self) -> str:
        """What is written on it."""
        return f"{_headline()} {_advice()}"

    def show_over(self, is_over: bool) -> None:
        """Whether a file is held over the page."""
        self._is_over = is_over
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(400), look().px(TALL))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), look().colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = colours.accent if self._is_over else colours.border_strong
        painter.setPen(QPen(edge, 2 if self._is_over else 1, Qt.PenStyle.DashLine))
        painter.setBrush(colours.accent_soft if self._is_over else colours.surface)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        wide, top = self.width(), look().px(14)
        paint_icon(painter, "file-import", colours.text_muted, QRect(0, top, wide, look().px(32)))
        paint_centred(painter, Part(_headline(), HEADING), QRect(0, top + look().px(36), wide, look().px(24)))
        muted = Part(_advice(), BODY, Tone.MUTED)
        paint_centred(painter, muted, QRect(0, top + look().px(60), wide, look().px(24)))


class ImportStart(QWidget):
    """The place to drop a file, and the columns of its kind below.

    Attributes:
        place: where to drop. table: the columns.
    """

    def __init__(self, buttons: Sequence[KeyButton]) -> None:
        super().__init__()
        self.place = DropPlace(buttons)
        self.table: Table[ImportField] = Table(TableModel(_columns(), key_of=lambda field: field.key), RowHeight.REPORT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(12))
        column.addWidget(self.place)
        column.addWidget(TablePanel(self.table), 1)

    def show_form(self, form: ImportForm) -> None:
        """The columns of another kind of file."""
        self.table.show_rows(form.fields)
        self.table.choose(0)


def _headline() -> str:
    return _("把表格文件拖到这里")


def _advice() -> str:
    return _("xlsx、xls、ods、csv 都行；从别的系统导出的表不用改，列名会自己认")


def _columns() -> list[Column[ImportField]]:
    return [
        Column("word", _("能导入的列"), lambda field: field.word(), 14),
        Column("required", _("必填"), lambda field: _("必填") if field.required else "", 8, tone=Tone.DANGER),
        Column("accepts", _("怎么写"), lambda field: field.accepts(), stretches=True),
        Column("example", _("例子"), _example, 22, tone=Tone.MUTED),
        Column("names", _("也认这些列名"), _other_names, 46, tone=Tone.MUTED, gives_way=True),
    ]


def _example(field: ImportField) -> str:
    return next(filter(None, field.examples), "")


def _other_names(field: ImportField) -> str:
    return _("、").join(name for name in field.names if name != field.word())
