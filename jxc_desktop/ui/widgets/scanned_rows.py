"""What the keys do to the rows one has scanned."""

from abc import abstractmethod
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.words import _
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.parts import Part, bold, muted, plain
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.scanned_parts import ScannedParts
from jxc_desktop.ui.widgets.scanned_table import ScannedTable

ONE = Quantity.of(1)
Parts = TypeVar("Parts", bound=ScannedParts)
Row = TypeVar("Row")


class ScannedRows(QObject, Generic[Parts, Row]):
    """One more, one less, rows deleted, everything given up; what can be typed of a row is the page's own.

    Signals:
        deleted: a row went.
    """

    deleted = Signal()

    def __init__(self, parts: Parts, table: ScannedTable[Row]) -> None:
        super().__init__(parts.page)
        self._parts, self._table = parts, table

    def one_more(self) -> None:
        """+: one piece more."""
        self._step(ONE)

    def one_less(self) -> None:
        """−: one piece less; the last one is taken away with Delete."""
        self._step(-ONE)

    def delete(self) -> None:
        """Delete: the chosen row goes."""
        number = self._chosen()
        if number is None:
            return
        words = (muted(_("已删掉")), plain(self._name_at(number)))
        self._parts.line.say(LineKind.NEUTRAL, words, hint=self._hint(), icon="trash")
        self._delete(number)
        left = self._table.model_of_rows().rowCount()
        if left:
            self._table.choose(min(number, left - 1))
        self.deleted.emit()

    def give_up(self) -> None:
        """Ctrl+Delete: everything, if it is pressed twice."""
        if not self._table.model_of_rows().rowCount():
            self._parts.remark(_("还没有商品"))
        elif self._is_yes():
            self._give_up()
        else:
            keys = (KeyHint("Ctrl+Delete", _("清空")),)
            self._parts.line.say(LineKind.DANGER, self._question(), keys=keys, flashes=True)

    def _step(self, by: Quantity) -> None:
        number = self._chosen()
        if number is None:
            return
        now = self._count_at(number)
        if now is None:
            self._parts.remark(_("称重的商品不能加减件，改重量按 F3"))
        elif (now + by).milli <= 0:
            words = (bold(_("只剩这一件")), plain(_("不要了就删掉这一行")))
            self._parts.line.say(LineKind.WARNING, words, keys=(KeyHint("Delete", _("删行")),), flashes=True)
        else:
            self._set_count(number, now + by)

    def _chosen(self) -> int | None:
        """The row the keys act on; None, said in the line, before there is one."""
        number = self._table.chosen_number()
        if 0 <= number < self._table.model_of_rows().rowCount():
            return number
        self._parts.remark(_("还没有商品"))
        return None

    def _chosen_goods(self) -> int | None:
        """The same; a red row is none either."""
        number = self._chosen()
        if number is not None and self._parts.chosen_unknown() is not None:
            self._parts.remark(self._why_not_red())
            return None
        return number

    def _hint(self) -> str:
        """What stands at the right of the line once a row is gone."""
        return ""

    @abstractmethod
    def _name_at(self, number: int) -> str:
        """The name of a row's goods; a red row's code."""

    @abstractmethod
    def _count_at(self, number: int) -> Quantity | None:
        """How many of the row there are; None: they are weighed, not counted."""

    @abstractmethod
    def _set_count(self, number: int, count: Quantity) -> None:
        """Write another count."""

    @abstractmethod
    def _delete(self, number: int) -> None:
        """Take the row away."""

    @abstractmethod
    def _why_not_red(self) -> str:
        """Why a red row has no price."""

    @abstractmethod
    def _question(self) -> tuple[Part, ...]:
        """What is asked before everything is given up."""

    @abstractmethod
    def _is_yes(self) -> bool:
        """Whether this press answers the question; if not, it asks from now on."""

    @abstractmethod
    def _give_up(self) -> None:
        """Give everything up."""
