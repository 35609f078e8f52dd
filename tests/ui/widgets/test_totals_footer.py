"""Totals under their columns."""

from collections.abc import Callable

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.look.type_scale import ANSWER, text_width
from jxc_desktop.ui.widgets.columns import Align, Column
from jxc_desktop.ui.widgets.table import Table
from jxc_desktop.ui.widgets.table_model import TableModel
from jxc_desktop.ui.widgets.table_panel import TablePanel
from jxc_desktop.ui.widgets.totals_footer import TotalsFooter

AMOUNT = 1


@pytest.fixture
def panel(qtbot: QtBot, dress: Callable[..., None]) -> TablePanel:
    dress()
    columns: list[Column[str]] = [
        Column("name", "商品", str, stretches=True),
        Column("amount", "金额", str, 4, Align.RIGHT),
        Column("note", "备注", str, 10),
    ]
    table: Table[str] = Table(TableModel(columns))
    made = TablePanel(table, TotalsFooter(table))
    qtbot.addWidget(made)
    made.resize(700, 300)
    table.show_rows(["油", "米"])
    made.show()
    return made


@pytest.fixture
def footer(panel: TablePanel) -> TotalsFooter:
    found = panel.findChild(TotalsFooter)
    assert isinstance(found, TotalsFooter)
    return found


def _widths(view: Table[str] | TotalsFooter) -> list[int]:
    return [view.columnWidth(column) for column in range(3)]


def test_the_totals_stand_under_their_columns_also_after_one_was_made_wider(
    panel: TablePanel, footer: TotalsFooter, qtbot: QtBot
) -> None:
    assert _widths(footer) == _widths(panel.table)

    panel.table.setColumnWidth(AMOUNT, 180)

    qtbot.waitUntil(lambda: _widths(footer) == _widths(panel.table))
    assert footer.columnWidth(AMOUNT) == 180


def test_a_moved_column_takes_its_total_along(panel: TablePanel, footer: TotalsFooter) -> None:
    panel.table.horizontalHeader().moveSection(1, 2)

    assert footer.horizontalHeader().visualIndex(AMOUNT) == 2


def test_a_hidden_column_hides_its_total(panel: TablePanel, footer: TotalsFooter, qtbot: QtBot) -> None:
    panel.table.setColumnHidden(AMOUNT, True)
    qtbot.waitUntil(lambda: footer.isColumnHidden(AMOUNT))

    panel.table.setColumnHidden(AMOUNT, False)
    qtbot.waitUntil(lambda: not footer.isColumnHidden(AMOUNT))
    qtbot.waitUntil(lambda: _widths(footer) == _widths(panel.table))


def test_a_column_makes_room_for_its_total(panel: TablePanel, footer: TotalsFooter) -> None:
    footer.show_totals({"name": "合计 500 种", "amount": "9,999,999.99"})

    assert panel.table.columnWidth(AMOUNT) >= text_width(ANSWER, "9,999,999.99") + 20
    assert footer.total("amount") == "9,999,999.99"


def test_the_footer_cannot_be_scrolled_or_focused_and_keeps_its_promises(footer: TotalsFooter) -> None:
    tester = QAbstractItemModelTester(footer.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    footer.show_totals({"amount": "1.00"})

    assert tester.model().rowCount() == 1
    assert footer.height() == 36
    assert not footer.verticalScrollBar().isVisible()
