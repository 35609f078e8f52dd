"""What the parts of 扫码入库 work with."""

from collections.abc import Callable
from dataclasses import dataclass

from jxc_desktop.services.ports.sound import SoundKind
from jxc_desktop.services.purchasing.receiving_draft import GoodsLine, ReceivingDraft, UnknownGoods
from jxc_desktop.services.shop import Shop
from jxc_desktop.ui.purchasing.receive_model import ReceiveModel
from jxc_desktop.ui.purchasing.receive_table import ReceiveTable
from jxc_desktop.ui.widgets.draft_keeper import DraftKeeper
from jxc_desktop.ui.widgets.page import Page, Surroundings
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.scan_field import ScanField
from jxc_desktop.ui.widgets.scan_line import ScanLine
from jxc_desktop.ui.widgets.second_press import SecondPress


@dataclass(frozen=True, slots=True)
class ReceiveParts:
    """The page's widgets and what stands behind them.

    Attributes:
        page: the page itself, for what is opened over it.
        press: the question that only the same key, pressed again, answers.
        clock: milliseconds that never jump.
    """

    surroundings: Surroundings
    page: Page
    field: ScanField
    line: ScanLine
    model: ReceiveModel
    table: ReceiveTable
    drafts: DraftKeeper[ReceivingDraft]
    press: SecondPress
    clock: Callable[[], int]

    @property
    def shop(self) -> Shop:
        """The services."""
        return self.surroundings.shop

    def play(self, kind: SoundKind) -> None:
        """Let a sound be heard."""
        self.surroundings.sound.play(kind)

    def refuse(self, words: str) -> None:
        """Say why something was not done, with the low sound."""
        self.press.forget()
        self.line.say(LineKind.DANGER, words, flashes=True)
        self.play(SoundKind.BAD)

    def remark(self, words: str) -> None:
        """Say why a key does nothing now; over a red row's line too, as the key was pressed after it."""
        kind = LineKind.DANGER if self.model.totals.unknown_rows else LineKind.WARNING
        self.line.say(kind, words, flashes=True)
        self.play(SoundKind.WARN)

    def chosen_goods(self) -> GoodsLine | None:
        """The known goods the keys act on; None where there are none, or a red row is chosen."""
        line = self.model.line_at(self.table.chosen_number())
        return line if isinstance(line, GoodsLine) else None

    def chosen_unknown(self) -> UnknownGoods | None:
        """The red row the keys act on; None where goods are chosen."""
        line = self.model.line_at(self.table.chosen_number())
        return line if isinstance(line, UnknownGoods) else None

    def last_unknown(self) -> UnknownGoods | None:
        """The chosen red row, or the last one there is."""
        unknown = [line for line in self.model.draft.lines if isinstance(line, UnknownGoods)]
        return self.chosen_unknown() or (unknown[-1] if unknown else None)

    def row_of_unknown(self, code: str) -> int | None:
        """The red row of a code; None where it is gone."""
        lines = enumerate(self.model.draft.lines)
        return next((n for n, line in lines if isinstance(line, UnknownGoods) and line.code == code), None)
