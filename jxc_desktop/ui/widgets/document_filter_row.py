"""The filters over a list of documents: text, days, kinds."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from jxc_desktop.models.values.day_text import BadDayError
from jxc_desktop.models.values.document_filter import DocumentFilter
from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.widgets.day_span import Days, DaySpan, days_of, typed_days
from jxc_desktop.ui.widgets.input_line import InputLine
from jxc_desktop.ui.widgets.search_line import SearchLine
from jxc_desktop.ui.widgets.segments import Segment, Segments

ALL = "all"


class DocumentFilterRow(QWidget):
    """What the list shows.

    Attributes:
        search: the line for a text; days: for typed days. spans, kinds: the segments.

    Signals:
        changed: another filter. refused: what was typed is no day, in words.
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(
        self,
        placeholder: str,
        kinds: Sequence[tuple[DocumentKind, str]],
        usual: DaySpan,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._today, self._usual = today, usual
        self._typed: Days | None = None
        self._product: tuple[int, str] | None = None
        self.search = SearchLine(placeholder)
        self.spans = Segments(_spans())
        self.spans.choose(usual)
        self.days = InputLine(icon="calendar-event")
        self.days.setPlaceholderText(_("3-1 至 3-5"))
        self.days.setAccessibleName(_("起止日期"))
        self.days.setProperty("number", True)  # eight digits typed fast are a day, not a scan
        self.days.setFixedWidth(look().px(210))
        self.kinds = Segments([Segment(ALL, _("全部")), *(Segment(kind.value, word) for kind, word in kinds)])
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(8))
        for part in (self.search, self.spans, self.days, self.kinds):
            row.addWidget(part)
        row.addStretch(1)
        self.search.searched.connect(self.changed)
        self.spans.chosen.connect(self._on_span)
        self.kinds.chosen.connect(self.changed)
        self.days.returnPressed.connect(self._on_days)

    def wanted(self) -> DocumentFilter:
        """The filter as it is now."""
        days, kind = self.chosen_days(), self.kinds.chosen_name()
        return DocumentFilter(
            days.first,
            days.last,
            self.search.searched_text(),
            None if kind == ALL else DocumentKind(kind),
            None if self._product is None else self._product[0],
        )

    def chosen_days(self) -> Days:
        """The days shown."""
        span = DaySpan(self.spans.chosen_name())
        if span is DaySpan.TYPED:
            return self._typed or days_of(self._usual, self._today())
        return days_of(span, self._today())

    def words(self) -> str:
        """Every filter that hides rows, in words."""
        product = "" if self._product is None else _("有 {name} 的单").format(name=self._product[1])
        text = self.search.searched_text()
        text = _("含“{text}”").format(text=text) if text else ""
        return _("，").join(word for word in (self.chosen_days().words(), text, product) if word)

    def is_plain(self) -> bool:
        """Whether nothing but the days narrows the list."""
        wanted = self.wanted()
        return not wanted.text and wanted.kind is None and wanted.product_id is None

    def show_counts(self, counts: Mapping[DocumentKind | None, int]) -> None:
        """How many documents of each kind there are; None: of all."""
        self.kinds.set_counts({ALL if kind is None else kind.value: count for kind, count in counts.items()})

    def show_product(self, product_id: int, name: str) -> None:
        """Only what holds this product."""
        self._product = (product_id, name)
        self.changed.emit()

    def find_text(self, text: str) -> None:
        """Everything that holds the text, of all days."""
        self._show(DaySpan.ALL, text)

    def show_day(self, day: date) -> None:
        """Everything of one day."""
        self._typed = Days(day, day)
        self._show(DaySpan.TYPED, "")
        self.days.setText(self._typed.words())

    def clear(self) -> bool:
        """The usual days again, everything of them; whether anything was narrowed or widened before."""
        if self.is_plain() and not self.search.text() and self.spans.chosen_name() == self._usual:
            return False
        self._show(self._usual, "")
        return True

    def _show(self, span: DaySpan, text: str) -> None:
        """All kinds of some days, as one change."""
        self._product = None
        parts = (self.search, self.spans, self.kinds)
        for part in parts:
            part.blockSignals(True)
        self.search.search_for(text)
        self.spans.choose(span)
        self.kinds.choose(ALL)
        for part in parts:
            part.blockSignals(False)
        self.days.clear()
        self.days.mark_bad(False)
        self.changed.emit()

    def _on_span(self, name: str) -> None:
        if name == DaySpan.TYPED and self._typed is None:
            self.days.setFocus()
        else:
            self.changed.emit()

    def _on_days(self) -> None:
        try:
            typed = typed_days(self.days.text(), self._today())
        except BadDayError:
            self.days.mark_bad(True)
            self.refused.emit(_("没看懂这个日期，写成 3-1 至 3-5，或 20260301 20260305"))
            return
        self._typed = typed
        self.days.mark_bad(False)
        self.days.setText(typed.words())
        if self.spans.chosen_name() == DaySpan.TYPED:
            self.changed.emit()
        else:
            self.spans.choose(DaySpan.TYPED)


def _spans() -> list[Segment]:
    return [
        Segment(DaySpan.TODAY, _("今天")),
        Segment(DaySpan.YESTERDAY, _("昨天")),
        Segment(DaySpan.MONTH, _("本月")),
        Segment(DaySpan.ALL, _("全部日期")),
        Segment(DaySpan.TYPED, _("指定")),
    ]
