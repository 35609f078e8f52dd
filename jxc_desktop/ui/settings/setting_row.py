"""One setting as it is declared: what it is called, what it does, how one chooses."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from jxc_desktop.services.people.settings import Choice
from jxc_desktop.ui.widgets.pc_choices import PcChoice

Words = Callable[[], str]


class How(Enum):
    """How a setting is chosen."""

    WORDS = auto()
    LINES = auto()
    NUMBER = auto()
    DAY = auto()
    OPTIONS = auto()


@dataclass(frozen=True, slots=True)
class Option:
    """One of a few."""

    value: str
    word: Words


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One setting.

    Attributes:
        choice: of the shop, or of this PC.
        word: what it is called; does: one sentence on what it does.
        options: the few it may be, for How.OPTIONS; unit: what a number counts.
        fault: what is wrong with a text that cannot be chosen at this PC.
    """

    choice: Choice | PcChoice
    word: Words
    does: Words
    how: How = How.OPTIONS
    options: tuple[Option, ...] = ()
    unit: Words = lambda: ""
    fault: Words = lambda: ""


@dataclass(frozen=True, slots=True)
class SettingPlan:
    """A page of settings.

    Attributes:
        belongs_to: whether they hold for the shop or for this PC, said in the title.
    """

    key: str
    icon: str
    title: Words
    belongs_to: Words
    rows: tuple[SettingRow, ...]
