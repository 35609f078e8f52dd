"""Not saved, damaged, a fault of the program: what happened, what is safe, what to do, step by step."""

import platform
import shutil
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import Step
from jxc_desktop.ui.errors.fault_report import report_text, save_report
from jxc_desktop.ui.errors.log_file import version
from jxc_desktop.ui.errors.troubles import Trouble
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.icons import paint_icon
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import ANSWER, BODY, CAPTION, TextStyle
from jxc_desktop.ui.widgets.dialog import WIDE, Dialog
from jxc_desktop.ui.widgets.file_choice import ask_text_to_write
from jxc_desktop.ui.widgets.key_button import ButtonKind, KeyButton
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.parts import Part, paint_centred, paint_parts
from jxc_desktop.ui.window.this_pc import log_folder

INSET, ICON, STEP = 24, 48, 52
HEADLINE = TextStyle(20, True)
BYTES_A_MEGABYTE = 1_000_000
AGAIN_KEY, COPY_KEY, SAVE_KEY = "F9", "Ctrl+C", "Ctrl+S"
REPORT = "进销存-报告"


class TroubleDialog(Dialog):
    """One trouble; Esc goes back to the work, which is as it was.

    Signals:
        again: do once more what was refused; the dialog is closed by then.
    """

    again = Signal()
    has_header = False

    def __init__(self, window: QWidget, trouble: Trouble, happened_at: datetime) -> None:
        super().__init__(window, trouble.stop.title, width=WIDE)
        self._trouble, self._at = trouble, happened_at
        self._copy = KeyButton(_("复制"), COPY_KEY, icon="copy")
        self._save = KeyButton(_("存报告"), SAVE_KEY, icon="device-floppy")
        column = QVBoxLayout(self.body)
        inset = look().px(INSET)
        column.setContentsMargins(inset, inset, inset, look().px(12))
        column.setSpacing(0)
        column.addWidget(TroubleHead(trouble.stop.title, self._safe()))
        column.addSpacing(look().px(16))
        column.addWidget(StepsTitle(_("怎么办")))
        for number, step in enumerate(trouble.stop.steps, 1):
            column.addWidget(StepRow(number, step, self._button_of(number, step)))
        self.set_hints(
            (KeyHint("", _("编号 {code}").format(code=trouble.stop.code)), KeyHint("", f"{self._at:%H:%M:%S}"))
        )
        self._add_buttons()

    def copy_details(self) -> None:
        """Everything that helps to find the cause, to the clipboard; the button says that it is there."""
        QGuiApplication.clipboard().setText(details_text(self._trouble, self._at))
        self._copy.setText(_("已复制"))

    def ask_report(self) -> None:
        """Where the report goes: the same and the end of the log, as a file that can be sent."""
        name = f"{REPORT}-{self._at:%Y%m%d-%H%M%S}.txt"
        ask_text_to_write(self, _("报告存到哪里"), name, self.save_report)

    def save_report(self, path: Path) -> None:
        """Write the report there; the button says what became of it."""
        folder = self._trouble.stop.folder
        shop = next(iter(sorted(folder.glob("*.db"))), None) if folder is not None else None
        is_saved = save_report(report_text(details_text(self._trouble, self._at), shop, log_folder()), path)
        self._save.setText(_("已存") if is_saved else _("存不进去，换个地方"))

    def open_folder(self) -> None:
        """The folder of the trouble, in the system's own window."""
        if self._trouble.stop.folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._trouble.stop.folder)))

    def do_again(self) -> None:
        """Close, and do it once more."""
        if self._trouble.again is not None:
            self.accept()
            self.again.emit()

    @override
    def sizeHint(self) -> QSize:
        """Large enough for every step, over a small dialog too."""
        return QSize(look().px(WIDE), self.minimumSizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys on the steps' buttons."""
        number = event.key() - Qt.Key.Key_1.value
        steps = self._trouble.stop.steps
        if event.isAutoRepeat():
            event.accept()
        elif 0 <= number < len(steps) and steps[number].offer == "folder":
            self.open_folder()
        elif event.key() == Qt.Key.Key_F9:
            self.do_again()
        else:
            super().keyPressEvent(event)

    def _safe(self) -> str:
        """What is safe; and how much room is left where that is the matter."""
        stop = self._trouble.stop
        if stop.code != "DISK-FULL" or stop.folder is None:
            return stop.safe
        try:
            free = shutil.disk_usage(stop.folder).free
        except OSError:
            return stop.safe
        room = _("店铺文件所在的盘还剩 {room} MB。").format(room=f"{free // BYTES_A_MEGABYTE:,}")
        return f"{room}\n{stop.safe}"

    def _button_of(self, number: int, step: Step) -> KeyButton | None:
        if step.offer == "folder" and self._trouble.stop.folder is not None:
            button = KeyButton(_("打开文件夹"), str(number))
            button.clicked.connect(self.open_folder)
        elif step.offer == "again" and self._trouble.again is not None:
            button = KeyButton(_("再做一次"), AGAIN_KEY, ButtonKind.PRIMARY)
            button.clicked.connect(self.do_again)
        else:
            return None
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def _add_buttons(self) -> None:
        self.add_button(self._copy, self.copy_details)
        self.add_button(self._save, self.ask_report)
        self.add_button(KeyButton(_("回去"), "Esc"), self.reject)
        QShortcut(QKeySequence(COPY_KEY), self).activated.connect(self.copy_details)
        QShortcut(QKeySequence(SAVE_KEY), self).activated.connect(self.ask_report)


class TroubleHead(QWidget):
    """The sign, what happened, and below it what is safe."""

    def __init__(self, title: str, safe: str) -> None:
        super().__init__()
        self._title = title
        self.setAccessibleName(f"{title} {safe}")
        words = QLabel(safe)
        words.setWordWrap(True)
        room = look().px(WIDE - 2 * INSET - ICON) - 2
        words.setFixedWidth(room)
        words.setFixedHeight(words.heightForWidth(room))
        column = QVBoxLayout(self)
        column.setContentsMargins(look().px(ICON), look().px(34), 0, 0)
        column.addWidget(words)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        size = look().px(32)
        paint_icon(painter, "alert-triangle", look().colours.danger, QRect(0, 0, size, size))
        room = QRect(look().px(ICON), 0, self.width() - look().px(ICON), look().px(28))
        paint_parts(painter, [Part(self._title, HEADLINE)], room, 0)


class StepsTitle(QWidget):
    """The small word over the steps, and the line under it."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
        self.setFixedHeight(look().px(24))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_parts(painter, [Part(self._words, CAPTION, Tone.MUTED)], self.rect().adjusted(0, 0, 0, -look().px(4)), 0)
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), look().colours.border)


class StepRow(QWidget):
    """A number, what to do, how, and the button that does it."""

    def __init__(self, number: int, step: Step, button: KeyButton | None) -> None:
        super().__init__()
        self._number, self._step = number, step
        self.setAccessibleName(f"{number} {step.what} {step.how}")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(look().px(STEP))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 1)
        row.addStretch(1)
        if button is not None:
            row.addWidget(button)
        self._button = button

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), look().colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, middle = look().px(24), self.height() // 2
        spot = QRect(0, middle - side // 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.neutral_soft)
        painter.drawEllipse(QRectF(spot))
        paint_centred(painter, Part(str(self._number), ANSWER), spot)
        left = side + look().px(12)
        wide = (self.width() if self._button is None else self._button.x() - look().px(12)) - left
        half = look().px(20)
        paint_parts(painter, [Part(self._step.what, BODY)], QRect(left, middle - half, wide, half), 0)
        paint_parts(painter, [Part(self._step.how, CAPTION, Tone.MUTED)], QRect(left, middle, wide, half - 2), 0)
        if self._number > 1:
            painter.fillRect(QRect(0, 0, self.width(), 1), colours.line)


def details_text(trouble: Trouble, happened_at: datetime) -> str:
    """What is copied: the code, the time, the program, the system, and where it happened."""
    stop = trouble.stop
    head = (
        _("编号 {code}").format(code=stop.code),
        f"{happened_at:%Y-%m-%d %H:%M:%S}",
        stop.title,
        _("版本 {version}，{system}，Python {python}").format(
            version=version(), system=platform.platform(), python=platform.python_version()
        ),
    )
    return "\n".join((*head, trouble.details)).strip()
