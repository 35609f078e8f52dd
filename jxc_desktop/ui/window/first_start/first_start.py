"""The first start: four questions, one a page. What was typed stays when one goes back; the shop is made at the end."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.background import Background
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import BODY, TextStyle, metrics
from jxc_desktop.ui.widgets.key_button import ButtonHeight, ButtonKind, KeyButton
from jxc_desktop.ui.widgets.parts import Part
from jxc_desktop.ui.widgets.words_line import WordsLine
from jxc_desktop.ui.window.first_start.answers import Answers, Printers
from jxc_desktop.ui.window.first_start.beginning import BeginningQuestion
from jxc_desktop.ui.window.first_start.password import PasswordQuestion
from jxc_desktop.ui.window.first_start.printer import PrinterQuestion
from jxc_desktop.ui.window.first_start.question import Question
from jxc_desktop.ui.window.first_start.shop_name import NameQuestion
from jxc_desktop.ui.window.first_start.steps import StepColumn

WIDTH, LEFT = 760, 80
TOP, BOTTOM = 54, 32
HEADING = TextStyle(28, True)


class FirstStart(QWidget):
    """Asks what a new shop needs to know. Here alone Enter presses the button, as no scanner is at work yet.

    Attributes:
        name, password, printer, beginning: the four questions.

    Signals:
        answered: all four answers. open_wanted: open the file of a shop instead. restore_wanted: bring one back from
        a backup instead.
    """

    answered = Signal(object)
    open_wanted = Signal()
    restore_wanted = Signal()

    def __init__(
        self,
        path: Path,
        check_place: Callable[[Path], None],
        printers: Printers,
        background: Callable[[], Background],
    ) -> None:
        """`path` is where the shop's file is proposed to go; `check_place` refuses where it cannot."""
        super().__init__()
        self.name = NameQuestion(path, check_place)
        self.password = PasswordQuestion()
        self.printer = PrinterQuestion(printers, background, self._shop_name)
        self.beginning = BeginningQuestion(background)
        self._questions: tuple[Question, ...] = (self.name, self.password, self.printer, self.beginning)
        self._step, self._heading, self._advice = WordsLine(), _Line(HEADING), _Line(BODY)
        self._steps = StepColumn([question.step_word() for question in self._questions])
        self._stack = QStackedWidget()
        self.back = KeyButton(_("上一步"), "Esc", icon="chevron-left")
        self.next = KeyButton("", "Enter", ButtonKind.PRIMARY, tall=ButtonHeight.DIALOG)
        for button, act in ((self.back, self.go_back), (self.next, self.go_on)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(act)
        for question in self._questions:
            self._stack.addWidget(question)
            question.changed.connect(self._show_words)
        self.name.open_wanted.connect(self.open_wanted)
        self.name.restore_wanted.connect(self.restore_wanted)
        self._lay_out()
        self._show(0)

    def answers(self) -> Answers:
        """What was answered so far."""
        return Answers(
            path=self.name.path,
            shop_name=self.name.name.text().strip(),
            password=self.password.password.text(),
            receipt_width=self.printer.width_mm(),
            printer=self.printer.printer(),
            is_tested=self.printer.is_tested,
            beginning=self.beginning.beginning(),
            file=self.beginning.file,
        )

    def question(self) -> Question:
        """The one in front."""
        return self._questions[self._stack.currentIndex()]

    def say_refused(self, said: Refusal) -> None:
        """The shop could not be made: back to where its place is asked, and why."""
        self._show(0)
        self.name.say_fault(said)

    def go_on(self) -> None:
        """Enter: the next question, or after the last one the answers; where the answer will not do it says why."""
        if not self.question().is_answered():
            return
        if self._stack.currentIndex() < len(self._questions) - 1:
            self._show(self._stack.currentIndex() + 1)
        else:
            self.answered.emit(self.answers())

    def go_back(self) -> None:
        """Esc: the question before."""
        self._show(max(self._stack.currentIndex() - 1, 0))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on, Esc back; what else a key means the question knows."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat() and not self._goes_to_next_line():
                self.go_on()
        elif key == Qt.Key.Key_Escape:
            self.go_back()
        elif event.isAutoRepeat() or not self.question().press(event):
            super().keyPressEvent(event)

    def _goes_to_next_line(self) -> bool:
        return self.question() is self.password and self.password.focus_next()

    def _shop_name(self) -> str:
        return self.name.name.text().strip()

    def _show(self, number: int) -> None:
        question = self._questions[number]
        self._stack.setCurrentIndex(number)
        self._steps.show_step(number)
        self.back.setVisible(number > 0)
        self._show_words()
        self.setFocusProxy(question)
        question.focus_first()

    def _show_words(self) -> None:
        question = self.question()
        step = _("第 {number} 步，共 {count} 步").format(
            number=self._stack.currentIndex() + 1, count=len(self._questions)
        )
        self._step.say(Part(step, BODY, Tone.MUTED))
        self._heading.say(Part(question.heading(), HEADING))
        self._advice.say(Part(question.advice(), BODY, Tone.MUTED))
        self.next.setText(question.next_word())
        self.next.updateGeometry()

    def _lay_out(self) -> None:
        px = look().px
        column = QVBoxLayout()
        column.setContentsMargins(px(LEFT), px(TOP), px(LEFT), px(BOTTOM))
        column.setSpacing(0)
        foot = QHBoxLayout()
        foot.addWidget(self.back, 0, Qt.AlignmentFlag.AlignVCenter)
        foot.addStretch(1)
        foot.addWidget(self.next)
        column.addWidget(self._step)
        column.addSpacing(px(8))
        column.addWidget(self._heading)
        column.addSpacing(px(8))
        column.addWidget(self._advice)
        column.addSpacing(px(24))
        column.addWidget(self._stack, 1)
        column.addSpacing(px(12))
        column.addLayout(foot)
        answers = QWidget()
        answers.setLayout(column)
        answers.setMaximumWidth(px(WIDTH + 2 * LEFT))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._steps)
        row.addWidget(answers, WIDTH)
        row.addStretch(1)


class _Line(WordsLine):
    """One line of a larger writing."""

    def __init__(self, style: TextStyle) -> None:
        super().__init__()
        self.setFixedHeight(metrics(style).height() + 4)
