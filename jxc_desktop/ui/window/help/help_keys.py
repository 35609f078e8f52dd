"""The keys in the help: those of the page, then those of the window."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.type_scale import ANSWER, BODY, text_width
from jxc_desktop.ui.widgets.key_cap import KeyHint, key_cap_width, paint_quiet_cap
from jxc_desktop.ui.widgets.parts import Part, paint_parts, plain
from jxc_desktop.ui.window.tab_line import FIND_KEY, HELP_KEY, SETTINGS_KEY

ROW, TITLE_ROW, GAP, COLUMN_GAP, BETWEEN = 26, 34, 8, 24, 14
STATUS_KEY = "Ctrl+Shift+S"
LIST_KEY, LOCK_KEY = "Ctrl+B", "Ctrl+L"
Group = tuple[str, Sequence[KeyHint]]


def window_keys() -> list[KeyHint]:
    """What works on every page."""
    return [
        KeyHint(HELP_KEY, _("帮助")),
        KeyHint(FIND_KEY, _("找任何东西")),
        KeyHint("Alt+1…5", _("换标签")),
        KeyHint("Ctrl+1…9", _("换页")),
        KeyHint(LIST_KEY, _("收起左边")),
        KeyHint(SETTINGS_KEY, _("设置")),
        KeyHint(STATUS_KEY, _("店里的状态")),
        KeyHint(LOCK_KEY, _("锁屏")),
        KeyHint("Esc", _("退一步")),
    ]


class KeysPanel(QWidget):
    """Groups of keys with what they do, in as many columns as there is room for."""

    def __init__(self, groups: Sequence[Group], width: int) -> None:
        """`width` in pixels is all the room there is."""
        super().__init__()
        self._groups, self._wide = tuple(groups), width
        self.setAccessibleName("\n".join(self.words()))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def words(self) -> list[str]:
        """Titles and keys, from the top."""
        return [line for title, hints in self._groups for line in (title, *(f"{one.key} {one.word}" for one in hints))]

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._wide, sum(self._tall(hints) for _title, hints in self._groups))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, top = QPainter(self), 0
        for title, hints in self._groups:
            head = QRect(0, top, self._wide, look().px(TITLE_ROW))
            paint_parts(painter, [Part(title, ANSWER)], head, 0)
            self._paint_keys(painter, hints, head.bottom() + 1)
            top += self._tall(hints)

    def _paint_keys(self, painter: QPainter, hints: Sequence[KeyHint], top: int) -> None:
        tall, columns = look().px(ROW), self._columns(hints)
        rows = -(-len(hints) // columns)
        wide = (self._wide - look().px(COLUMN_GAP) * (columns - 1)) // columns
        for number, hint in enumerate(hints):
            column, row = divmod(number, rows)
            place = QRect(column * (wide + look().px(COLUMN_GAP)), top + row * tall, wide, tall)
            paint_quiet_cap(painter, hint.key, place)
            caps = _caps_width(hints[column * rows : (column + 1) * rows])
            paint_parts(painter, [plain(hint.word)], place.adjusted(caps + look().px(GAP), 0, 0, 0), 0)

    def _tall(self, hints: Sequence[KeyHint]) -> int:
        rows = -(-len(hints) // self._columns(hints))
        return look().px(TITLE_ROW) + rows * look().px(ROW) + look().px(BETWEEN)

    def _columns(self, hints: Sequence[KeyHint]) -> int:
        """Two where every word fits."""
        widest = max((text_width(BODY, hint.word) for hint in hints), default=0)
        needed = _caps_width(hints) + look().px(GAP) + widest
        return 2 if 2 * needed + look().px(COLUMN_GAP) <= self._wide else 1


def _caps_width(hints: Sequence[KeyHint]) -> int:
    return max((key_cap_width(hint.key) for hint in hints), default=0)
