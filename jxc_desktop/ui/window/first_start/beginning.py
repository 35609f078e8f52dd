"""Question 4: where to begin: with what was kept elsewhere, with nothing, or with a shop to try things in."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from jxc_desktop.services.migrate_in.first_look import FirstLook, first_look
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.background import Background
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.icons import paint_icon
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import BODY, CAPTION, height
from jxc_desktop.ui.widgets.file_choice import ask_file_to_read
from jxc_desktop.ui.widgets.key_button import ButtonHeight, KeyButton
from jxc_desktop.ui.widgets.panel import paint_panel
from jxc_desktop.ui.widgets.parts import Part, paint_parts
from jxc_desktop.ui.window.first_start.answers import Beginning
from jxc_desktop.ui.window.first_start.question import ChoiceCard, Question

FILE_PANEL = 62
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class BeginningQuestion(Question):
    """Three ways to begin, and the file of the first.

    Attributes:
        file: the table to move in; None: none that can be.
    """

    def __init__(self, background: Callable[[], Background]) -> None:
        super().__init__()
        self._background = background
        self._asked: Path | None = None
        self.file: Path | None = None
        self._cards = [
            ChoiceCard(word, sentence, icon, str(number)) for number, (word, sentence, icon) in enumerate(_choices(), 1)
        ]
        for card in self._cards:
            self.column.addWidget(card)
            card.toggled.connect(self._on_chosen)
        self.panel = FilePanel()
        self.panel.button.clicked.connect(self.ask_file)
        self.column.addSpacing(look().px(12))
        self.column.addWidget(self.panel)
        self.column.addStretch(1)
        self._cards[1].setChecked(True)
        self.setAcceptDrops(True)

    @staticmethod
    @override
    def step_word() -> str:
        return _("从哪里开始")

    @staticmethod
    @override
    def heading() -> str:
        return _("从哪里开始？")

    @staticmethod
    @override
    def advice() -> str:
        return _("选一个，随时可以再导入。")

    def beginning(self) -> Beginning:
        """Which of the three."""
        return list(Beginning)[self._number()]

    def choose(self, beginning: Beginning) -> None:
        """Choose one of the three."""
        self._cards[list(Beginning).index(beginning)].setChecked(True)

    @override
    def next_word(self) -> str:
        words = {
            Beginning.MOVE_IN: _("检查并导入"),
            Beginning.EMPTY: _("开张"),
            Beginning.SAMPLE: _("打开示例店"),
        }
        return words[self.beginning()]

    @override
    def is_answered(self) -> bool:
        if self.beginning() is Beginning.MOVE_IN and self.file is None:
            if self._asked is None:
                self.panel.ask(_("还没有选文件"), _("按 Ctrl+O 选一个，或把文件拖到这里"))
            return False
        return True

    @override
    def press(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_3:
            self._cards[key - Qt.Key.Key_1].setChecked(True)
        elif key in STEPS:
            self._cards[min(max(self._number() + STEPS[key], 0), len(self._cards) - 1)].setChecked(True)
        elif key == Qt.Key.Key_O and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.ask_file()
        else:
            return False
        return True

    def ask_file(self) -> None:
        """Ctrl+O: which table."""
        ask_file_to_read(self, _("搬进来的表格"), self.take_file)

    def take_file(self, path: Path) -> None:
        """Look at a table: what it holds stands in the panel, or why it cannot be moved in."""
        self.choose(Beginning.MOVE_IN)
        self.file, self._asked = None, path
        self.panel.say(path.name, _("正在看这个文件"))
        self._background().start(
            lambda _task: first_look(path), self._show_look, lambda said, _error: self._say_refused(path, said)
        )

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file is welcome."""
        if _dropped(event) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """As if it had been chosen."""
        path = _dropped(event)
        if path is not None:
            self.take_file(path)

    def _show_look(self, seen: FirstLook) -> None:
        if seen.path != self._asked:
            return
        self.file = seen.path
        self.panel.say(seen.path.name, _seen_words(seen))
        self.changed.emit()

    def _say_refused(self, path: Path, said: Refusal) -> None:
        if path == self._asked:
            self._asked = None
            self.panel.say(path.name, said.line, Tone.DANGER)

    def _number(self) -> int:
        return next(number for number, card in enumerate(self._cards) if card.isChecked())

    def _on_chosen(self, is_chosen: bool) -> None:
        if is_chosen:
            self.panel.setVisible(self.beginning() is Beginning.MOVE_IN)
            self.changed.emit()


class FilePanel(QWidget):
    """The file: its name, what it holds, and the button for another one."""

    def __init__(self) -> None:
        super().__init__()
        self.button = KeyButton(_("选一个文件"), "Ctrl+O", icon="folder-open", tall=ButtonHeight.SMALL)
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._name, self._sentence, self._tone = _("你的表格"), _("选一个文件，或拖到这里"), Tone.MUTED
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, look().px(18), 0)
        row.addStretch(1)
        row.addWidget(self.button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, name: str, sentence: str, tone: Tone = Tone.MUTED) -> None:
        """What is known of the file."""
        self.button.setText(_("换一个文件"))
        self._write(name, sentence, tone)

    def ask(self, name: str, sentence: str) -> None:
        """There is none yet, and one is needed."""
        self._write(name, sentence, Tone.DANGER)

    def _write(self, name: str, sentence: str, tone: Tone) -> None:
        self._name, self._sentence, self._tone = name, sentence, tone
        self.setAccessibleName(self.words())
        self.setToolTip(sentence)
        self.update()

    def words(self) -> str:
        """Both lines."""
        return f"{self._name}\n{self._sentence}"

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, height(FILE_PANEL))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, worn = QPainter(self), look()
        paint_panel(painter, self.rect())
        ink = worn.colours.danger if self._tone is Tone.DANGER else worn.colours.text_muted
        paint_icon(painter, "file-spreadsheet", ink, QRect(worn.px(20), 0, worn.px(20), self.height()))
        x, line, middle = worn.px(53), worn.px(20), self.height() // 2
        wide = self.button.x() - x - worn.px(12)
        paint_parts(painter, (Part(self._name, BODY),), QRect(x, middle - line, wide, line), 0)
        paint_parts(painter, (Part(self._sentence, CAPTION, self._tone),), QRect(x, middle, wide, line), 0)
        painter.end()


def _choices() -> tuple[tuple[str, str, str], ...]:
    return (
        (
            _("把原来的表格搬进来"),
            _("商品、供应商、客户、期初库存；xlsx、xls、csv、ods 都行，先检查再导入"),
            "file-import",
        ),
        (_("从空店开始"), _("扫第一件商品时再建档，五分钟内可以卖第一单"), "barcode"),
        (_("先用示例店试一试"), _("60 种商品、六个星期的买卖；和你的店分开放，随时可删"), "packages"),
    )


def _seen_words(seen: FirstLook) -> str:
    names = _("、").join(seen.known)
    if not seen.unused:
        return _("{rows} 行，{count} 列都认得：{names}").format(rows=seen.rows, count=len(seen.known), names=names)
    return _("{rows} 行，认得 {count} 列：{names}；用不上 {unused}").format(
        rows=seen.rows, count=len(seen.known), names=names, unused=_("、").join(seen.unused)
    )


def _dropped(event: QDropEvent) -> Path | None:
    files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 else None
