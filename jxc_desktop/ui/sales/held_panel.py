"""The carts on hold, beside the cart: when, why, how much."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from jxc_desktop.models.values.money import Money
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import BODY
from jxc_desktop.ui.widgets.figure_text import money_text
from jxc_desktop.ui.widgets.key_cap import KeyHint, paint_hints
from jxc_desktop.ui.widgets.panel import paint_panel
from jxc_desktop.ui.widgets.parts import Part, muted, paint_parts, paint_right, plain

ROW, HEADER, INSET, FOOT = 26, 35, 16, 8


@dataclass(frozen=True, slots=True)
class HeldCart:
    """A cart on hold as it is listed; rows is None where it cannot be read."""

    token: str
    moment: datetime
    note: str
    rows: int | None
    amount: Money

    @property
    def left(self) -> tuple[Part, ...]:
        """When and why."""
        return (muted(f"{self.moment:%H:%M}"), plain(self.note or _("没有备注")))

    @property
    def right(self) -> tuple[Part, ...]:
        """How many rows and how much."""
        if self.rows is None:
            return (Part(_("读不出来"), BODY, Tone.DANGER),)
        return (muted(_("{rows} 行").format(rows=self.rows)), plain(money_text(self.amount)))


class HeldPanel(QWidget):
    """Lists what is on hold, as much as there is room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._carts: tuple[HeldCart, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def show_carts(self, carts: Sequence[HeldCart]) -> None:
        """Other carts, the longest waiting first."""
        self._carts = tuple(carts)
        self.setAccessibleName(self.words())
        self.update()

    def words(self) -> str:
        """All that is written, as plain text."""
        lines = [" ".join(part.text for part in (*cart.left, *cart.right)) for cart in self._carts]
        return "\n".join((self._title(), *lines))

    def rows_shown(self) -> int:
        """How many carts there is room for."""
        room = self._room()
        return len(self._carts) if len(self._carts) <= room else room - 1 if room > 1 else room

    def _room(self) -> int:
        return max((self.height() - look().px(HEADER + FOOT)) // look().px(ROW), 0)

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(364), look().px(HEADER + 4 * ROW + FOOT))

    @override
    def minimumSizeHint(self) -> QSize:
        """With large writing on a low screen the count alone, which its key lists."""
        return QSize(look().px(364), look().px(HEADER + FOOT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_panel(painter, self.rect())
        inner = self.rect().adjusted(look().px(INSET), 0, -look().px(INSET), 0)
        head = QRect(inner.x(), look().px(4), inner.width(), look().px(HEADER))
        hints = (KeyHint("F7", _("取单")),) if self._carts else (KeyHint("F6", _("挂单")),)
        paint_hints(painter, hints, head, Tone.MUTED)
        paint_parts(painter, (muted(self._title()),), head, 0)
        shown = self.rows_shown()
        for number, cart in enumerate(self._carts[:shown]):
            self._paint_cart(painter, self._row(inner, number), cart)
        if shown < min(len(self._carts), self._room()):
            rest = _("还有 {count}").format(count=len(self._carts) - shown)
            paint_parts(painter, (muted(rest),), self._row(inner, shown), 0)

    def _paint_cart(self, painter: QPainter, line: QRect, cart: HeldCart) -> None:
        right = line
        for part, room in zip(reversed(cart.right), (76, 60), strict=False):
            paint_right(painter, part, right)
            right = right.adjusted(0, 0, -look().px(room), 0)
        paint_parts(painter, cart.left, right, look().px(16))

    def _row(self, inner: QRect, number: int) -> QRect:
        return QRect(inner.x(), look().px(HEADER + number * ROW), inner.width(), look().px(ROW))

    def _title(self) -> str:
        return _("挂单 {count}").format(count=len(self._carts)) if self._carts else _("没有挂单")
