"""How the paper is printed: where, which way round, how often, which pages, moved how far."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.models.values.report_paper import Direction, PaperOptions
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.icons import paint_icon
from jxc_desktop.ui.look.tones import Tone, ground, ink
from jxc_desktop.ui.look.type_scale import BODY, CAPTION, metrics
from jxc_desktop.ui.widgets.combo import Combo
from jxc_desktop.ui.widgets.field import Field, fields_in_row
from jxc_desktop.ui.widgets.key_button import ButtonKind, KeyButton
from jxc_desktop.ui.widgets.number_input import NumberInput
from jxc_desktop.ui.widgets.panel import paint_panel
from jxc_desktop.ui.widgets.parts import Part, bold, paint_parts
from jxc_desktop.ui.widgets.pc_choices import PcChoices
from jxc_desktop.ui.widgets.segments import Segment, Segments
from jxc_desktop.ui.window.printing.pages_text import BadPagesError, pages_of
from jxc_desktop.ui.window.printing.print_choices import FARTHEST_MM, REPORT_PRINTER, moved_mm, remember_moved

WIDTH, INSET = 300, 20
MOST_COPIES = 99


@dataclass(frozen=True, slots=True)
class Printing:
    """How a document that is seen is to be printed.

    Units: millimetres.
    """

    printer: str
    pages: tuple[int, ...]
    copies: int
    left_mm: float
    down_mm: float


class PrintOptions(QWidget):
    """The column at the right of the paper.

    Signals:
        changed: the paper is to be drawn otherwise.
    """

    changed = Signal()

    def __init__(self, pc: PcChoices, printers: Sequence[str]) -> None:
        super().__init__()
        self._pc, self._count, self._is_showing = pc, 0, False
        known = pc.read(REPORT_PRINTER)
        self.printer = Combo(printers, known if known in printers else next(iter(printers), ""))
        self.direction = Segments(
            [Segment(Direction.PORTRAIT, _("竖")), Segment(Direction.LANDSCAPE, _("横"))], fills=True
        )
        self.copies, self.pages = NumberInput("1", decimals=0), Combo((), "")
        self.left, self.down = NumberInput(decimals=1), NumberInput(decimals=1)
        self.notes, self.black = QCheckBox(_("印筛选条件和制表时间")), QCheckBox(_("只用黑白"))
        self.notes.setChecked(True)
        self._chosen = Direction.FITTING
        self.fields = {
            "printer": Field(_("打印机"), self.printer),
            "direction": Field(_("A4 210×297，方向"), self.direction),
            "copies": Field(_("份数"), self.copies),
            "pages": Field(_("页"), self.pages),
            "left": Field(_("左移 mm"), self.left),
            "down": Field(_("下移 mm"), self.down),
        }
        self.truth = TruthBox()
        self.save = KeyButton(_("存 PDF"), "Ctrl+S", icon="file-text")
        self.print = KeyButton(_("打印"), "F9", ButtonKind.PRIMARY)
        self._lay_out()
        self._connect()
        self._show_moved()
        self.fields["printer"].set_fault("" if printers else _("系统里还没有装打印机，可以先存 PDF"))
        self.setFixedWidth(look().px(WIDTH))

    def wanted(self) -> PaperOptions:
        """How the paper is to be drawn."""
        return PaperOptions(self._chosen, self.notes.isChecked(), self.black.isChecked())

    def show_document(self, count: int, is_across: bool, taken_at: datetime) -> None:
        """The paper as it was drawn: so many pages, lying so."""
        self._is_showing = True
        self.direction.choose(Direction.LANDSCAPE if is_across else Direction.PORTRAIT)
        self._is_showing = False
        if count != self._count:
            self._count = count
            self.pages.clear()
            self.pages.addItems([_all(count)])
            self.pages.setCurrentText(_all(count))
        self.truth.show_moment(taken_at)

    def printing(self) -> Printing | None:
        """What is chosen; None where something is wrong, which is then said at its field and has the focus."""
        copies, pages = self._copies(), self._pages()
        left, down = (self._moved(name) for name in ("left", "down"))
        if copies is None or pages is None or left is None or down is None:
            bad = next(field for field in self.fields.values() if field.fault())
            bad.setFocus()
            return None
        printer = self.printer.text()
        self._pc.change(REPORT_PRINTER, printer)
        remember_moved(self._pc, printer, float(left), float(down))
        return Printing(printer, pages, copies, float(left), float(down))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), look().colours
        painter.fillRect(self.rect(), colours.surface)
        painter.fillRect(QRect(0, 0, 1, self.height()), colours.border)

    def _lay_out(self) -> None:
        inset = look().px(INSET)
        column = QVBoxLayout(self)
        column.setContentsMargins(inset, look().px(12), inset, look().px(16))
        column.setSpacing(look().px(10))
        column.addWidget(self.fields["printer"])
        column.addWidget(self.fields["direction"])
        for pair in (("copies", "pages"), ("left", "down")):
            column.addLayout(fields_in_row(*((self.fields[name], 1) for name in pair)))
        column.addSpacing(look().px(2))
        column.addWidget(self.notes)
        column.addWidget(self.black)
        column.addStretch(1)
        column.addWidget(self.truth)
        buttons = QHBoxLayout()
        buttons.setSpacing(look().px(8))
        buttons.addWidget(self.save)
        buttons.addWidget(self.print, 1)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.direction.chosen.connect(self._on_direction)
        self.notes.toggled.connect(self.changed)
        self.black.toggled.connect(self.changed)
        self.printer.currentTextChanged.connect(self._show_moved)

    def _on_direction(self, name: str) -> None:
        """Somebody chose it; showing how the paper came out is no choice."""
        if not self._is_showing:
            self._chosen = Direction(name)
            self.changed.emit()

    def _show_moved(self) -> None:
        for line, number in zip((self.left, self.down), moved_mm(self._pc, self.printer.text()), strict=True):
            line.setText(f"{number:.1f}")

    def _copies(self) -> int | None:
        number = self.copies.number()
        is_right = number is not None and 1 <= number <= MOST_COPIES
        self.fields["copies"].set_fault("" if is_right else _("1 到 {most}").format(most=MOST_COPIES))
        return int(number) if number is not None and is_right else None

    def _pages(self) -> tuple[int, ...] | None:
        text = self.pages.text()
        if text in ("", _all(self._count)):
            text = "1-"
        return self._checked("pages", lambda: pages_of(text, self._count), _("写成 2 或 1-3"))

    def _checked(self, name: str, read: Callable[[], tuple[int, ...]], advice: str) -> tuple[int, ...] | None:
        try:
            found = read()
        except BadPagesError:
            self.fields[name].set_fault(advice)
            return None
        self.fields[name].set_fault("")
        return found

    def _moved(self, name: str) -> Decimal | None:
        line = {"left": self.left, "down": self.down}[name]
        number = line.number() if line.text() else Decimal(0)
        is_right = number is not None and abs(number) <= FARTHEST_MM
        self.fields[name].set_fault("" if is_right else _("最多 {most}").format(most=round(FARTHEST_MM)))
        return number if is_right else None


class TruthBox(QWidget):
    """The green box: screen, file and paper show figures of one and the same moment."""

    def __init__(self) -> None:
        super().__init__()
        self._moment = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_moment(self, moment: datetime) -> None:
        """When the figures were read."""
        self._moment = f"{moment:%Y-%m-%d %H:%M}"
        self.setAccessibleName(_("{words}{moment}").format(words=self._words(), moment=self._moment))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, 2 * metrics(BODY).height() + look().px(18))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, gap, line = QPainter(self), look().px(10), metrics(BODY).height()
        paint_panel(painter, self.rect(), ground(Tone.SUCCESS), ground(Tone.SUCCESS))
        size, top = look().px(18), (self.height() - 2 * line) // 2
        paint_icon(painter, "circle-check", ink(Tone.SUCCESS), QRect(gap, top, size, line))
        left = gap + size + look().px(8)
        room = QRect(left, top, self.width() - left - gap, line)
        paint_parts(painter, (Part(self._words(), CAPTION),), room, 0)
        paint_parts(painter, (bold(self._moment),), room.translated(0, line), 0)

    @staticmethod
    def _words() -> str:
        return _("屏幕、Excel 和纸上是同一次取数：")


def _all(count: int) -> str:
    return _("全部 1–{count}").format(count=count)
