"""What a report is narrowed by: days, category, supplier, a text, ticks. Tab walks them, Enter applies."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QWidget

from jxc_desktop.models.values.goods_words import category_text
from jxc_desktop.services.reports.filter_words import no_supplier
from jxc_desktop.services.reports.goods import OWN_CATEGORY
from jxc_desktop.services.reports.report import ALL_TIME, NO_CATEGORY, NO_SUPPLIER, Asked, Filter, Period, ReportSpec
from jxc_desktop.services.shop import Shop
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.reports.report_memory import FilterValues
from jxc_desktop.ui.reports.row_count import RowCount
from jxc_desktop.ui.widgets.day_span import Days, DaySpan
from jxc_desktop.ui.widgets.named_choice import NamedChoice
from jxc_desktop.ui.widgets.period_input import PeriodInput
from jxc_desktop.ui.widgets.search_line import SearchLine
from jxc_desktop.ui.widgets.wrapped_row import WrappedRow


class FilterRing(QWidget):
    """The filters that a report declares, and no others.

    Attributes:
        period, category, supplier, search: the filters; those that the report does not have are never seen.
        ticks: by name.

    Signals:
        applied: something else is asked. refused: what was typed cannot be, in words. left_downwards: on to the rows.
    """

    applied = Signal()
    refused = Signal(str)
    left_downwards = Signal()

    def __init__(self, spec: ReportSpec[Any], today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec = spec
        self._product: int | None = None
        self.period = PeriodInput(today)
        self.category = NamedChoice(_("全部类别"), "category")
        self.supplier = NamedChoice(_("全部供应商"), "truck-delivery")
        self.search = SearchLine(_("名称、拼音、条码"))
        self.ticks = {tick.name: QCheckBox(tick.word) for tick in spec.ticks}
        for tick in spec.ticks:
            self.ticks[tick.name].setChecked(tick.is_on)
        self._offer_own_category()
        self.count = RowCount()
        self._lay_out()
        self._connect()

    def asked(self) -> Asked:
        """What the report is asked with."""
        return Asked(
            _period(self.period.days()) if self._has(Filter.PERIOD) else None,
            self.category.chosen() if self._has(Filter.CATEGORY) else None,
            self.supplier.chosen() if self._has(Filter.SUPPLIER) else None,
            self._product if self._has(Filter.PRODUCT) else None,
            self.search.searched_text() if self._has(Filter.TEXT) else "",
            self._ticks_on() if self.ticks else None,
        )

    def show_asked(self, asked: Asked) -> None:
        """Stand as the report was asked, without telling anybody."""
        if asked.period is not None:
            self.period.show_choice(_days(asked.period))
        self.category.choose(asked.category_id)
        self._offer_own_category()
        self.supplier.choose(asked.supplier_id)
        self._product = asked.product_id
        self._search_for(asked.text)
        if asked.ticks is not None:
            self._tick(asked.ticks)

    def show_product(self, product_id: int) -> None:
        """Nothing but this product, without telling anybody."""
        self._product = product_id

    def values(self) -> FilterValues:
        """What is remembered of it: everything but the text and the product."""
        return FilterValues(
            self.period.choice(), self.category.chosen_name(), self.supplier.chosen_name(), self._ticks_on()
        )

    def show_values(self, values: FilterValues) -> None:
        """Stand as it was remembered, without telling anybody."""
        self.period.show_choice(values.days)
        self.category.choose_named(values.category)
        self._offer_own_category()
        self.supplier.choose_named(values.supplier)
        if values.ticks is not None:
            self._tick(values.ticks)

    def read_choices(self, shop: Shop) -> None:
        """The categories and suppliers there are now; goods may be in no category, receipts may name no supplier."""
        if self._has(Filter.CATEGORY):
            names = {category_text(path): key for path, key in shop.catalog.category_keys().items()}
            self.category.show_names(names | {_("未分类"): NO_CATEGORY})
        if self._has(Filter.SUPPLIER):
            suppliers = {supplier.name: supplier.id for supplier in shop.partners.suppliers()}
            self.supplier.show_names(suppliers | {no_supplier(): NO_SUPPLIER})

    def is_right(self) -> bool:
        """Whether everything that is written can be asked."""
        return not any(part.property("bad") for part in (self.period, self.category, self.supplier))

    def is_narrowed(self) -> bool:
        """Whether anything but the days hides rows."""
        now = self.asked()
        keys = (now.category_id, now.supplier_id, now.product_id)
        return any(key is not None for key in keys) or bool(now.text) or bool(self._ticks_on())

    def widest(self) -> Asked:
        """The same days with nothing hidden."""
        return Asked(self.asked().period, ticks=frozenset() if self.ticks else None)

    def settle(self) -> None:
        """Take what stands in the search: Enter does not wait for a pause."""
        self.search.search_now()

    def _has(self, part: Filter) -> bool:
        return part in self._spec.filters

    def _lay_out(self) -> None:
        row = WrappedRow(look().px(8))
        for part in self._parts():
            row.addWidget(part)
        for kind, part in self._filters().items():
            if not self._has(kind):
                part.setParent(self)
                part.hide()
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(look().px(8))
        whole.addLayout(row, 1)
        whole.addWidget(self.count)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)

    def _filters(self) -> Mapping[Filter, QWidget]:
        return {
            Filter.PERIOD: self.period,
            Filter.SUPPLIER: self.supplier,
            Filter.CATEGORY: self.category,
            Filter.TEXT: self.search,
        }

    def _parts(self) -> Iterator[QWidget]:
        for kind, part in self._filters().items():
            if self._has(kind):
                part.setParent(self)
                yield part
        yield from self.ticks.values()

    def _connect(self) -> None:
        self.category.applied.connect(self._offer_own_category)  # before others ask what is ticked
        for part in (self.period, self.category, self.supplier):
            part.applied.connect(self.applied)
            part.refused.connect(self.refused)
        self.search.searched.connect(self.applied)
        self.search.left_downwards.connect(self.left_downwards)
        for box in self.ticks.values():
            box.toggled.connect(self.applied)

    def _search_for(self, text: str) -> None:
        self.search.blockSignals(True)
        self.search.search_for(text)
        self.search.blockSignals(False)

    def _tick(self, names: frozenset[str]) -> None:
        for name, box in self.ticks.items():
            box.blockSignals(True)
            box.setChecked(name in names)
            box.blockSignals(False)

    def _ticks_on(self) -> frozenset[str]:
        return frozenset(name for name, box in self.ticks.items() if box.isChecked() and not box.isHidden())

    def _offer_own_category(self) -> None:
        """Leaving out what is below a category is offered where one is chosen."""
        if OWN_CATEGORY in self.ticks:
            self.ticks[OWN_CATEGORY].setVisible(bool(self.category.chosen()))


def _period(days: Days) -> Period:
    return Period(days.first or ALL_TIME.first, days.last or ALL_TIME.last)


def _days(period: Period) -> Days | DaySpan:
    return DaySpan.ALL if period == ALL_TIME else Days(period.first, period.last)
