"""The field a shop scans into: it takes a code, is empty again, and only then says so."""

import unicodedata

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget
from typing_extensions import override

from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.icons import paint_icon
from jxc_desktop.ui.look.tones import Tone, ink
from jxc_desktop.ui.look.type_scale import ANSWER, CAPTION, TextStyle, font, height, text_width
from jxc_desktop.ui.widgets.key_names import ENTERS, F_KEYS, ROW_KEYS
from jxc_desktop.ui.widgets.parts import Part, paint_right

SHORTEST_TYPED_CODE = 8
MOST_PIECES = 9999

_LONGEST_TEXT = 200
_INSET = 12
_ICON_LEFT, _ICON = 16, 24
_TEXT_LEFT = 36
_COUNTER_SIZE = 52
_NEW_LOOK = (QEvent.Type.FontChange, QEvent.Type.PaletteChange)

_KEYS_WHILE_EMPTY = frozenset(
    key.value
    for key in (
        Qt.Key.Key_Asterisk,
        Qt.Key.Key_Period,
        Qt.Key.Key_Slash,
        Qt.Key.Key_Plus,
        Qt.Key.Key_Minus,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_Delete,
    )
)
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class ScanField(QLineEdit):
    """Codes come in by ``take_scan`` from the scan filter, or typed with Enter; short texts are a search.

    It never loses the focus by being disabled: ``refuse_because`` makes it answer with a reason instead.

    Signals:
        scanned: a code; the field is empty by then, or still holds what a person was typing.
        searched: Enter on a text that is no code; the text stays until ``clear_entry``.
        search_changed: what to search for while it is typed, "" where there is nothing to search.
        refused: why, and the code that was not taken ("" where there is none).
        key_pressed: a ``Qt.Key`` meant for the page: F-keys and row keys always; Enter, ``* . / + -``,
            ← → Home End Delete only while nothing is typed. Only row keys repeat when held down.
        entered: the focus came into it.
    """

    scanned = Signal(str)
    searched = Signal(str)
    search_changed = Signal(str)
    refused = Signal(str, str)
    key_pressed = Signal(int)
    entered = Signal()

    def __init__(
        self, placeholder: str, *, size: int = 48, multiplier_words: str = "", parent: QWidget | None = None
    ) -> None:
        """A field that asks for what the placeholder says, and shows the multiplier in its own words.

        Units: size is the height in pixels of the design, 48 or 52; multiplier_words hold ``{pieces}``.
        """
        super().__init__(parent)
        self._size = size
        self._multiplier_words = multiplier_words or _("下一件 × {pieces}")
        self._multiplier = 1
        self._refusal = ""
        self._search = ""
        self._is_left_over = False
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setMaxLength(_LONGEST_TEXT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._dress()
        self.textEdited.connect(self._on_edited)

    @property
    def multiplier(self) -> int:
        """How many pieces the next scan stands for."""
        return self._multiplier

    def use_multiplier(self) -> int:
        """How many pieces this scan stands for; the next one stands for one again."""
        multiplier = self._multiplier
        self._set_multiplier(1)
        return multiplier

    def refuse_because(self, reason: str) -> None:
        """Answer every scan and Enter with this reason from now on; "" takes them again."""
        self._refusal = reason

    def take_scan(self, code: str) -> None:
        """Take a code that came past the field; what is being typed in it stays as it is."""
        self._is_left_over = bool(self.text())
        self._hand_over(code)

    def clear_entry(self) -> None:
        """Empty the field, as after a choice from the search."""
        self._is_left_over = False
        # setText and not clear: a code that was taken must not come back with Ctrl+Z.
        self.setText("")
        self._show_search("")

    @override
    def inputMethodQuery(self, query: Qt.InputMethodQuery, argument: object = None, /) -> object:
        """No input method here: it would swallow a scanner's keys."""
        if query == Qt.InputMethodQuery.ImEnabled:
            return False
        return super().inputMethodQuery(query) if argument is None else super().inputMethodQuery(query, argument)

    @override
    def sizeHint(self) -> QSize:
        """As wide as there is room, of one height."""
        return QSize(super().sizeHint().width(), height(self._size))

    @override
    def minimumSizeHint(self) -> QSize:
        """Never lower than its one height, whatever the style sheet says."""
        return QSize(super().minimumSizeHint().width(), height(self._size))

    @override
    def event(self, event: QEvent, /) -> bool:
        """An empty field leaves Delete, Ctrl+Z and the like to the page; Esc is its own while there is work in it."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape.value:
                event.setAccepted(self._has_entry())
                return event.isAccepted()
            if not self.text():
                event.ignore()
                return False
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Sort a key: for the page, for the multiplier, or for the text."""
        event.accept()  # a key handed to the page by signal must not reach it once more by itself
        key = event.key()
        if event.modifiers() & _COMMANDS:
            super().keyPressEvent(event)
        elif key in ENTERS:
            self._on_enter(event)
        elif self._is_for_page(key):
            self._forward(event)
        elif key == Qt.Key.Key_Asterisk.value and self._typed_pieces() is not None:
            self._take_multiplier()
        elif key == Qt.Key.Key_Escape.value:
            self._on_escape(event)
        else:
            self._edit(event)

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        """Somebody came back to it, by key or by mouse."""
        super().focusInEvent(event)
        self.entered.emit()

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        """Another look has other sizes and colours."""
        super().changeEvent(event)
        if event.type() in _NEW_LOOK:
            self._dress()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        """The icon, the text, and at the right end how many pieces the next scan stands for."""
        super().paintEvent(event)
        painter = QPainter(self)
        size, left = look().px(_ICON), look().px(_ICON_LEFT)
        paint_icon(painter, "barcode", ink(Tone.MUTED), QRect(left, (self.height() - size) // 2, size, size))
        paint_right(painter, self._multiplier_part(), self._multiplier_area())
        painter.end()

    def _on_enter(self, event: QKeyEvent) -> None:
        typed = self.text().strip()
        code = typed_code(typed)
        if event.isAutoRepeat():
            return
        if code is not None:
            self.clear_entry()
            self._hand_over(code)
        elif self._refusal:
            self.refused.emit(self._refusal, "")
        elif typed:
            self.searched.emit(typed)
        else:
            self.clear_entry()
            self.key_pressed.emit(Qt.Key.Key_Return.value)

    def _hand_over(self, code: str) -> None:
        if self._refusal:
            self.refused.emit(self._refusal, code)
        else:
            self.scanned.emit(code)

    def _is_for_page(self, key: int) -> bool:
        return key in ROW_KEYS or key in F_KEYS or (key in _KEYS_WHILE_EMPTY and not self.text())

    def _forward(self, event: QKeyEvent) -> None:
        if event.key() in ROW_KEYS or not event.isAutoRepeat():
            self.key_pressed.emit(event.key())

    def _on_escape(self, event: QKeyEvent) -> None:
        if self.text():
            self.clear_entry()
        elif self._multiplier != 1:
            self._set_multiplier(1)
        else:
            event.ignore()

    def _edit(self, event: QKeyEvent) -> None:
        # Digits typed before a scan and digits typed after it are two numbers: 2, scan, 2 is never 22.
        if self._is_left_over and event.text().isdecimal() and self.text().isdecimal():
            self.clear_entry()
        self._is_left_over = False
        super().keyPressEvent(event)

    def _on_edited(self, text: str) -> None:
        self._show_search("" if typed_code(text) is not None else text.strip())

    def _show_search(self, search: str) -> None:
        if search != self._search:
            self._search = search
            self.search_changed.emit(search)

    def _has_entry(self) -> bool:
        return bool(self.text()) or self._multiplier != 1

    def _typed_pieces(self) -> int | None:
        typed = _plain(self.text())
        return int(typed) if typed.isascii() and typed.isdecimal() else None

    def _take_multiplier(self) -> None:
        pieces = self._typed_pieces() or 0
        self.clear_entry()
        if not pieces:
            self.refused.emit(_("件数从 1 开始"), "")
        elif pieces > MOST_PIECES:
            self.refused.emit(_("一次最多 {most} 件").format(most=MOST_PIECES), "")
        else:
            self._set_multiplier(pieces)

    def _set_multiplier(self, multiplier: int) -> None:
        if multiplier != self._multiplier:
            self._multiplier = multiplier
            self.update(self._multiplier_area())

    def _dress(self) -> None:
        self.setFixedHeight(height(self._size))
        self.setFont(font(TextStyle(18 if self._size >= _COUNTER_SIZE else 16)))
        # The room is there from the start: making it when a multiplier is typed would lay out the whole page anew.
        room = text_width(ANSWER, self._multiplier_words.format(pieces=MOST_PIECES))
        self.setTextMargins(look().px(_TEXT_LEFT), 0, room + look().px(_INSET), 0)

    def _multiplier_part(self) -> Part:
        words = self._multiplier_words.format(pieces=self._multiplier)
        return Part(words, CAPTION, Tone.MUTED) if self._multiplier == 1 else Part(words, ANSWER, Tone.ACCENT)

    def _multiplier_area(self) -> QRect:
        inset, width = look().px(_INSET), self.textMargins().right()
        return QRect(self.width() - width - inset, 0, width, self.height())


def typed_code(text: str) -> str | None:
    """The code in a typed or pasted text, in plain digits; None where it is too short or has anything but digits."""
    plain = _plain(text)
    is_code = len(plain) >= SHORTEST_TYPED_CODE and plain.isascii() and plain.isdecimal()
    return plain if is_code else None


def _plain(text: str) -> str:
    """Half-width, without blanks, tabs, byte order marks and the like."""
    normal = unicodedata.normalize("NFKC", text)
    return "".join(character for character in normal if unicodedata.category(character)[0] not in "ZC")
