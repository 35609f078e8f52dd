"""What each kind of file holds: its columns are declared once, for matching, the template, the help and the checks."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from jxc_desktop.services.exchange.columns import ColumnSpec

# Rows of a template begin like this; they show how it is done and are never taken in.
EXAMPLE_MARKS = ("例：", "Example: ")
# What a file of faults is given in front of its own columns.
FAULT_COLUMNS = ("问题", "原行号", "What is wrong", "Row before")


class ImportKind(StrEnum):
    """What a file holds."""

    PRODUCTS = "products"
    PARTNERS = "partners"
    OPENING_STOCK = "opening-stock"


@dataclass(frozen=True, slots=True)
class ImportField:
    """One column that a kind of file may have.

    Attributes:
        key: its name in code.
        names: the headings it may have, the best one first.
        word: the heading as it is shown, in the shop's language.
        accepts: what its cells may hold, in a shop's words.
        examples: its cells in the rows of the template.
        required: no import without it.
        read: what a cell means, where one cell alone says it; raises BadCellError.
        whole_at: how many digits a code has that cannot have lost a zero before it; 0: the column holds no codes.
    """

    key: str
    names: tuple[str, ...]
    word: Callable[[], str]
    accepts: Callable[[], str]
    examples: tuple[str, str] = ("", "")
    required: bool = False
    read: Callable[[str], object] | None = None
    whole_at: int = 0

    def spec(self) -> ColumnSpec:
        """The same for finding it in a sheet."""
        return ColumnSpec(self.key, self.names, self.required)


@dataclass(frozen=True, slots=True)
class ImportForm:
    """Everything an import knows about one kind of file before it sees one.

    Attributes:
        word: what such a file is called.
        fields: its columns, in the order of the template.
        one_of: keys of which one at least has to be there besides the required ones; () where that does not matter.
        left_out: headings nobody misses.
        specs: the fields for finding them in a sheet.
    """

    kind: ImportKind
    word: Callable[[], str]
    fields: tuple[ImportField, ...]
    one_of: tuple[str, ...] = ()
    left_out: frozenset[str] = frozenset()
    specs: tuple[ColumnSpec, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "specs", tuple(each.spec() for each in self.fields))

    def field(self, key: str) -> ImportField:
        """The field of that key.

        Raises:
            KeyError: there is none.
        """
        return next((each for each in self.fields if each.key == key), None) or _unknown(key)


def _unknown(key: str) -> ImportField:
    raise KeyError(key)


def is_example(text: str) -> bool:
    """Whether a row that begins with this text is one of the template's own."""
    return text.startswith(EXAMPLE_MARKS)
