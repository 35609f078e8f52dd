"""The shop's choices: each declared once, with its name in the file and what it is at first."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

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


LONGEST_NAME, LONGEST_TEXT = 60, 400


def _too_long_for_paper(text: str) -> str:
    return "too_long" if len(text) > LONGEST_TEXT else ""


def _no_name(text: str) -> str:
    if not text.strip():
        return "empty"
    return "too_long" if len(text) > LONGEST_NAME else ""


def _no_day(text: str) -> str:
    try:
        return "" if not text or date.fromisoformat(text).isoformat() == text else "not_a_day"
    except ValueError:
        return "not_a_day"


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of the shop.

    Attributes:
        key: its name in the shop file; first: what it is until the shop changes it; options: what it may be.
        fault: why a text cannot be chosen, "" where it can; where there are no options.
    """

    key: str
    first: str
    options: tuple[str, ...] = ()
    fault: Callable[[str], str] = _too_long_for_paper


SHOP_NAME = Choice("shop_name", "", fault=_no_name)
LANGUAGE = Choice("language", "zh", ("zh", "en"))
OVERSOLD_AT_COUNTER = Choice("oversold_at_counter", OversoldRule.WARN.value, tuple(rule.value for rule in OversoldRule))
OVERSOLD_IN_OFFICE = Choice("oversold_in_office", OversoldRule.FORBID.value, tuple(rule.value for rule in OversoldRule))
RECEIPT_WIDTH = Choice("receipt_width", "80", ("58", "80"))
RECEIPT_HEADING = Choice("receipt_heading", "")
RECEIPT_FOOTER = Choice("receipt_footer", "谢谢惠顾")
RECEIPT_NOTE = Choice("receipt_note", "yes", ("yes", "no"))
PRINTS_RECEIPTS = Choice("prints_receipts", "yes", ("yes", "no"))
# Up to this hour of the night everything belongs to the day before.
BUSINESS_DAY_CUT = Choice("business_day_cut", "0", tuple(str(hour) for hour in range(7)))
# 抹零 at the counter, in fen: not at all, down to the jiao, down to the yuan. Coins below a jiao are out of use.
ROUNDING_AT_COUNTER = Choice("rounding_at_counter", "10", ("0", "10", "100"))
# Since when the shop is 一般纳税人 and may deduct the tax in what it buys; "": it is 小规模.
GENERAL_TAXPAYER_FROM = Choice("general_taxpayer_from", "", fault=_no_day)
# A shop to try things in: its sales are nobody's.
IS_PRACTICE = Choice("is_practice", "no", ("yes", "no"))
PRINTER_TESTED = Choice("printer_tested", "no", ("yes", "no"))
# Steps of the go-live list that the shop can do without, their names with a space between.
GO_LIVE_NOT_NEEDED = Choice("go_live_not_needed", "")


def read_choice(work: OpenTransaction, choice: Choice) -> str:
    """What the shop has chosen."""
    row = work.row(_READ, choice.key)
    return choice.first if row is None else row[0]


def oversold_rule(work: OpenTransaction, choice: Choice) -> OversoldRule:
    """The shop's rule for one of the two places where goods can be oversold."""
    return OversoldRule(read_choice(work, choice))


def is_general_taxpayer(since: str, day: date) -> bool:
    """Whether the shop is 一般纳税人 on that day; `since` is what it has chosen."""
    return bool(since) and date.fromisoformat(since) <= day


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
        if not choice.options and (reason := choice.fault(value)):
            raise InvalidInputError(choice.key, reason, value)
        with self._desk.act("settings.change") as act:
            before = read_choice(act.work, choice)
            if act.work.row(_READ, choice.key) is None:
                act.work.insert(table_of(Setting), [(choice.key, value)])
            else:
                act.work.run(_CHANGE, [(value, choice.key)])
            act.journal.note("settings.change", key=choice.key, before=before, after=value)
            act.commit(Change.SETTINGS)
        if choice is BUSINESS_DAY_CUT:
            self._desk.day_cut = int(value)
