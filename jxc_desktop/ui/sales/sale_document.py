"""One sale or return: its lines, what was paid and how, and the documents before and after it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.sales.sale_list import Sale, SoldLine
from jxc_desktop.services.sales.trail import SaleTrailRow
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import ANSWER
from jxc_desktop.ui.sales.sale_trail import trail_entries
from jxc_desktop.ui.sales.sale_words import may_come_back, moment_words, sold_count
from jxc_desktop.ui.widgets.columns import Align, Column, Width
from jxc_desktop.ui.widgets.facts_panel import FactsPanel
from jxc_desktop.ui.widgets.figure_text import money_text, price_text, quantity_text
from jxc_desktop.ui.widgets.figures import PairList
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.section_title import SectionTitle
from jxc_desktop.ui.widgets.side_panel import BesidePanel, SidePanel
from jxc_desktop.ui.widgets.table import Table
from jxc_desktop.ui.widgets.table_model import TableModel
from jxc_desktop.ui.widgets.table_panel import TablePanel
from jxc_desktop.ui.widgets.totals_footer import TotalsFooter
from jxc_desktop.ui.widgets.trail_list import TrailList


class SaleDocument(QWidget):
    """A document to read.

    Attributes:
        table: its lines. trail: the documents around it.

    Signals:
        wanted: the key of another document, chosen in the trail.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sale: Sale | None = None
        self._facts = FactsPanel()
        self.table = Table(TableModel(line_columns(), key_of=lambda line: line.line_id))
        self._footer = TotalsFooter(self.table)
        self.trail = TrailList()
        self.trail.opened.connect(self.wanted)
        self._money, self._payment = PairList(), PairList()
        panel = SidePanel(340)
        panel.add(SectionTitle(_("来龙去脉"), hints=(KeyHint("Tab", _("到这里")),), is_first=True))
        panel.add(self.trail, 1)
        for word, pairs in ((_("金额"), self._money), (_("收付款"), self._payment)):
            panel.add(SectionTitle(word))
            panel.add(pairs)
            panel.add(_below())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(12))
        column.addWidget(self._facts)
        column.addWidget(BesidePanel(TablePanel(self.table, self._footer), panel), 1)

    @property
    def sale(self) -> Sale | None:
        """What is shown."""
        return self._sale

    def show_sale(self, sale: Sale, trail: Sequence[SaleTrailRow]) -> None:
        """Another document, or the same one read again."""
        self._sale = sale
        self._facts.show_facts(_facts(sale))
        self.table.show_rows(sale.lines)
        if self.table.current_row() is None and sale.lines:
            self.table.choose(0)
        self._show_columns(sale)
        self._show_totals(sale)
        self.trail.show_entries(trail_entries(sale.row, trail))
        self._money.show_pairs(_money_pairs(sale))
        self._payment.show_pairs(_payment_pairs(sale))

    def words(self) -> str:
        """Facts, amounts and payment as plain text."""
        parts = (self._facts.words(), self._money.accessibleName(), self._payment.accessibleName())
        return "; ".join(part for part in parts if part)

    def shown_total(self, name: str) -> str:
        """The total pinned under a column."""
        return self._footer.total(name)

    def _show_columns(self, sale: Sale) -> None:
        """What no line has is no column."""
        has_rounding = any(line.rounding_off.fen for line in sale.lines)
        has_discount = any(_discount(line).fen for line in sale.lines)
        for name, is_there in (("rounding", has_rounding), ("discount", has_discount), ("left", may_come_back(sale))):
            self.table.setColumnHidden(self.table.model_of_rows().column_named(name), not is_there)

    def _show_totals(self, sale: Sale) -> None:
        self._footer.show_totals(
            {
                "product": _("共 {lines} 行").format(lines=len(sale.lines)),
                "discount": _reduction(Money(sum(_discount(line).fen for line in sale.lines))),
                "rounding": _reduction(Money(sum(line.rounding_off.fen for line in sale.lines))),
                "net": money_text(sale.row.amount),
            }
        )


def line_columns() -> list[Column[SoldLine]]:
    """The columns of a document's lines."""
    right = Align.RIGHT
    return [
        Column("product", _("商品"), lambda line: line.name, beside=lambda line: line.barcode, stretches=True),
        Column("unit", _("单位"), lambda line: line.unit_name, 4, Align.CENTRE, tone=Tone.MUTED),
        Column("count", _("数量"), lambda line: quantity_text(sold_count(line)), Width.PRICE, right),
        Column("price", _("单价"), lambda line: price_text(line.price), Width.PRICE, right),
        Column("discount", _("优惠"), lambda line: _reduction(_discount(line)), Width.AMOUNT, right),
        Column("rounding", _("抹零"), lambda line: _reduction(line.rounding_off), Width.QUANTITY, right),
        Column("net", _("小计"), lambda line: money_text(line.net), Width.AMOUNT, right, style=ANSWER),
        Column("left", _("可退"), _left, Width.PRICE, right, tone=Tone.MUTED),
    ]


def _below() -> QWidget:
    """Room under the last pair of a section."""
    room = QWidget()
    room.setFixedHeight(look().px(8))
    return room


def _left(line: SoldLine) -> str:
    """How much may come back, with its unit where it was sold in another one."""
    left = quantity_text(Quantity(max(line.left.milli, 0)))
    return left if line.unit_name == line.base_unit else f"{left} {line.base_unit}"


def _discount(line: SoldLine) -> Money:
    return line.line_discount + line.ticket_discount


def _reduction(amount: Money) -> str:
    """What was taken off, with its minus; nothing where nothing was."""
    return money_text(-amount) if amount.fen else ""


def _facts(sale: Sale) -> list[tuple[str, str]]:
    row = sale.row
    facts = [(_("时间"), moment_words(row.moment)), (_("收银员"), row.operator)]
    if sale.shift_began is not None:
        facts.append((_("班次"), _("{moment} 起").format(moment=f"{sale.shift_began:%m-%d %H:%M}")))
    if row.is_history:
        facts.append((_("来源"), _("导入的历史")))
    if row.member_code:
        facts.append((_("会员"), row.member_code))
    if sale.reverses:
        facts.append((_("红冲原单"), sale.reverses))
    if sale.reversed_by:
        facts.append((_("已被红冲"), sale.reversed_by))
    if sale.note:
        facts.append((_("红冲原因") if row.is_mirror else _("备注"), sale.note))
    return facts


def _money_pairs(sale: Sale) -> list[tuple[str, str]]:
    listed = Money(sum(line.list_amount.fen for line in sale.lines))
    discount = Money(sum(_discount(line).fen for line in sale.lines))
    rounding = Money(sum(line.rounding_off.fen for line in sale.lines))
    pairs = [(_("原价合计"), money_text(listed))]
    if discount.fen:
        pairs.append((_("优惠"), money_text(-discount)))
    if rounding.fen:
        pairs.append((_("抹零"), money_text(-rounding)))
    due = _("应退") if sale.row.amount.fen < 0 else _("应收")
    return [*pairs, (due, money_text(sale.row.amount))]


def _payment_pairs(sale: Sale) -> list[tuple[str, str]]:
    pairs = [(f"{tender.account} {tender.reference}".strip(), money_text(tender.tendered)) for tender in sale.tenders]
    if sale.change.fen:
        pairs.append((_("找零"), money_text(sale.change)))
    return pairs or [(_("没有收付款"), "")]
