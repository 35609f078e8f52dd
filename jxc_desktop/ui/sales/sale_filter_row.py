"""The filters over the list of sales: text, days, sales or returns."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from jxc_desktop.models.values.day_text import BadDayError
from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.services.sales.sale_list import SaleFilter
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.sales.sale_days import Days, DaySpan, days_of, typed_days
from jxc_desktop.ui.widgets.input_line import InputLine
from jxc_desktop.ui.widgets.search_line import SearchLine
from jxc_desktop.ui.widgets.segments import Segment, Segments

KINDS = {"all": None, "sale": DocumentKind.SALE, "return": DocumentKind.CUSTOMER_RETURN}


class SaleFilterRow(QWidget):
    """What the list shows.

    Attributes:
        search: the line for a number or a member; days: for typed days.

    Signals:
        changed: another filter. refused: what was typed is no day, in words.
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._typed: Days | None = None
        self._product: tuple[int, str] | None = None
        self.search = SearchLine(_("单号、会员号"))
        self.spans = Segments(_spans())
        self.days = InputLine(icon="calendar-event")
        self.days.setPlaceholderText(_("3-1 至 3-5"))
        self.days.setAccessibleName(_("起止日期"))
        self.days.setProperty("number", True)  # eight digits typed fast are a day, not a scan
        self.days.setFixedWidth(look().px(210))
        self.kinds = Segments([Segment("all", _("全部")), Segment("sale", _("销售")), Segment("return", _("退货"))])
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

    def wanted(self) -> SaleFilter:
        """The filter as it is now."""
        days = self.chosen_days()
        product = None if self._product is None else self._product[0]
        kind = KINDS[self.kinds.chosen_name()]
        return SaleFilter(days.first, days.last, self.search.searched_text(), kind, product)

    def chosen_days(self) -> Days:
        """The days shown."""
        span = DaySpan(self.spans.chosen_name())
        if span is DaySpan.TYPED:
            return self._typed or days_of(DaySpan.TODAY, self._today())
        return days_of(span, self._today())

    def words(self) -> str:
        """Every filter that hides rows, in words."""
        product = "" if self._product is None else _("有 {name} 的单").format(name=self._product[1])
        text = self.search.searched_text()
        text = _("含“{text}”").format(text=text) if text else ""
        return "，".join(word for word in (self.chosen_days().words(), text, product) if word)

    def is_plain(self) -> bool:
        """Whether nothing but the days narrows the list."""
        wanted = self.wanted()
        return not wanted.text and wanted.kind is None and wanted.product_id is None

    def show_product(self, product_id: int, name: str) -> None:
        """Only what holds this product."""
        self._product = (product_id, name)
        self.changed.emit()

    def clear(self) -> bool:
        """Today again, everything of it; whether anything was narrowed or widened before."""
        if self.is_plain() and not self.search.text() and self.spans.chosen_name() == DaySpan.TODAY:
            return False
        self._product = None
        for part in (self.search, self.spans, self.kinds):
            part.blockSignals(True)
        self.search.search_for("")
        self.spans.choose(DaySpan.TODAY)
        self.kinds.choose("all")
        for part in (self.search, self.spans, self.kinds):
            part.blockSignals(False)
        self.days.clear()
        self.days.mark_bad(False)
        self.changed.emit()
        return True

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
