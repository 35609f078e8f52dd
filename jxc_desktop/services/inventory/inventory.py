"""Stock: what is there, what it did, opening stock and counts."""

from collections.abc import Sequence
from datetime import date

from jxc_desktop.services.changes import Change
from jxc_desktop.services.inventory.counting import (
    CountedLine,
    OpeningLine,
    post_count,
    post_opening_stock,
    reverse_stock,
)
from jxc_desktop.services.people.desk import Desk


class Inventory:
    """The shop's stock."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def post_opening_stock(self, lines: Sequence[OpeningLine], day: date, token: str) -> int:
        """Post opening stock (期初) for goods that never moved; the document's key.

        Raises:
            InvalidInputError, HasMovesError, NotFoundError, ClosedPeriodError: nothing has changed.
            AlreadyPostedError: this form was posted already.
        """
        with self._desk.act("inventory.post_opening_stock") as act:
            posted = post_opening_stock(act, lines, day, token)
            act.commit(Change.STOCK)
        return posted.id

    def post_count(self, lines: Sequence[CountedLine], day: date, token: str) -> int | None:
        """Post what a count found against the books of that day; the document's key, None where nothing differs.

        Raises:
            InvalidInputError, OversoldError, NotFoundError, ClosedPeriodError: nothing has changed.
            AlreadyPostedError: this form was posted already.
        """
        with self._desk.act("inventory.post_count") as act:
            posted = post_count(act, lines, day, token)
            if posted is None:
                return None
            act.commit(Change.STOCK)
        return posted.id

    def reverse(self, document_id: int, reason: str) -> int:
        """Undo opening stock or a count by its mirror (红冲); the mirror's key.

        Raises:
            NotFoundError, WrongStateError, GoodsGoneError, OversoldError, ClosedPeriodError: nothing has changed.
        """
        with self._desk.act("inventory.reverse") as act:
            posted = reverse_stock(act, document_id, reason)
            act.commit(Change.STOCK)
        return posted.id
