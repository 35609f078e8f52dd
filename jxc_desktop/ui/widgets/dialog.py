"""A dialog no scan can answer: no button is pressed by Enter unless the dialog itself says so."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QRegion, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import CAPTION, TITLE, height
from jxc_desktop.ui.widgets.key_button import KeyButton
from jxc_desktop.ui.widgets.key_cap import KeyHint, hints_width, paint_hints
from jxc_desktop.ui.widgets.parts import Part, paint_parts
from jxc_desktop.ui.widgets.veil import Veil

NARROW, WIDE, WIDEST = 480, 640, 800
HEADER, FOOT = 52, 64
RADIUS = 10
# An Enter this soon after opening was meant for what was there before.
ENTER_COUNTS_AFTER_MS = 300
MOST_OF_WINDOW = 0.9
ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Dialog(QDialog):
    """Header, body and foot over the veiled window.

    Attributes:
        body: where the dialog's own parts go.
        page_takes_scans: the page below knows what a scan means while this is open; else scans wait until it is closed.
        has_header: title and Esc on a line of their own at the top.

    Units: width in pixels of the design: 480, 640 or 800.
    """

    page_takes_scans = False
    has_header = True

    def __init__(
        self,
        window: QWidget,
        title: str,
        subtitle: str = "",
        width: int = WIDE,
        opened_by: Qt.Key | None = None,
        escape_word: str = "",
    ) -> None:
        super().__init__(window, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setModal(True)
        self.setWindowTitle(title)
        self.setProperty("frame", True)
        self._design_width, self._opened_by = width, opened_by
        self._over = window.window()
        self._veil: Veil | None = None
        self._focus_before: QWidget | None = None
        self._since_shown = QElapsedTimer()
        self._has_smooth_corners = QGuiApplication.platformName() != "xcb"
        # Without a compositor, as on plain X11, see-through corners would be black: there they are cut off.
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, self._has_smooth_corners)
        self.body = QWidget(self)
        self._foot = DialogFoot(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        if self.has_header:
            column.addWidget(DialogHeader(title, subtitle, escape_word, self))
        column.addWidget(self.body, 1)
        column.addWidget(self._foot)
        self.finished.connect(self._on_finished)

    def add_button(self, button: KeyButton, act: Callable[[], object], gap: int = 12) -> None:
        """One more button at the right of the foot, and what it does; the primary comes last.

        It never takes the focus: Enter and Space belong to what is being typed.

        Units: gap to the button before it in pixels of the design; 24 between danger and primary.
        """
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(act)
        self._foot.add_button(button, gap)

    def set_hints(self, hints: Sequence[KeyHint]) -> None:
        """What the keys do, at the left of the foot; also why the primary cannot be pressed yet."""
        self._foot.show_hints(hints)

    def show_kept(self, count: int) -> None:
        """How many scans wait for this to be closed: said in place of the hints; 0 takes it back."""
        self._foot.show_kept(count)

    def enter_pressed(self) -> None:
        """A fresh Enter that belongs to nobody else. Does nothing unless a dialog says what it finishes."""

    @override
    def sizeHint(self) -> QSize:
        most_width = round(self._over.width() * MOST_OF_WINDOW)
        return QSize(
            min(look().px(self._design_width), most_width), min(super().sizeHint().height(), self.most_height())
        )

    def most_height(self) -> int:
        """No dialog is higher than most of its window.

        Units: pixels.
        """
        return round(self._over.height() * MOST_OF_WINDOW)

    @override
    def setVisible(self, visible: bool) -> None:
        """A dialog has its place in the middle of the window before it is shown: a window manager moves it else."""
        if visible and not self.isVisible():
            self.resize(self.sizeHint())
            middle = self._over.mapToGlobal(self._over.rect().center())
            self.move(middle.x() - self.width() // 2, middle.y() - self.height() // 2)
        super().setVisible(visible)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        if self._veil is None:
            self._focus_before = self._focus_before or QApplication.focusWidget()
            self._veil = Veil(self._over)
        if not self._has_smooth_corners:
            self.setMask(_rounded(self.rect()))
        self._since_shown.start()
        self.windowHandle().installEventFilter(self)
        super().showEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Closed, or put aside for a while: the window is clear. Where the focus was is known until it is closed."""
        super().hideEvent(event)
        if self._veil is not None and not event.spontaneous():
            self._veil.remove()
            self._veil = None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The key that opened the dialog does nothing in it until it has been let go."""
        if self._opened_by is None or not isinstance(event, QKeyEvent) or event.key() != self._opened_by:
            return super().eventFilter(watched, event)
        if event.isAutoRepeat():
            return True
        is_release = event.type() is QEvent.Type.KeyRelease
        self._opened_by = None
        return is_release

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in ENTERS:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat() and self._since_shown.elapsed() >= ENTER_COUNTS_AFTER_MS:
            self.enter_pressed()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), look().colours
        if not self._has_smooth_corners:
            # The cut leaves a few pixels outside the edge, which would be black.
            painter.fillRect(self.rect(), colours.border_strong)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.border_strong, 1))
        painter.setBrush(colours.raised)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def _on_finished(self) -> None:
        self._over.activateWindow()
        before, self._focus_before = self._focus_before, None
        if before is not None and isValid(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)


class DialogHeader(QWidget):
    """Title, what it is about, and what Esc does."""

    def __init__(self, title: str, subtitle: str, escape_word: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._parts = (Part(title, TITLE), *((Part(subtitle, CAPTION, Tone.MUTED),) if subtitle else ()))
        self._hints = (KeyHint("Esc", escape_word),) if escape_word else ()
        self.setFixedHeight(height(HEADER))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        inner = self.rect().adjusted(look().px(20), 0, -look().px(20), -1)
        paint_hints(painter, self._hints, inner, Tone.MUTED)
        room = inner.adjusted(0, 0, -hints_width(self._hints), 0)
        paint_parts(painter, self._parts, room, look().px(12))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), look().colours.border)


class DialogFoot(QWidget):
    """Hints at the left, buttons at the right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._hints: tuple[KeyHint, ...] = ()
        self._kept: tuple[KeyHint, ...] = ()
        self.setFixedHeight(height(FOOT))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(look().px(20), 1, look().px(20), 0)
        self._row.setSpacing(0)
        self._row.addStretch(1)

    def add_button(self, button: KeyButton, gap: int) -> None:
        """One more button at the right."""
        if self._row.count() > 1:
            self._row.addSpacing(look().px(gap))
        self._row.addWidget(button)

    def show_hints(self, hints: Sequence[KeyHint]) -> None:
        """Other hints."""
        self._hints = tuple(hints)
        self._say_hints()

    def show_kept(self, count: int) -> None:
        """Scans that wait, in place of the hints."""
        self._kept = (KeyHint("", _("扫了 {count} 下，关上后接着算").format(count=count)),) if count else ()
        self._say_hints()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRect(0, 0, self.width(), 1), look().colours.border)
        shown = self._kept or self._hints
        place = QRect(look().px(20), 1, hints_width(shown), self.height() - 1)
        paint_hints(painter, shown, place, Tone.WARNING if self._kept else Tone.MUTED)

    def _say_hints(self) -> None:
        shown = self._kept or self._hints
        self.setAccessibleName(" ".join(f"{hint.key} {hint.word}".strip() for hint in shown))
        self.update()


def _rounded(place: QRect) -> QRegion:
    """The outline of the dialog for a screen that cannot draw see-through corners."""
    size = 2 * RADIUS
    corners = [
        QRect(x, y, size, size)
        for x in (place.left(), place.right() - size + 1)
        for y in (place.top(), place.bottom() - size + 1)
    ]
    region = QRegion(place.adjusted(RADIUS, 0, -RADIUS, 0)) + QRegion(place.adjusted(0, RADIUS, 0, -RADIUS))
    for corner in corners:
        region += QRegion(corner, QRegion.RegionType.Ellipse)
    return region
