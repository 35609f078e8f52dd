"""What is wrong with the rows of a file, in a list with row and column, so that it can be mended."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.services.migrate_in.faults import FileFaultsError, ImportFault, fault_text, faults_text, reason_text
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import BODY, font, metrics
from jxc_desktop.ui.widgets.columns import Align, Column
from jxc_desktop.ui.widgets.dialog import WIDEST, Dialog
from jxc_desktop.ui.widgets.key_button import KeyButton
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.panel import Panel
from jxc_desktop.ui.widgets.table import RowHeight, Table
from jxc_desktop.ui.widgets.table_model import TableModel

TALL = 420
LINES = 3
WRAPPED = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignTop.value


class FaultsDialog(Dialog):
    """The faults of one file, the first row first.

    Attributes:
        table: one row per fault. whole: the chosen one written out, as a row has no room for all of it.
    """

    def __init__(self, window: QWidget, error: FileFaultsError) -> None:
        title = _("{count} 处要改，什么都没有导入").format(count=f"{error.count:,}")
        super().__init__(window, title, error.path.name, WIDEST)
        self._error = error
        self.table: Table[ImportFault] = Table(TableModel(_columns()), RowHeight.REPORT)
        self.whole = WholeFault()
        others = look().px(160) + self.whole.height()
        self.table.setMinimumHeight(min(look().px(TALL), self.most_height() - others))
        self.table.row_chosen.connect(self.whole.show_fault)
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
        self._add_buttons()
        self.table.show_rows(error.faults)
        self.table.choose(0)
        self.table.setFocus()

    def copy_all(self) -> None:
        """Every fault as text, a line for each, to the clipboard."""
        QGuiApplication.clipboard().setText(faults_text(self._error))

    @override
    def enter_pressed(self) -> None:
        """Nothing can be opened here."""

    def _add_buttons(self) -> None:
        words = _("在表格软件里改好，再导入一次")
        if self._error.count > len(self._error.faults):
            words = _("只列出前 {count} 处；改好再导入一次").format(count=f"{len(self._error.faults):,}")
        self.set_hints((KeyHint("", words),))
        copy = KeyButton(_("复制全部"), "Ctrl+Shift+C", icon="copy")
        close = KeyButton(_("知道了"), "Esc")
        for button in (copy, close):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.add_button(button)
        copy.clicked.connect(self.copy_all)
        close.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Shift+C"), self).activated.connect(self.copy_all)


class WholeFault(QWidget):
    """One fault with its place, on as many lines as it needs."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(LINES * metrics(BODY).lineSpacing())

    def show_fault(self, fault: ImportFault) -> None:
        """Another fault."""
        self._words = fault_text(fault)
        self.setAccessibleName(self._words)
        self.update()

    def words(self) -> str:
        """What is written."""
        return self._words

    def needed_height(self) -> int:
        """How high the words are.

        Units: pixels.
        """
        return metrics(BODY).boundingRect(QRect(0, 0, self.width(), 0), WRAPPED, self._words).height()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font(BODY))
        painter.setPen(look().colours.text)
        painter.drawText(self.rect(), WRAPPED, self._words)


def _columns() -> list[Column[ImportFault]]:
    return [
        Column("row", _("行"), lambda fault: str(fault.row), 6, Align.RIGHT, sort=lambda fault: fault.row),
        Column("column", _("列"), _place, 18, tone=Tone.MUTED),
        Column("reason", _("怎么改"), reason_text, stretches=True),
    ]


def _place(fault: ImportFault) -> str:
    return " ".join(filter(None, (fault.letter, " ".join(fault.heading.split()))))
