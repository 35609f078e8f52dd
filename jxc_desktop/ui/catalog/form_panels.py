"""How the form of a product is laid out: what it is at the left, its codes and its stock at the right."""

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from jxc_desktop.services.inventory.average_cost import AverageCost
from jxc_desktop.services.inventory.stock_of import ProductStock
from jxc_desktop.services.words import _
from jxc_desktop.ui.catalog.codes_panel import CodesPanel
from jxc_desktop.ui.catalog.product_fields import ProductFields
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.look.type_scale import CAPTION
from jxc_desktop.ui.widgets.field import fields_in_row
from jxc_desktop.ui.widgets.figure_text import money_text, percent_text, quantity_text
from jxc_desktop.ui.widgets.figures import PairList
from jxc_desktop.ui.widgets.key_button import ButtonKind, KeyButton
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.notice_line import NoticeLine
from jxc_desktop.ui.widgets.page_header import PageHeader
from jxc_desktop.ui.widgets.panel import Panel
from jxc_desktop.ui.widgets.parts import Part, bold
from jxc_desktop.ui.widgets.scrolled import scrolled
from jxc_desktop.ui.widgets.section_title import SectionTitle
from jxc_desktop.ui.widgets.words_line import WordsLine

SIDE = 380
CODE_WIDTH, MONEY_WIDTH, UNIT_WIDTH = 170, 170, 110


class FormPanels:
    """Every part of the form, laid out on it.

    Attributes:
        header, save, previous, next: the first line and its buttons. fields: what one types in.
        codes: the barcodes. now: the stock, for a known product. line: what the last act came to, at the foot.
    """

    def __init__(self, form: QWidget, *, with_cost: bool, with_tax: bool = False) -> None:
        self._with_cost = with_cost
        self._average: AverageCost | None = None
        self.previous = KeyButton(_("上一个"), "PgUp", icon="chevron-up")
        self.next = KeyButton(_("下一个"), "PgDn", icon="chevron-down")
        self.save = KeyButton(_("保存"), "Ctrl+S", ButtonKind.PRIMARY, icon="device-floppy")
        self.header = PageHeader(buttons=(self.previous, self.next, self.save), has_back=True)
        self.fields = ProductFields(with_cost=with_cost, with_tax=with_tax)
        self.codes = CodesPanel()
        self.line = NoticeLine()
        self._margin = WordsLine()
        self._stock = PairList()
        self.now = self._now_panel()
        gap = look().px(12)
        sides = QHBoxLayout()
        sides.setSpacing(look().px(14))
        sides.addWidget(self._left(), 1)
        sides.addWidget(self._right())
        column = QVBoxLayout(form)
        column.setContentsMargins(look().px(16), gap, look().px(16), gap)
        column.setSpacing(gap)
        column.addWidget(self.header)
        column.addLayout(sides, 1)
        column.addWidget(self.line)

    def show_stock(self, stock: ProductStock) -> None:
        """What there is of the product now, and what it cost."""
        row = stock.total
        pairs = [(_("现存"), f"{quantity_text(row.quantity)} {row.unit}")]
        if row.value is not None:
            self._average = row.average_cost
            pairs.append((_("库存金额"), money_text(row.value)))
        self._stock.show_pairs(pairs)
        self.say_margin()

    def say_margin(self) -> None:
        """What is left of the retail price, at the average cost, else at the reference cost; owners' words only."""
        if not self._with_cost:
            return
        retail, reference = self.fields.price("retail_price"), self.fields.price("reference_cost")
        average = None if self._average is None else self._average.to_price().parts
        cost = reference.parts if average is None and reference is not None else average
        parts: list[Part] = []
        if self._average is not None:
            parts += [_label(_("平均成本")), bold(money_text(self._average.to_fen()))]
        if retail is not None and retail.parts > 0 and cost is not None:
            parts += [_label(_("零售毛利率")), bold(percent_text(retail.parts - cost, retail.parts))]
        self._margin.say(*parts)

    def forget_stock(self) -> None:
        """Nothing is known of a new product."""
        self._average = None
        self._stock.show_pairs(())

    def _left(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(12))
        column.addWidget(self._first_panel())
        column.addWidget(self._price_panel())
        ticks = QHBoxLayout()
        ticks.setSpacing(look().px(24))
        ticks.addWidget(self.fields.weighed)
        ticks.addWidget(self.fields.stopped)
        ticks.addStretch(1)
        panel, body = _panel(_("怎么卖"))
        body.addLayout(ticks)
        column.addWidget(panel)
        column.addStretch(1)
        return scrolled(inside)

    def _first_panel(self) -> Panel:
        fields = self.fields.fields
        for name, width in (("initials", CODE_WIDTH), ("unit", UNIT_WIDTH), ("code", CODE_WIDTH)):
            fields[name].setFixedWidth(look().px(width))
        panel, body = _panel(_("基本"))
        body.addLayout(fields_in_row((fields["name"], 1), (fields["initials"], 0)))
        row = (("spec", 3), ("brand", 3), ("unit", 0), ("category", 4), ("code", 0))
        body.addLayout(fields_in_row(*((fields[name], stretch) for name, stretch in row)))
        return panel

    def _price_panel(self) -> Panel:
        fields = self.fields.fields
        panel, body = _panel(_("价格"))
        grid = QGridLayout()
        grid.setSpacing(look().px(12))
        for place in range(4):
            grid.setColumnStretch(place, 1)
        for place, name in enumerate(("retail_price", "member_price", "wholesale_price", "lowest_price")):
            grid.addWidget(fields[name], 0, place)
        if "reference_cost" in fields:
            grid.addWidget(fields["reference_cost"], 1, 0)
            grid.addWidget(self._margin, 1, 1, 1, 2)
        if "tax_rate" in fields:
            grid.addWidget(fields["tax_rate"], 1, 3)
        body.addLayout(grid)
        return panel

    def _right(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(look().px(SIDE))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(12))
        column.addWidget(self.codes, 1)
        column.addWidget(self.now)
        return side

    def _now_panel(self) -> Panel:
        panel = Panel()
        column = QVBoxLayout(panel)
        column.setContentsMargins(1, 1, 1, look().px(8))
        column.setSpacing(0)
        column.addWidget(SectionTitle(_("现在"), hints=(KeyHint("F7", _("流水")),), is_first=True))
        column.addWidget(self._stock)
        return panel


def _panel(title: str) -> tuple[Panel, QVBoxLayout]:
    panel = Panel()
    column = QVBoxLayout(panel)
    inset = look().px(20)
    column.setContentsMargins(inset, look().px(12), inset, look().px(14))
    column.setSpacing(look().px(10))
    words = WordsLine()
    words.say(bold(title))
    words.setMinimumHeight(look().px(20))
    column.addWidget(words)
    return panel, column


def _label(words: str) -> Part:
    return Part(words, CAPTION, Tone.MUTED)
