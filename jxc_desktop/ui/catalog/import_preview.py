"""The rows of a file before they are taken in, with what is wrong marked in its place."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jxc_desktop.models.values.text_width import text_columns
from jxc_desktop.services.migrate_in.faults import ImportFault
from jxc_desktop.services.migrate_in.preview import ImportPreview, PreviewRow
from jxc_desktop.services.words import _
from jxc_desktop.ui.catalog.import_strip import ImportStrip
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.widgets.columns import Align, Column
from jxc_desktop.ui.widgets.paged_model import PagedModel
from jxc_desktop.ui.widgets.table import Table
from jxc_desktop.ui.widgets.table_panel import TablePanel

ROWS_AT_ONCE = 300
ROWS_FOR_WIDTHS = 20
NARROWEST, WIDEST = 13, 30
Marks = Mapping[int, frozenset[str]]


class ImportRows(QWidget):
    """Choices of fields, headings and rows of one file.

    Attributes:
        strip: the choices over the columns. table: the rows read so far.
    """

    def __init__(self) -> None:
        super().__init__()
        self.strip = ImportStrip()
        self._seen: ImportPreview | None = None
        self._marks: Marks = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.strip)
        self._model: PagedModel[PreviewRow] = PagedModel([])
        self.table: Table[Any] = self._table_of(self._model)
        self._panel = TablePanel(self.table)
        self._column.addWidget(self._panel, 1)

    def show_file(self, seen: ImportPreview, marks: Marks | None = None) -> None:
        """A file, or the same read in another way; the rows stay where they are if they are the same ones."""
        before, self._seen = self._seen, seen
        self._marks = marks or {}
        is_same = before is not None and (before.path, before.sheet, before.head_row, len(before.rows)) == (
            *(seen.path, seen.sheet, seen.head_row),
            len(seen.rows),
        )
        if not is_same:
            self._rebuild(seen)
        self.strip.show_columns(seen.columns, seen.form.fields)
        self.table.viewport().update()

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in reading order."""
        return [*self.strip.choices, self.table]

    def mark(self, faults: Sequence[ImportFault]) -> None:
        """Mark what is wrong: the row, and the cell in it."""
        letters: dict[int, set[str]] = {}
        for fault in faults:
            letters.setdefault(fault.row, set()).add(fault.letter)
        self._marks = {row: frozenset(of_row) for row, of_row in letters.items()}
        self.table.viewport().update()

    def go_to(self, row: int, letter: str) -> None:
        """Make a row the current one and bring its cell into view."""
        if self._seen is None:
            return
        numbers = self._numbers()
        if row not in numbers:
            return
        place = numbers.index(row)
        if place >= self._model.rowCount():
            self._read_until(place + ROWS_AT_ONCE)
        letters = [column.letter for column in self._seen.columns]
        index = self._model.index(place, letters.index(letter) + 1 if letter in letters else 0)
        self.table.setCurrentIndex(index)
        self.table.scrollTo(index)

    def _numbers(self) -> list[int]:
        return [] if self._seen is None else [row.number for row in self._seen.rows]

    def _rebuild(self, seen: ImportPreview) -> None:
        self._column.removeWidget(self._panel)
        self._panel.hide()
        self._panel.deleteLater()
        self._model = PagedModel(self._columns(seen), lambda row: row.number, self._row_tone)
        self.table = self._table_of(self._model)
        self.table.set_nothing_found(_("表头下面没有内容"))
        self._model.wants_more.connect(lambda shown: self._read_until(shown + ROWS_AT_ONCE))
        self._panel = TablePanel(self.table)
        self._column.addWidget(self._panel, 1)
        self.strip.follow(self.table)
        self._model.show_first(seen.rows[:ROWS_AT_ONCE], len(seen.rows) > ROWS_AT_ONCE)
        if seen.rows:
            self.table.choose(0)

    def _table_of(self, model: PagedModel[PreviewRow]) -> Table[Any]:
        """A table that keeps its model as long as it lives itself: another file gets new ones."""
        table: Table[Any] = Table(model)
        model.setParent(table)
        table.setCornerWidget(QWidget())
        return table

    def _read_until(self, count: int) -> None:
        if self._seen is not None:
            shown = self._model.rowCount()
            self._model.add_rows(self._seen.rows[shown:count], count < len(self._seen.rows))

    def _columns(self, seen: ImportPreview) -> list[Column[PreviewRow]]:
        row_number: Column[PreviewRow] = Column(
            "row", _("行"), lambda row: str(row.number), 7, Align.RIGHT, tone=Tone.MUTED, icon=self._row_icon
        )
        return [row_number, *(self._column_at(seen, at) for at in range(len(seen.columns)))]

    def _column_at(self, seen: ImportPreview, at: int) -> Column[PreviewRow]:
        column = seen.columns[at]
        heading = " ".join(column.heading.split())
        texts = [heading, *(row.cells[at] for row in seen.rows[:ROWS_FOR_WIDTHS])]
        wide = max(text_columns(text.split("\n", 1)[0]) for text in texts)

        def is_bad(row: PreviewRow) -> bool:
            return column.letter in self._marks.get(row.number, ())

        return Column(
            column.letter,
            f"{column.letter}  {heading}",
            lambda row: " ".join(row.cells[at].split()),
            min(max(wide + 3, NARROWEST), WIDEST),
            tone=lambda row: Tone.DANGER if is_bad(row) else self._tone_of(at),
            icon=lambda row: "alert-circle" if is_bad(row) else "",
        )

    def _tone_of(self, at: int) -> Tone:
        """What is left out is muted."""
        columns = () if self._seen is None else self._seen.columns
        return Tone.TEXT if at < len(columns) and columns[at].field else Tone.MUTED

    def _row_tone(self, row: PreviewRow) -> Tone:
        return Tone.DANGER if row.number in self._marks else Tone.TEXT

    def _row_icon(self, row: PreviewRow) -> str:
        return "alert-triangle" if row.number in self._marks else ""
