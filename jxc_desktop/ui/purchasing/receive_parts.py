"""What the parts of 扫码入库 work with."""

from dataclasses import dataclass

from typing_extensions import override

from jxc_desktop.services.purchasing.receiving_draft import GoodsLine, ReceivingDraft, UnknownGoods
from jxc_desktop.ui.purchasing.receive_model import ReceiveModel
from jxc_desktop.ui.purchasing.receive_table import ReceiveTable
from jxc_desktop.ui.widgets.draft_keeper import DraftKeeper
from jxc_desktop.ui.widgets.scanned_parts import ScannedParts
from jxc_desktop.ui.widgets.second_press import SecondPress


@dataclass(frozen=True, slots=True)
class ReceiveParts(ScannedParts):
    """The page's widgets and what stands behind them.

    Attributes:
        press: the question that only the same key, pressed again, answers.
    """

    model: ReceiveModel
    table: ReceiveTable
    drafts: DraftKeeper[ReceivingDraft]
    press: SecondPress

    @override
    def refuse(self, words: str) -> None:
        self.press.forget()
        # A class with slots is made anew, so that a bare super() would not find itself.
        ScannedParts.refuse(self, words)

    def chosen_goods(self) -> GoodsLine | None:
        """The known goods the keys act on; None where there are none, or a red row is chosen."""
        line = self.model.line_at(self.table.chosen_number())
        return line if isinstance(line, GoodsLine) else None

    @override
    def chosen_unknown(self) -> UnknownGoods | None:
        line = self.model.line_at(self.table.chosen_number())
        return line if isinstance(line, UnknownGoods) else None

    @override
    def last_unknown(self) -> UnknownGoods | None:
        unknown = [line for line in self.model.draft.lines if isinstance(line, UnknownGoods)]
        return self.chosen_unknown() or (unknown[-1] if unknown else None)

    def row_of_unknown(self, code: str) -> int | None:
        """The red row of a code; None where it is gone."""
        lines = enumerate(self.model.draft.lines)
        return next((n for n, line in lines if isinstance(line, UnknownGoods) and line.code == code), None)
