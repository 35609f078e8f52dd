"""What is wrong with the rows of a file, each with its row and column; Enter leads to the cell."""

from jxc_desktop.services.migrate_in.faults import ImportFault, reason_text
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.widgets.columns import Align, Column
from jxc_desktop.ui.widgets.table import RowHeight, Table
from jxc_desktop.ui.widgets.table_model import TableModel
from jxc_desktop.ui.widgets.table_panel import TablePanel

TALL, LEAST = 32 + 5 * RowHeight.DENSE + 4, 32 + 2 * RowHeight.DENSE + 4


def fault_table() -> Table[ImportFault]:
    """An empty table of faults."""
    return Table(TableModel(_columns()), RowHeight.DENSE)


def fault_panel(table: Table[ImportFault]) -> TablePanel:
    """The table in its panel, a few rows high, hidden while nothing is wrong."""
    panel = TablePanel(table)
    panel.setMinimumHeight(look().px(LEAST))
    panel.setMaximumHeight(look().px(TALL))
    panel.hide()
    return panel


def _columns() -> list[Column[ImportFault]]:
    return [
        Column("row", _("行"), lambda fault: str(fault.row), 6, Align.RIGHT, sort=lambda fault: fault.row),
        Column("column", _("列"), _place, 18, tone=Tone.MUTED, sort=lambda fault: (fault.letter, fault.row)),
        Column("reason", _("怎么改"), reason_text, stretches=True),
    ]


def _place(fault: ImportFault) -> str:
    return " ".join(filter(None, (fault.letter, " ".join(fault.heading.split()))))
