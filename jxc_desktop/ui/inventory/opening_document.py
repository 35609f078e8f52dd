"""One document of opening stock, to read."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jxc_desktop.services.inventory.opening_list import StoredOpening, StoredOpeningLine
from jxc_desktop.services.words import _
from jxc_desktop.ui.inventory.opening_columns import document_columns
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.widgets.document_words import moment_words, undone_facts, why_not_undone
from jxc_desktop.ui.widgets.facts_panel import FactsPanel
from jxc_desktop.ui.widgets.figure_text import money_text, quantity_text
from jxc_desktop.ui.widgets.reversal import Undo
from jxc_desktop.ui.widgets.table import Table
from jxc_desktop.ui.widgets.table_model import TableModel
from jxc_desktop.ui.widgets.table_panel import TablePanel
from jxc_desktop.ui.widgets.totals_footer import TotalsFooter


class OpeningDocument(QWidget):
    """Head, lines, totals.

    Attributes:
        table: its lines. shown: the document; None before one was opened.
    """

    def __init__(self) -> None:
        super().__init__()
        self.shown: StoredOpening | None = None
        self._facts = FactsPanel()
        self.table: Table[StoredOpeningLine] = Table(TableModel(document_columns(), lambda line: line.product_id))
        self._footer = TotalsFooter(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(12))
        column.addWidget(self._facts)
        column.addWidget(TablePanel(self.table, self._footer), 1)

    def show_document(self, document: StoredOpening) -> None:
        """Another document, or the same one read again."""
        self.shown, row = document, document.row
        facts = [
            (_("日期"), row.day.isoformat()),
            (_("过账"), moment_words(row.moment)),
            (_("经手"), row.operator),
        ]
        self._facts.show_facts([*facts, *undone_facts(document.reverses, document.reversed_by, row.note)])
        self.table.show_rows(document.lines)
        if self.table.current_row() is None and document.lines:
            self.table.choose(0)
        self._footer.show_totals(
            {
                "product": _("合计 {count} 种").format(count=row.lines),
                "quantity": quantity_text(row.quantity),
                "amount": money_text(row.amount),
            }
        )

    def words(self) -> str:
        """The head as plain text."""
        return self._facts.words()


def undo_of(document: StoredOpening) -> Undo:
    """What undoing a document of opening stock would do."""
    return Undo(
        _("红冲整张期初 {amount}").format(amount=money_text(document.row.amount)),
        _("这些货从库存拿掉"),
        why_not_undone(document.row.is_mirror, document.reversed_by),
    )
