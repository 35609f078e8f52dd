"""What the customer pays with: one way after the other until nothing is left. Plain Python behind the dialog."""

from collections.abc import Sequence
from enum import Enum, auto

from jxc_desktop.models.values.accounts import AccountKind
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.number_text import BadNumberError
from jxc_desktop.services.money.ways_of_paying import WayOfPaying
from jxc_desktop.services.sales.ticket import TenderGiven

# No note is larger than 100: so much change means a wrong key, such as a code typed as an amount.
MOST_CHANGE = 10_000_00
NOTES = (1_00, 5_00, 10_00, 50_00, 100_00)
LARGEST_OFFER = 200_00
MOST_OFFERS = 4


class Lack(Enum):
    """Why the payment cannot be finished yet."""

    NOTHING_CHOSEN = auto()
    NO_AMOUNT = auto()
    STILL_DUE = auto()
    TOO_MUCH = auto()
    TOO_MUCH_CHANGE = auto()


class PaymentSheet:
    """The parts of one payment.

    Attributes:
        due: what the sale comes to; chosen: the way whose amount is open; amount: what it is now, None: no number.
    """

    def __init__(self, due: Money, ways: Sequence[WayOfPaying]) -> None:
        self.due = due
        self.ways = tuple(ways)
        self.chosen: WayOfPaying | None = None
        self.amount: Money | None = None
        self._reference = ""
        self._parts: dict[int, TenderGiven] = {}

    @property
    def parts(self) -> tuple[TenderGiven, ...]:
        """The parts that are fixed, in the order they were taken."""
        return tuple(self._parts.values())

    @property
    def rest(self) -> Money:
        """What the fixed parts leave."""
        return Money(self.due.fen - sum(part.amount.fen for part in self._parts.values()))

    @property
    def missing(self) -> Money:
        """What is still due with the open amount; 0 where it is enough."""
        return Money(max(self.rest.fen - self._open_fen(), 0))

    @property
    def change(self) -> Money:
        """What goes back: only of cash."""
        is_cash = self.chosen is not None and self.chosen.kind is AccountKind.CASH
        return self.over if is_cash else Money(0)

    @property
    def over(self) -> Money:
        """What the open amount is more than the rest."""
        return Money(max(self._open_fen() - self.rest.fen, 0))

    @property
    def reference(self) -> str:
        """The payment code the open way was chosen by; "" where it was chosen by hand."""
        return self._reference

    def part_of(self, way: WayOfPaying) -> Money | None:
        """The fixed part of a way; None where it has none."""
        part = self._parts.get(way.account_id)
        return None if part is None else part.amount

    def choose(self, way: WayOfPaying, reference: str = "") -> None:
        """Open a way with the rest as its amount; what was open before stays as a part if it pays some of it."""
        if self.chosen is not None and self.chosen != way:
            self._fix()
        given = self._parts.pop(way.account_id, None)
        is_kept = given is not None and not reference
        self.chosen = way
        self.amount = given.amount if given is not None and is_kept else self.rest
        self._reference = given.reference if given is not None and is_kept else reference

    def type_amount(self, text: str) -> None:
        """What was typed for the open way; a text that is no amount of fen is none."""
        try:
            self.amount = Money.parse(text)
        except BadNumberError:
            self.amount = None

    def drop(self) -> bool:
        """Take the last fixed part back; whether there was one."""
        if not self._parts:
            return False
        self._parts.popitem()
        if self.chosen is not None:
            self.amount = self.rest
        return True

    def lack(self) -> Lack | None:
        """Why it cannot be finished; None where it can."""
        if self.due.fen == 0 and self.chosen is None:
            return None
        if self.chosen is None:
            return Lack.NOTHING_CHOSEN
        if self.amount is None or self.amount.fen <= 0:
            return Lack.NO_AMOUNT
        over = self.amount.fen - self.rest.fen
        if over < 0:
            return Lack.STILL_DUE
        if over and self.chosen.kind is not AccountKind.CASH:
            return Lack.TOO_MUCH
        return Lack.TOO_MUCH_CHANGE if over > MOST_CHANGE else None

    def tenders(self) -> tuple[TenderGiven, ...]:
        """The payment, once nothing is lacking."""
        if self.chosen is None or self.amount is None or self.amount.fen == 0:
            return self.parts
        return (*self.parts, TenderGiven(self.chosen.account_id, self.amount, self._reference))

    def offers(self) -> tuple[Money, ...]:
        """Amounts a customer may hand over in cash, the exact one first."""
        rest = self.rest.fen
        if self.chosen is None or self.chosen.kind is not AccountKind.CASH:
            return ()
        rounded = {-(-rest // note) * note for note in NOTES} | {LARGEST_OFFER}
        larger = sorted(amount for amount in rounded if amount > rest)
        return (Money(rest), *map(Money, larger[:MOST_OFFERS]))

    def _open_fen(self) -> int:
        return 0 if self.chosen is None or self.amount is None else self.amount.fen

    def _fix(self) -> None:
        """Keep the open amount as a part, unless it pays everything or nothing."""
        if self.chosen is not None and self.amount is not None and 0 < self.amount.fen < self.rest.fen:
            part = TenderGiven(self.chosen.account_id, self.amount, self._reference)
            self._parts[self.chosen.account_id] = part
