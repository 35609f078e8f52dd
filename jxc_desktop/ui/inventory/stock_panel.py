"""The panel beside 库存查询: one product's stock, and what came and went."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.inventory.inventory import Inventory
from jxc_desktop.services.inventory.stock_ledger import LedgerRow
from jxc_desktop.services.inventory.stock_of import PlaceStock, ProductStock
from jxc_desktop.services.words import _
from jxc_desktop.ui.background import Background
from jxc_desktop.ui.inventory.stock_columns import average_text, stock_badge
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import ANSWER, CAPTION
from jxc_desktop.ui.widgets.columns import Align, Column
from jxc_desktop.ui.widgets.figure_text import money_text, price_text, quantity_text
from jxc_desktop.ui.widgets.figures import FigureRow, Share, ShareBars, SubjectTitle
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.newest_answer import NewestAnswer
from jxc_desktop.ui.widgets.paged_model import PagedModel
from jxc_desktop.ui.widgets.section_title import SectionTitle
from jxc_desktop.ui.widgets.side_panel import SidePanel
from jxc_desktop.ui.widgets.table import Table

MOVES_AT_ONCE = 50


class StockPanel(SidePanel):
    """Follows the chosen product.

    Attributes:
        ledger: one row per move, newest first.

    Signals:
        document_wanted: the move whose document is to be opened.
    """

    document_wanted = Signal(object)

    def __init__(self, inventory: Inventory, background: Background, now: Callable[[], datetime]) -> None:
        super().__init__(360)
        self._inventory = inventory
        self._product_id: int | None = None
        self._subject, self._figures = SubjectTitle(), FigureRow()
        self._places_title, self._places = SectionTitle(_("各仓分布")), ShareBars()
        self._model: PagedModel[LedgerRow] = PagedModel(_columns(now), lambda row: row.move_id)
        self.ledger: Table[LedgerRow] = LedgerTable(self._model)
        self._rest = QWidget()
        self._stock_answer, self._moves_answer = NewestAnswer(background, self), NewestAnswer(background, self)
        keys = (KeyHint("F8", _("到这里")), KeyHint("Enter", _("看单据")))
        self._ledger_title = SectionTitle(_("库存流水"), _("数量 · 结存"), keys, is_band=True)
        for part in (self._subject, self._figures, self._places_title, self._places, self._ledger_title):
            self.add(part)
        self.add(self.ledger, 1)
        self.add(self._rest, 1)
        self.ledger.opened.connect(self.document_wanted)
        self._model.wants_more.connect(self._on_more_wanted)
        self.show_nothing()

    def show_product(self, product_id: int) -> None:
        """Another product, or the same one read anew."""
        self._product_id = product_id
        self._show_parts(True)
        inventory = self._inventory
        self._stock_answer.ask(lambda: inventory.stock_of(product_id), self._on_stock)
        self._moves_answer.ask(lambda: inventory.stock_ledger(product_id, None, MOVES_AT_ONCE), self._on_moves)

    def show_nothing(self) -> None:
        """No product is chosen."""
        self._product_id = None
        self._stock_answer.forget()
        self._moves_answer.forget()
        self._subject.show_awaited(_("↓ 选一个商品，这里就有它的库存，和每一笔进出"))
        self._show_parts(False)
        self._figures.show_figures(())
        self._show_places(())
        self._model.show_first((), has_more=False)

    def product_id(self) -> int | None:
        """The product that is shown."""
        return self._product_id

    def words(self) -> str:
        """What it is about, as plain text."""
        return self._subject.accessibleName().strip()

    def _show_parts(self, is_chosen: bool) -> None:
        for part in (self._figures, self._ledger_title, self.ledger):
            part.setVisible(is_chosen)
        self._rest.setVisible(not is_chosen)

    def _on_stock(self, stock: ProductStock) -> None:
        row = stock.total
        facts = [row.barcode or row.code, row.unit, _("零售 {price}").format(price=price_text(row.retail_price))]
        if row.spec:
            facts.append(row.spec)
        self._subject.show_subject(row.name, facts, stock_badge(row))
        figures = [(_("现存"), quantity_text(row.quantity), True)]
        if row.value is not None:
            figures += [(_("成本"), average_text(row) or "0", False), (_("库存金额"), money_text(row.value), False)]
        self._figures.show_figures(figures)
        self._show_places(stock.places)

    def _show_places(self, places: Sequence[PlaceStock]) -> None:
        """One place alone says nothing that the total does not say."""
        most = max((abs(place.quantity.milli) for place in places), default=0) or 1
        shares = [
            Share(place.name, max(place.quantity.milli, 0) / most, quantity_text(place.quantity)) for place in places
        ]
        for part in (self._places_title, self._places):
            part.setVisible(len(places) > 1)
        self._places.show_shares(shares)

    def _on_moves(self, rows: Sequence[LedgerRow]) -> None:
        self._model.show_first(rows, len(rows) >= MOVES_AT_ONCE)
        self.ledger.set_nothing_found(_("还没有进出"))
        if rows and self.ledger.hasFocus():
            self.ledger.choose(0)

    def _on_more_wanted(self, _count: int) -> None:
        product_id, before = self._product_id, self._model.rows()[-1].move_id
        if product_id is not None:
            inventory = self._inventory
            self._moves_answer.ask(
                lambda: inventory.stock_ledger(product_id, before, MOVES_AT_ONCE),
                lambda rows: self._model.add_rows(rows, len(rows) >= MOVES_AT_ONCE),
            )


class LedgerTable(Table[LedgerRow]):
    """The moves, without a header: the section's title says what the columns are."""

    def __init__(self, model: PagedModel[LedgerRow]) -> None:
        super().__init__(model)
        self.horizontalHeader().hide()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes here stands on a row."""
        super().focusInEvent(event)
        if self.current_row() is None and self.model_of_rows().rowCount():
            self.choose(0)


def _columns(now: Callable[[], datetime]) -> list[Column[LedgerRow]]:
    return [
        Column("moment", _("时间"), lambda row: _when(row, now()), 8.4, style=CAPTION, tone=Tone.MUTED),
        Column("number", _("单号"), _number, style=CAPTION, stretches=True),
        Column("quantity", _("数量"), _signed, 4.8, Align.RIGHT, style=ANSWER, tone=_sign_tone),
        Column("running", _("结存"), lambda row: quantity_text(row.running), 4.8, Align.RIGHT, tone=Tone.MUTED),
    ]


def _when(row: LedgerRow, now: datetime) -> str:
    """Month, day and time within this year; else the whole date."""
    return f"{row.moment:%m-%d %H:%M}" if row.moment.year == now.year else f"{row.moment:%Y-%m-%d}"


def _number(row: LedgerRow) -> str:
    return _("{number} 红冲").format(number=row.number) if row.is_mirror else row.number


def _signed(row: LedgerRow) -> str:
    return f"+{quantity_text(row.quantity)}" if row.quantity > Quantity(0) else quantity_text(row.quantity)


def _sign_tone(row: LedgerRow) -> Tone:
    return Tone.SUCCESS if row.quantity > Quantity(0) else Tone.TEXT
