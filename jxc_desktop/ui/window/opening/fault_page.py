"""Why the shop file cannot be opened: what happened, what is safe, and the ways on."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.models.values.backup_file import BackupFile
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.icons import paint_icon
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import TITLE, font
from jxc_desktop.ui.settings.backup_rows import occasion_word, place_word
from jxc_desktop.ui.widgets.columns import Align, Column
from jxc_desktop.ui.widgets.file_choice import fill_in_words
from jxc_desktop.ui.widgets.key_button import ButtonKind, KeyButton
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.notice_line import NoticeLine
from jxc_desktop.ui.widgets.parts import bold, plain
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.second_press import SecondPress
from jxc_desktop.ui.widgets.table import RowHeight, Table
from jxc_desktop.ui.widgets.table_model import TableModel
from jxc_desktop.ui.widgets.table_panel import TablePanel

WIDTH = 720
ROWS_SHOWN = 7
SIGN = 28
BYTES_A_MEGABYTE = 1_000_000


class FaultPage(QWidget):
    """One page with the refusal in words, the ways on, and the backups beside the file.

    Attributes:
        backups: the table of backups; empty where there are none.

    Signals:
        retried: try the same file once more. other_chosen: open this file. new_wanted: begin a new shop.
        restore_wanted: put this backup in the file's place.
    """

    retried = Signal()
    other_chosen = Signal(object)
    new_wanted = Signal()
    restore_wanted = Signal(object)

    def __init__(self, said: Refusal, safe: str, backups: Sequence[BackupFile], clock: Callable[[], int]) -> None:
        """Units: the clock counts milliseconds and never jumps."""
        super().__init__()
        self._second_press = SecondPress(clock)
        self._line = NoticeLine()
        self.backups: Table[BackupFile] = Table(TableModel(_columns()), RowHeight.REPORT)
        middle = QWidget()
        middle.setFixedWidth(look().px(WIDTH))
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(12))
        column.addLayout(_head(said.fact, safe, said.advice or _advice(bool(backups))))
        column.addLayout(self._buttons(is_next=not backups))
        column.addWidget(self._line)
        if backups:
            self._add_backups(column, backups)
        whole = QVBoxLayout(self)
        whole.addStretch(1)
        whole.addWidget(middle, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(2)
        self.backups.setVisible(bool(backups))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if backups:
            self.setFocusProxy(self.backups)

    def say_refused(self, refusal: Refusal, _error: object = None) -> None:
        """Why a backup could not be used; nothing was changed."""
        self._line.say_refused(refusal)

    def choose_other(self) -> None:
        """F2: another shop file."""
        dialog = QFileDialog(self, _("打开哪家店"))
        dialog.setNameFilters([_("店铺文件 (*.db)"), _("所有文件 (*)")])
        fill_in_words(dialog)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.other_chosen.emit(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def restore(self) -> None:
        """F9, and once more: the chosen backup."""
        backup = self.backups.current_row()
        if backup is None:
            return
        when = _when(backup)
        if self._second_press.is_yes(str(backup.path)):
            self._line.say(LineKind.NEUTRAL, _("正在恢复 {when} 的备份").format(when=when))
            self.restore_wanted.emit(backup.path)
            return
        words = (
            bold(_("换成 {when} 的备份").format(when=when)),
            plain(_("以后的单要补录；现在的文件改名留着")),
        )
        self._line.say(LineKind.WARNING, words, keys=(KeyHint("F9", _("恢复")), KeyHint("Esc", _("不换"))))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys on the buttons."""
        acts = {
            Qt.Key.Key_F2: self.choose_other,
            Qt.Key.Key_F5: self.retried.emit,
            Qt.Key.Key_F9: self.restore,
            Qt.Key.Key_Escape: self._leave_question,
        }
        act = acts.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_N and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            act = self.new_wanted.emit
        if act is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            act()

    def _buttons(self, is_next: bool) -> QHBoxLayout:
        """The ways on without a backup; `is_next`: trying again is the next thing."""
        row = QHBoxLayout()
        row.setSpacing(look().px(12))
        normal, first = ButtonKind.NORMAL, ButtonKind.PRIMARY if is_next else ButtonKind.NORMAL
        for words, key, act, kind in (
            (_("再试一次"), "F5", self.retried.emit, first),
            (_("打开别的店铺文件"), "F2", self.choose_other, normal),
            (_("新开一家店"), "Ctrl+N", self.new_wanted.emit, normal),
        ):
            button = KeyButton(words, key, kind)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(act)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _add_backups(self, column: QVBoxLayout, backups: Sequence[BackupFile]) -> None:
        column.addWidget(_label(_("从备份恢复"), True))
        panel = TablePanel(self.backups)
        panel.setFixedSize(look().px(WIDTH), look().px(32 * (min(len(backups), ROWS_SHOWN) + 1) + 4))
        column.addWidget(panel)
        button = KeyButton(_("用选中的备份"), "F9", ButtonKind.PRIMARY, icon="history")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self.restore)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.backups.show_rows(backups)
        self.backups.choose(0)
        self.backups.row_chosen.connect(lambda _row: self._leave_question())

    def _leave_question(self) -> None:
        self._second_press.forget()
        self._line.clear()


class _Sign(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(look().px(SIGN), look().px(SIGN))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_icon(painter, "alert-triangle", look().colours.danger, self.rect())
        painter.end()


def _head(fact: str, safe: str, advice: str) -> QHBoxLayout:
    """The sign, and beside it what happened, what is safe, what to do."""
    words = QVBoxLayout()
    words.setSpacing(look().px(8))
    for text, is_title in ((fact, True), (safe, False), (advice, False)):
        words.addWidget(_label(text, is_title))
    row = QHBoxLayout()
    row.setSpacing(look().px(16))
    row.addWidget(_Sign(), 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    return row


def _advice(has_backups: bool) -> str:
    """What to do where nothing better is known."""
    if has_backups:
        return _("选一份备份按 F9 换上；要是选错了文件，按 F2 打开对的那一个")
    return _("要是选错了文件，按 F2 打开对的那一个")


def _label(words: str, is_title: bool) -> QLabel:
    label = QLabel(words)
    label.setWordWrap(True)
    if is_title:
        label.setFont(font(TITLE))
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _columns() -> list[Column[BackupFile]]:
    return [
        Column("made_at", _("什么时候"), _when, 18, sort=lambda backup: backup.made_at),
        Column("occasion", _("为什么"), lambda backup: occasion_word(backup.occasion), 8, tone=Tone.MUTED),
        Column("place", _("在哪里"), place_word, 8, tone=Tone.MUTED),
        Column("size", _("大小"), _size, 10, Align.RIGHT, sort=lambda backup: backup.size),
        Column("name", _("文件"), lambda backup: backup.path.name, tone=Tone.MUTED, stretches=True),
    ]


def _when(backup: BackupFile) -> str:
    return f"{backup.made_at:%Y-%m-%d %H:%M}"


def _size(backup: BackupFile) -> str:
    return f"{backup.size / BYTES_A_MEGABYTE:,.1f} MB"
