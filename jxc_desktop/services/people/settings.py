"""The shop's choices: each declared once, with its name in the file and what it is at first."""

from dataclasses import dataclass

from sqlalchemy import bindparam, select, update

from jxc_desktop.models.records import Setting
from jxc_desktop.models.values.oversold_rule import OversoldRule
from jxc_desktop.services.changes import Change
from jxc_desktop.services.errors import InvalidInputError
from jxc_desktop.services.people.desk import Desk
from jxc_desktop.services.storage.prepared import Prepared, Query
from jxc_desktop.services.storage.tables import table_of
from jxc_desktop.services.storage.unit_of_work import OpenTransaction

_READ = Query[tuple[str]](select(Setting.value).where(Setting.key == bindparam("key")), "key")
_CHANGE = Prepared(update(Setting).where(Setting.key == bindparam("of")).values(value=bindparam("to")), "to", "of")


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of the shop.

    Attributes:
        key: its name in the shop file; first: what it is until the shop changes it; options: what it may be.
    """

    key: str
    first: str
    options: tuple[str, ...] = ()


SHOP_NAME = Choice("shop_name", "")
LANGUAGE = Choice("language", "zh", ("zh", "en"))
OVERSOLD_AT_COUNTER = Choice("oversold_at_counter", OversoldRule.WARN.value, tuple(rule.value for rule in OversoldRule))
OVERSOLD_IN_OFFICE = Choice("oversold_in_office", OversoldRule.FORBID.value, tuple(rule.value for rule in OversoldRule))
RECEIPT_WIDTH = Choice("receipt_width", "80", ("58", "80"))
RECEIPT_HEADING = Choice("receipt_heading", "")
RECEIPT_FOOTER = Choice("receipt_footer", "谢谢惠顾")
PRINTS_RECEIPTS = Choice("prints_receipts", "yes", ("yes", "no"))


def read_choice(work: OpenTransaction, choice: Choice) -> str:
    """What the shop has chosen."""
    row = work.row(_READ, choice.key)
    return choice.first if row is None else row[0]


def oversold_rule(work: OpenTransaction, choice: Choice) -> OversoldRule:
    """The shop's rule for one of the two places where goods can be oversold."""
    return OversoldRule(read_choice(work, choice))


class Settings:
    """Reading and changing the shop's choices."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def shop_name(self) -> str:
        """The shop's name."""
        with self._desk.question("settings.shop_name") as books:
            return read_choice(books, SHOP_NAME)

    def read(self, choice: Choice) -> str:
        """What the shop has chosen."""
        with self._desk.question("settings.read") as books:
            return read_choice(books, choice)

    def change(self, choice: Choice, value: str) -> None:
        """Choose otherwise from now on.

        Raises:
            InvalidInputError: the choice does not offer this.
        """
        if choice.options and value not in choice.options:
            raise InvalidInputError(choice.key, "not_an_option", value)
        with self._desk.act("settings.change") as act:
            before = read_choice(act.work, choice)
            if act.work.row(_READ, choice.key) is None:
                act.work.insert(table_of(Setting), [(choice.key, value)])
            else:
                act.work.run(_CHANGE, [(value, choice.key)])
            act.journal.note("settings.change", key=choice.key, before=before, after=value)
            act.commit(Change.SETTINGS)
