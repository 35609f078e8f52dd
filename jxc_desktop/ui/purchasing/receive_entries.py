"""本次, 进价 and 金额 of a row, typed in the scan line."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from typing_extensions import override

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.purchasing.receiving_draft import GoodsLine, ReceivingDraft, UnknownGoods
from jxc_desktop.services.words import _
from jxc_desktop.ui.purchasing.receive_model import ReceiveModel, count_text
from jxc_desktop.ui.widgets.figure_text import money_text, price_text
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.parts import Part, bold, muted
from jxc_desktop.ui.widgets.scan_line import ScanLine
from jxc_desktop.ui.widgets.typed_entries import Entry, TypedEntries, was


class ReceiveEntries(TypedEntries[ReceivingDraft]):
    """The entries of 扫码入库.

    Attributes:
        row: the row that was asked last.
    """

    def __init__(self, line: ScanLine, model: ReceiveModel, parent: QObject | None = None) -> None:
        super().__init__(line, parent)
        self._model = model
        self.row = -1

    def ask_count(self, number: int) -> None:
        """本次 of a row, in its unit; a red row has one too."""
        row = self._model.row_at(number)
        before = count_text(row)

        def change(text: str) -> ReceivingDraft:
            return self._model.draft.with_count(number, Quantity.parse(text))

        is_measured = row.goods is not None and row.goods.is_measured
        word = _("本次（{unit}）").format(unit=row.goods.goods.unit_name) if row.goods and is_measured else _("本次")
        self._ask_row(number, word, before.replace(",", ""), Entry(change, _owed_in(number), was(before)))

    def ask_price(self, number: int) -> None:
        """进价 of one of a row's units; 0 for a gift."""
        line = self._model.line_at(number)
        if not isinstance(line, GoodsLine):
            return
        price = line.unit_price

        def change(text: str) -> ReceivingDraft:
            return self._model.draft.with_price(number, UnitPrice.parse(text))

        before = () if line.last_price is None else (muted(_("上次 {last}").format(last=price_text(line.last_price))),)
        entry = Entry(change, _owed_in(number), before)
        word = _("进价（每{unit}）").format(unit=line.goods.unit_name)
        self._ask_row(number, word, "" if price is None else str(price), entry, KeyHint("0", _("赠品")))

    def ask_amount(self, number: int) -> None:
        """金额 of a whole row, as the supplier's slip has it."""
        line = self._model.line_at(number)
        if not isinstance(line, GoodsLine):
            return

        def change(text: str) -> ReceivingDraft:
            return self._model.draft.with_amount(number, Money.parse(text))

        owed = line.owed
        before = () if owed is None else was(money_text(owed))
        entry = Entry(change, lambda draft: _price_of(draft, number), before)
        self._ask_row(number, _("金额（整行）"), "" if owed is None else str(owed), entry)

    @override
    def _write(self, draft: ReceivingDraft) -> None:
        self._model.change(draft)

    @override
    def _has_red_rows(self) -> bool:
        return bool(self._model.totals.unknown_rows)

    def _ask_row(self, number: int, word: str, value: str, entry: Entry[ReceivingDraft], *hints: KeyHint) -> None:
        self.row = number
        line = self._model.row_at(number).line
        name = line.code if isinstance(line, UnknownGoods) else line.goods.name
        head = (bold(_("第 {number} 行 {name}").format(number=number + 1, name=name)), muted(word))
        self._ask(entry, head, value, *hints)


def _owed_in(number: int) -> Callable[[ReceivingDraft], tuple[Part, ...]]:
    """What a row of a draft comes to, behind the figure as it is typed."""

    def shown(draft: ReceivingDraft) -> tuple[Part, ...]:
        line = draft.lines[number]
        owed = line.owed if isinstance(line, GoodsLine) else None
        return () if owed is None else (muted(_("金额 {amount}").format(amount=money_text(owed))),)

    return shown


def _price_of(draft: ReceivingDraft, number: int) -> tuple[Part, ...]:
    line = draft.goods_at(number)
    price = line.unit_price
    if price is None:
        return ()
    words = _("每{unit} {price}").format(unit=line.goods.unit_name, price=price_text(price))
    return (muted(words),)
