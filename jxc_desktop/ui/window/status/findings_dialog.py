"""Everything that a check of the books found, one row each, the chosen one written out."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.type_scale import BODY, metrics
from jxc_desktop.ui.widgets.columns import Align, Column
from jxc_desktop.ui.widgets.dialog import WIDEST, Dialog
from jxc_desktop.ui.widgets.key_button import KeyButton
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.panel import Panel
from jxc_desktop.ui.widgets.table import RowHeight, Table
from jxc_desktop.ui.widgets.table_model import TableModel

TALL, LINES = 380, 3
COPY_KEY = "Ctrl+Shift+C"


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    words: str


class FindingsDialog(Dialog):
    """The list, and what can be done: the books are evidence, so nothing is mended here.

    Attributes:
        table: one row per finding. whole: the chosen one, as a row has no room for all of it.
    """

    def __init__(self, window: QWidget, findings: Sequence[str]) -> None:
        title = _("账目有 {count} 处不符").format(count=f"{len(findings):,}")
        super().__init__(window, title, _("卖货照常，账里什么都没有改"), WIDEST)
        self._findings = tuple(findings)
        self.table: Table[_Row] = Table(TableModel(_columns()), RowHeight.REPORT)
        self.whole = QLabel()
        self.whole.setWordWrap(True)
        self.whole.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.whole.setFixedHeight(LINES * metrics(BODY).lineSpacing())
        self.whole.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        others = look().px(160) + self.whole.height()
        self.table.setMinimumHeight(min(look().px(TALL), self.most_height() - others))
        self.table.row_chosen.connect(lambda row: self.whole.setText(row.words))
        self._lay_out()
        self.table.show_rows([_Row(number, words) for number, words in enumerate(findings, 1)])
        self.table.choose(0)
        self.table.setFocus()

    def copy_all(self) -> None:
        """Every finding, a line each, to the clipboard."""
        QGuiApplication.clipboard().setText("\n".join(self._findings))

    def _lay_out(self) -> None:
        panel = Panel(self.body)
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        column = QVBoxLayout(self.body)
        inset = look().px(16)
        column.setContentsMargins(inset, inset, inset, inset)
        column.setSpacing(look().px(12))
        column.addWidget(panel, 1)
        column.addWidget(self.whole)
        self.set_hints((KeyHint("", _("复制全部，发给帮你维护程序的人；备份先别删")),))
        self.add_button(KeyButton(_("复制全部"), COPY_KEY, icon="copy"), self.copy_all)
        self.add_button(KeyButton(_("知道了"), "Esc"), self.reject)
        QShortcut(QKeySequence(COPY_KEY), self).activated.connect(self.copy_all)


def _columns() -> list[Column[_Row]]:
    return [
        Column("number", _("第几处"), lambda row: str(row.number), 7, Align.RIGHT, sort=lambda row: row.number),
        Column("words", _("哪里不符"), lambda row: row.words, stretches=True),
    ]
