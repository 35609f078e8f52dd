"""The line under the scan field: it says what the last scan did, asks, and warns."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.icons import paint_icon
from jxc_desktop.ui.look.tones import Tone, ground, ink
from jxc_desktop.ui.look.type_scale import height
from jxc_desktop.ui.widgets.key_cap import KeyHint, hints_width, paint_hints
from jxc_desktop.ui.widgets.parts import Part, paint_parts, parts_width, shortened, words_of
from jxc_desktop.ui.widgets.saying import BARRED, ICONS, TONES, LineKind, Saying

if TYPE_CHECKING:
    from jxc_desktop.ui.widgets.input_line import InputLine

FLASH_MS = 120
ANSWER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


class ScanLine(QWidget):
    """One line of fixed height that paints itself; nothing moves when it changes.

    Signals:
        answered: the text of the entry, when Enter is pressed in it. The page closes the entry or says what is wrong.
        entry_changed: the text of the entry as it is typed.
        entry_left: Esc was pressed in the entry, which is closed.
    """

    answered = Signal(str)
    entry_changed = Signal(str)
    entry_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saying = Saying()
        self._waiting: Saying | None = None
        self._question: Saying | None = None
        self._tail: tuple[Part, ...] = ()
        self._entry: InputLine | None = None
        self._entry_width = 96
        self._holds_danger = False
        self._flash = QTimer(self, singleShot=True, interval=FLASH_MS, timerType=Qt.TimerType.PreciseTimer)
        self._flash.timeout.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(
        self,
        kind: LineKind,
        parts: Sequence[Part] | str,
        hint: str = "",
        keys: Sequence[KeyHint] = (),
        icon: str = "",
        icon_tone: Tone | None = None,
        flashes: bool = False,
    ) -> bool:
        """Whether the line shows this now: a held danger line, or an open entry, lets only its betters through."""
        words = (Part(parts),) if isinstance(parts, str) else tuple(parts)
        saying = Saying(kind, words, hint, tuple(keys), icon, icon_tone)
        if self._holds_danger and LineKind.DANGER.outranks(kind) and self._saying.kind is LineKind.DANGER:
            self._waiting = saying
            return False
        self._saying, self._waiting = saying, None
        if flashes:
            self._flash.start()
        self._repaint()
        return self._question is None or kind.outranks(LineKind.ENTRY)

    def hold_danger(self, is_held: bool) -> None:
        """Keep a danger line while its red row exists; when let go, what it covered appears."""
        self._holds_danger = is_held
        if not is_held and self._waiting is not None:
            self._saying, self._waiting = self._waiting, None
        self._repaint()

    def clear(self) -> None:
        """Say nothing, unless a danger line is held."""
        self.say(LineKind.NEUTRAL, ())

    def ask(
        self,
        parts: Sequence[Part],
        value: str,
        tail: Sequence[Part] = (),
        keys: Sequence[KeyHint] = (),
        is_number: bool = True,
        width: int = 96,
        icon: str = "",
        also: str = "",
    ) -> "InputLine":
        """The line becomes an entry with the old value selected; an entry that is open is replaced.

        In a number the signs of a sum may be typed, and those in `also`.

        Units: width in pixels of the design, 96 to 160.
        """
        self.close_entry()
        self._question = Saying(LineKind.ENTRY, tuple(parts), "", tuple(keys), icon)
        self._tail = tuple(tail)
        self._entry = self._make_entry(value, is_number, also)
        self._entry_width = width
        self._place_entry()
        self._entry.show()
        self._entry.setFocus(Qt.FocusReason.OtherFocusReason)
        self._entry.selectAll()
        self._repaint()
        return self._entry

    def set_tail(self, parts: Sequence[Part]) -> None:
        """What stands behind the entry, such as what the typed figure comes to."""
        self._tail = tuple(parts)
        self._repaint()

    def close_entry(self) -> None:
        """Back to what was said before; the page gives the focus back to its scan field."""
        if self._entry is not None:
            self._entry.hide()
            self._entry.deleteLater()
        self._entry, self._question, self._tail = None, None, ()
        self._repaint()

    def is_asking(self) -> bool:
        """Whether an entry is open."""
        return self._entry is not None

    def shown_kind(self) -> LineKind:
        """The kind the line looks like now."""
        if self._question is None or self._saying.kind.outranks(LineKind.ENTRY):
            return self._saying.kind
        return LineKind.ENTRY

    def shown_words(self) -> str:
        """All the line says now, as plain text."""
        hints = (self._question or self._saying).hints()
        return words_of([*self._head(), *self._behind(), *(Part(f"{hint.key} {hint.word}".strip()) for hint in hints)])

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(320), height(36))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_entry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_ground(painter)
        flash_ink = look().colours.surface if self._flash.isActive() else None
        self._paint_icon(painter, flash_ink)
        hints = (self._question or self._saying).hints()
        end = self.width() - look().px(12)
        if flash_ink is None:
            tone = Tone.MUTED if self.shown_kind() in (LineKind.NEUTRAL, LineKind.ENTRY) else Tone.TEXT
            paint_hints(painter, hints, QRect(0, 0, end, self.height()), tone)
        end -= hints_width(hints) + look().px(12)
        head_end = end if self._entry is None else self._entry.x() - look().px(8)
        self._paint_run(painter, self._head(), self._text_left(), head_end, flash_ink)
        if self._entry is not None:
            self._paint_run(painter, self._behind(), self._entry.geometry().right() + look().px(9), end, flash_ink)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc that the entry let through."""
        if self._entry is None or event.key() not in ANSWER_KEYS:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_entry()
            self.entry_left.emit()
        elif not event.isAutoRepeat():
            self._entry.settle()
            self.answered.emit(self._entry.text())

    def _paint_run(self, painter: QPainter, parts: Sequence[Part], x: int, end: int, colour: QColor | None) -> None:
        paint_parts(painter, parts, QRect(x, 0, max(end - x, 0), self.height()), look().px(8), colour)

    def _paint_ground(self, painter: QPainter) -> None:
        kind = self.shown_kind()
        strong = look().colours.accent if TONES[kind] is Tone.MUTED else ink(TONES[kind])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), 6, 6)
        painter.fillPath(shape, strong if self._flash.isActive() else ground(TONES[kind]))
        if kind in BARRED:
            painter.setClipPath(shape)
            painter.fillRect(QRect(0, 0, 4, self.height()), strong)
            painter.setClipping(False)

    def _paint_icon(self, painter: QPainter, colour: QColor | None) -> None:
        kind = self.shown_kind()
        saying = self._question if kind is LineKind.ENTRY and self._question else self._saying
        if not saying.parts:
            return
        tone = saying.icon_tone or TONES[kind]
        size = look().px(18)
        place = QRect(look().px(12), 0, size, self.height())
        paint_icon(painter, saying.icon or ICONS[kind], colour or ink(tone), place)

    def _head(self) -> tuple[Part, ...]:
        return (self._question or self._saying).parts

    def _behind(self) -> tuple[Part, ...]:
        """What stands behind the entry: its tail, or the danger that came while it was open."""
        if self._question is not None and self.shown_kind() is LineKind.DANGER:
            return self._saying.parts
        return self._tail

    def _text_left(self) -> int:
        return look().px(12 + 18 + 8)

    def _place_entry(self) -> None:
        if self._entry is None:
            return
        gap, wide = look().px(8), look().px(self._entry_width)
        room = self.width() - self._text_left() - wide - look().px(24) - hints_width(self._question_hints())
        head = shortened(self._head(), gap, max(room, 0))
        tall = height(28)
        x = self._text_left() + parts_width(head, gap) + gap
        self._entry.setGeometry(x, (self.height() - tall) // 2, wide, tall)

    def _question_hints(self) -> tuple[KeyHint, ...]:
        return self._question.hints() if self._question else ()

    def _make_entry(self, value: str, is_number: bool, also: str) -> "InputLine":
        # Entries come long after the first paint, which their import would delay.
        from jxc_desktop.ui.widgets.input_line import InputLine
        from jxc_desktop.ui.widgets.number_input import NumberInput

        entry = NumberInput(value, parent=self, also=also) if is_number else InputLine(value, parent=self)
        entry.setProperty("tall", "small")
        entry.setAlignment(Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft)
        entry.textChanged.connect(self.entry_changed)
        return entry

    def _repaint(self) -> None:
        self.setAccessibleName(self.shown_words())
        self.update()
