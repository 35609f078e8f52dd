"""One document to read: its facts and lines, its figures, and the documents before and after it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.widgets.badge import Badge
from jxc_desktop.ui.widgets.columns import Column
from jxc_desktop.ui.widgets.facts_panel import FactsPanel
from jxc_desktop.ui.widgets.figures import PairList
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.return_draft import ReturnOffer
from jxc_desktop.ui.widgets.reversal import Undo
from jxc_desktop.ui.widgets.section_title import SectionTitle
from jxc_desktop.ui.widgets.side_panel import BesidePanel, SidePanel
from jxc_desktop.ui.widgets.table import Table
from jxc_desktop.ui.widgets.table_model import TableModel
from jxc_desktop.ui.widgets.table_panel import TablePanel
from jxc_desktop.ui.widgets.totals_footer import TotalsFooter
from jxc_desktop.ui.widgets.trail_list import TrailEntry, TrailList


class Written(Protocol):
    """What every line of a document has."""

    @property
    def line_id(self) -> int:
        """Its key."""


Line = TypeVar("Line", bound=Written)
Pairs = Sequence[tuple[str, str]]
# Close together: with four amounts and three payments the panel still fits the smallest window.
PAIR_ROW = 26


@dataclass(frozen=True)
class DocumentSheet(Generic[Line]):
    """A document as it is shown.

    Attributes:
        title: what it is, with its number. facts: label and value. hidden: columns no line has anything in.
        totals: what is pinned under the columns. figures: one list of pairs for each section at the right.
        trail: the documents around it and itself. undo: what undoing it would do. offer: what of it can go back.
        keys: what else can be done with it.
    """

    document_id: int
    number: str
    title: str
    badge: Badge
    facts: Pairs
    lines: Sequence[Line]
    hidden: frozenset[str]
    totals: Mapping[str, str]
    figures: Sequence[Pairs]
    trail: Sequence[TrailEntry]
    undo: Undo
    offer: ReturnOffer
    keys: tuple[str, ...] = ()


class DocumentView(QWidget, Generic[Line]):
    """A sheet on the screen.

    Attributes:
        table: its lines. trail: the documents around it. sheet: what is shown, None before one was.

    Signals:
        wanted: the key of another document, chosen in the trail.
    """

    wanted = Signal(object)

    def __init__(self, columns: Sequence[Column[Line]], sections: Sequence[str]) -> None:
        super().__init__()
        self.sheet: DocumentSheet[Line] | None = None
        self._facts = FactsPanel()
        self.table: Table[Line] = Table(TableModel(columns, key_of=lambda line: line.line_id))
        self._footer = TotalsFooter(self.table)
        self.trail = TrailList()
        self.trail.opened.connect(self.wanted)
        self._figures = [PairList(row=PAIR_ROW) for _section in sections]
        panel = SidePanel(300)
        panel.add(SectionTitle(_("来龙去脉"), hints=(KeyHint("Tab", _("到这里")),), is_first=True))
        panel.add(self.trail, 1)
        for word, pairs in zip(sections, self._figures, strict=True):
            panel.add(SectionTitle(word))
            panel.add(pairs)
            panel.add(_below())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(12))
        column.addWidget(self._facts)
        self._beside = BesidePanel(TablePanel(self.table, self._footer), panel)
        column.addWidget(self._beside, 1)

    def show_sheet(self, sheet: DocumentSheet[Line]) -> None:
        """Another document, or the same one read again."""
        if self.sheet is None or self.sheet.document_id != sheet.document_id:
            self.close_panel()
        self.sheet = sheet
        self._facts.show_facts(sheet.facts)
        self.table.show_rows(sheet.lines)
        if self.table.current_row() is None and sheet.lines:
            self.table.choose(0)
        for number, column in enumerate(self.table.model_of_rows().columns):
            self.table.setColumnHidden(number, column.name in sheet.hidden)
        self._footer.show_totals(sheet.totals)
        self.trail.show_entries(sheet.trail)
        for shown, pairs in zip(self._figures, sheet.figures, strict=True):
            shown.show_pairs(pairs)

    def close_panel(self) -> bool:
        """Put the panel away where it lies over the lines, and go back to them; False: it does not."""
        is_over = self._beside.is_over()
        if is_over:
            self.table.setFocus()
            self._beside.close_panel()
        return is_over

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab between the lines and the trail, which on a narrow window comes over the lines for it."""
        if self.close_panel():
            return True
        if self._beside.has_room() or not self.table.hasFocus():
            return super().focusNextPrevChild(forward)
        self._beside.open_panel()
        self.trail.take_focus()
        return True

    def words(self) -> str:
        """Facts and figures as plain text."""
        parts = (self._facts.words(), *(pairs.accessibleName() for pairs in self._figures))
        return "; ".join(part for part in parts if part)

    def shown_total(self, name: str) -> str:
        """The total pinned under a column."""
        return self._footer.total(name)


def _below() -> QWidget:
    """Room under the last pair of a section."""
    room = QWidget()
    room.setFixedHeight(look().px(6))
    return room
