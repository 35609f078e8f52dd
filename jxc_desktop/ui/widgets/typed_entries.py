"""Figures of a row typed in the scan line, with what they come to behind them as one types."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from jxc_desktop.models.values.number_text import BadNumberError
from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import refusal
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.parts import Part, muted
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.scan_line import ScanLine

Draft = TypeVar("Draft")


@dataclass(frozen=True, slots=True)
class Entry(Generic[Draft]):
    """What is asked.

    Attributes:
        change: the draft with what was typed. shown: what the typed figure comes to, of that draft.
        before: what stood there. is_bill: it is about the whole, and not about a row.
    """

    change: Callable[[str], Draft]
    shown: Callable[[Draft], tuple[Part, ...]]
    before: tuple[Part, ...] = ()
    is_bill: bool = False


class TypedEntries(QObject, Generic[Draft]):
    """Opens the entries and writes what is typed; what is wrong is said in the line, and the entry stays.

    Signals:
        closed: the focus goes back to the scan field. written: something was changed.
    """

    closed = Signal()
    written = Signal()

    def __init__(self, line: ScanLine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._line = line
        self._entry: Entry[Draft] | None = None
        self._typed = self._refused = ""
        line.answered.connect(self._on_answered)
        line.entry_changed.connect(self._on_changed)
        line.entry_left.connect(self._on_left)

    def insist(self) -> None:
        """A key of the page was pressed meanwhile: the entry comes first, which stands behind it until it is closed."""
        self._line.set_tail((Part(_("先按 Enter 改好，或按 Esc 不改"), tone=Tone.WARNING),))

    def leave(self) -> None:
        """Close the entry without writing."""
        if self._line.is_asking():
            self._line.close_entry()
            self._on_left()

    def _write(self, draft: Draft) -> None:
        """Take the changed draft."""
        raise NotImplementedError

    def _has_red_rows(self) -> bool:
        """Whether the danger line is that of a red row, which stays."""
        raise NotImplementedError

    def _ask(self, entry: Entry[Draft], head: tuple[Part, ...], value: str, *hints: KeyHint) -> None:
        self._entry = entry
        keys = (*hints, KeyHint("Enter", _("改")), KeyHint("Esc", _("不改")))
        self._line.ask(head, value, entry.before, keys, also="=")
        self._on_changed(value)

    def _on_changed(self, text: str) -> None:
        """Behind the entry stands what the typed figure comes to; nothing while it comes to nothing."""
        self._typed = text
        if self._entry is None:
            return
        try:
            shown = self._entry.shown(self._entry.change(text))
        except (ShopError, BadNumberError):
            shown = ()
        if self._line.shown_kind() is LineKind.DANGER and not self._has_red_rows():
            self._line.clear()
        self._line.set_tail((*self._entry.before, *shown))

    def _on_answered(self, text: str) -> None:
        entry = self._entry
        if entry is None:
            return
        try:
            self._write(entry.change(text))
        except BadNumberError:
            self._say(_("写成数字"))
        except ShopError as error:
            self._say(refusal(error).line)
        else:
            self._close()
            self.written.emit()

    def _on_left(self) -> None:
        self._entry = None
        self._take_back_refusal()
        self.closed.emit()

    def _close(self) -> None:
        self._entry = None
        self._line.close_entry()
        self._take_back_refusal()
        self.closed.emit()

    def _say(self, words: str) -> None:
        self._refused = words
        self._line.say(LineKind.DANGER, (Part(words, tone=Tone.DANGER),), flashes=True)

    def _take_back_refusal(self) -> None:
        """What was wrong with the typed figure is nobody's business once the entry is gone."""
        if self._refused and self._line.shown_words() == self._refused:
            self._line.clear()
        self._refused = ""


def was(value: str) -> tuple[Part, ...]:
    """What stood there before."""
    return (muted(_("原来 {value}").format(value=value)),)
