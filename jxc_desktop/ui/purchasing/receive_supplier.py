"""F2: who delivered it, chosen or made as one types, while scans go on counting."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from jxc_desktop.services.partners.partners import Supplier
from jxc_desktop.services.words import _
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.purchasing.receive_parts import ReceiveParts
from jxc_desktop.ui.widgets.choice_list import Choice, ChoiceList
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.parts import bold, muted, plain, small
from jxc_desktop.ui.widgets.saying import LineKind


@dataclass(frozen=True, slots=True)
class NewSupplier:
    """A name that no supplier has yet."""

    name: str


class ReceiveSupplier(QObject):
    """The name is typed in the scan line; who fits is listed over the side panel.

    Attributes:
        chooser: the list.

    Signals:
        left: the choice is over, made or not.
    """

    left = Signal()

    def __init__(self, parts: ReceiveParts) -> None:
        super().__init__(parts.page)
        self._parts = parts
        self._known: list[Supplier] = []
        self._then: Callable[[], None] | None = None
        keys = (KeyHint("↑↓", ""), KeyHint("Enter", _("选")), KeyHint("Esc", _("返回")))
        self.chooser = ChoiceList(parts.page, _("供应商"), keys)
        self.chooser.picked.connect(self._take)
        parts.line.entry_changed.connect(self._on_typed)
        parts.line.answered.connect(self._on_answered)
        parts.line.entry_left.connect(self._on_left)

    def is_open(self) -> bool:
        """Whether one is choosing."""
        return not self.chooser.isHidden()

    def begin(self, then: Callable[[], None] | None = None) -> None:
        """F2: choose, and then go on with what had to wait for it."""
        self._then = then
        perform(
            self._parts.shop.partners.suppliers,
            self._open,
            lambda refusal, _error: self._parts.refuse(refusal.line),
        )

    def leave(self) -> None:
        """Close without a choice."""
        if self.is_open():
            self._parts.line.close_entry()
            self._on_left()

    def _open(self, known: list[Supplier]) -> None:
        self._known = known
        keys = (KeyHint("Enter", _("选")), KeyHint("Esc", _("返回")))
        head = (bold(_("供应商")), muted(_("输名称或拼音首字母，新的直接写名称")))
        self._parts.line.ask(head, "", keys=keys, is_number=False, width=160, icon="truck-delivery")
        self.chooser.show()
        self.chooser.raise_()
        self._fill("")

    def _on_typed(self, text: str) -> None:
        if self.is_open():
            self._fill(text.strip())

    def _fill(self, text: str) -> None:
        """Who fits; a name nobody has comes last, as a new one."""
        fitting = [supplier for supplier in self._known if _fits(supplier, text)]
        choices = [_choice(supplier) for supplier in fitting]
        if text and all(supplier.name != text for supplier in fitting):
            words = (plain(_("新建供应商")), bold(f"“{text}”"))
            choices.append(Choice(NewSupplier(text), words))
        self.chooser.show_choices(choices, _("还没有供应商，写一个名称就新建"))

    def _on_answered(self, _text: str) -> None:
        if self.is_open():
            chosen = self.chooser.chosen()
            if chosen is not None:
                self._take(chosen)

    def _take(self, chosen: object) -> None:
        perform(
            lambda: self._named(chosen),
            lambda answer: self._on_taken(*answer),
            lambda refusal, _error: self._parts.refuse(refusal.line),
        )

    def _named(self, chosen: object) -> tuple[int, str]:
        """The key and name of the chosen supplier, written down where he is new."""
        if isinstance(chosen, NewSupplier):
            return self._parts.shop.partners.add_supplier(chosen.name), chosen.name
        return next((supplier.id, supplier.name) for supplier in self._known if supplier.id == chosen)

    def _on_taken(self, supplier_id: int, name: str) -> None:
        parts, then = self._parts, self._then
        parts.model.change(parts.model.draft.from_supplier(supplier_id, name))
        parts.line.close_entry()
        words = (muted(_("供应商")), bold(name))
        parts.line.say(LineKind.SUCCESS, words, keys=(KeyHint("F2", _("换供应商")),))
        self._on_left()
        if then is not None:
            then()

    def _on_left(self) -> None:
        if self.is_open():
            self._then = None
            self.chooser.hide()
            self.left.emit()


def _fits(supplier: Supplier, text: str) -> bool:
    sought = text.casefold()
    return sought in supplier.name.casefold() or sought in supplier.initials.casefold()


def _choice(supplier: Supplier) -> Choice:
    return Choice(supplier.id, (plain(supplier.name),), (small(supplier.phone),) if supplier.phone else ())
