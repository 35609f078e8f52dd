"""What the search over everything offers, row by row."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.finding.found import DocumentFound, Findings, ProductFound, SupplierFound
from jxc_desktop.services.finding.matched_part import NOTHING, matched_part
from jxc_desktop.services.shop import Shop
from jxc_desktop.services.words import _
from jxc_desktop.ui.widgets.document_pages import PAGE_OF_KIND
from jxc_desktop.ui.widgets.figure_text import money_text, price_text, quantity_text
from jxc_desktop.ui.window.pages import PlannedPage, pages_of, tabs_of
from jxc_desktop.ui.window.visited import Place

PRODUCTS, LEDGER, SUPPLIERS = "catalog.products", "inventory.stock", "purchasing.list"
ICONS = {
    DocumentKind.SALE: "receipt",
    DocumentKind.CUSTOMER_RETURN: "receipt-refund",
    DocumentKind.GOODS_RECEIPT: "truck-delivery",
    DocumentKind.SUPPLIER_RETURN: "truck-return",
    DocumentKind.OPENING_STOCK: "inbox",
}


class Group(Enum):
    """What kind of thing a row is; in the order they are shown."""

    RECENT = "recent"
    PAGES = "pages"
    PRODUCTS = "products"
    DOCUMENTS = "documents"
    SUPPLIERS = "suppliers"
    COMMANDS = "commands"


@dataclass(frozen=True, slots=True)
class Command:
    """Something to be done on the page in front; notes: where, and its key."""

    word: str
    icon: str
    act: Callable[[], None]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PaletteRow:
    """One row.

    Attributes:
        notes: small words after the name. matched: from where to where in the name what was typed stands.
        goal: what Enter opens or does. ledger: what Ctrl+Enter opens.
    """

    group: Group
    icon: str
    name: str
    notes: tuple[str, ...]
    goal: Place | Command
    matched: tuple[int, int] = NOTHING
    ledger: Place | None = None

    def words(self) -> str:
        """The row as plain text."""
        return "  ".join((self.name, *self.notes))


def group_word(group: Group) -> str:
    """The title over the rows of a group."""
    return {
        Group.RECENT: _("最近去过"),
        Group.PAGES: _("页面"),
        Group.PRODUCTS: _("商品"),
        Group.DOCUMENTS: _("单据"),
        Group.SUPPLIERS: _("往来"),
        Group.COMMANDS: _("命令"),
    }[group]


def kind_word(kind: DocumentKind) -> str:
    """What the shop calls a document of this kind."""
    return {
        DocumentKind.SALE: _("零售"),
        DocumentKind.CUSTOMER_RETURN: _("退货"),
        DocumentKind.GOODS_RECEIPT: _("入库"),
        DocumentKind.SUPPLIER_RETURN: _("采购退货"),
        DocumentKind.OPENING_STOCK: _("期初"),
    }[kind]


class RowMaker:
    """Makes the rows for one role, in a shop: only what one of its pages opens is offered."""

    def __init__(self, role: Role, shop: Shop | None = None) -> None:
        self._tabs = {tab.name: tab.word() for tab in tabs_of(role)}
        self._pages = {page.key: page for name in self._tabs for page in pages_of(name, role, shop)}

    def words(self) -> list[str]:
        """The words of pages and tabs: what may be typed by its initials."""
        return [*self._tabs.values(), *(page.word() for page in self._pages.values())]

    def pages(self, text: str, letters: Mapping[str, str]) -> list[PaletteRow]:
        """Pages whose word, or whose tab's word, holds the text; `letters`: word → initials."""
        by_word = [page for page in self._pages.values() if _holds(page.word(), text, letters)]
        by_tab = [page for page in self._pages.values() if _holds(self._tabs[page.tab], text, letters)]
        return [self._page(page, text, letters) for page in dict.fromkeys(by_word + by_tab)]

    def found(self, findings: Findings) -> list[PaletteRow]:
        """What the shop file came up with."""
        rows = [
            *(self._product(found) for found in findings.products),
            *(self._document(found) for found in findings.documents),
            *(self._supplier(found) for found in findings.suppliers),
        ]
        return [row for row in rows if self._opens(row)]

    def commands(self, commands: Iterable[Command], text: str, letters: Mapping[str, str]) -> list[PaletteRow]:
        """Commands whose word holds the text."""
        return [
            PaletteRow(Group.COMMANDS, one.icon, one.word, one.notes, one, _part(one.word, text, letters))
            for one in commands
            if _holds(one.word, text, letters)
        ]

    def recent(self, places: Sequence[Place], findings: Findings) -> list[PaletteRow]:
        """Where one was, newest first; what is not there any more is left out."""
        known: dict[Place, PaletteRow] = {}
        for row in self.found(findings):
            known.update({place: row for place in (row.goal, row.ledger) if isinstance(place, Place)})
        rows = []
        for place in places:
            if place.item is None and place.key in self._pages:
                rows.append(self._page(self._pages[place.key], "", {}))
            elif place in known:
                rows.append(self._at_place(known[place], place))
        return [replace(row, group=Group.RECENT) for row in rows]

    def _at_place(self, row: PaletteRow, place: Place) -> PaletteRow:
        """A product where it was seen: its form and its ledger are two places."""
        if place == row.goal:
            return row
        page = self._pages[place.key]
        return replace(row, icon=page.icon, notes=(page.word(), *row.notes), goal=place)

    def _opens(self, row: PaletteRow) -> bool:
        return isinstance(row.goal, Place) and row.goal.key in self._pages

    def _page(self, page: PlannedPage, text: str, letters: Mapping[str, str]) -> PaletteRow:
        word = page.word()
        part = _part(word, text, letters)
        return PaletteRow(Group.PAGES, page.icon, word, (self._tabs[page.tab],), Place(page.key), part)

    def _product(self, found: ProductFound) -> PaletteRow:
        notes = (
            found.code,
            _("零售 {price}").format(price=price_text(found.price)),
            _("现存 {quantity}").format(quantity=quantity_text(found.on_hand)),
        )
        goal = Place(PRODUCTS, found.product_id)
        ledger = Place(LEDGER, found.product_id) if LEDGER in self._pages else None
        return PaletteRow(Group.PRODUCTS, "tag", found.name, notes, goal, found.matched, ledger)

    def _document(self, found: DocumentFound) -> PaletteRow:
        kind = _("{kind} 红冲").format(kind=kind_word(found.kind)) if found.is_mirror else kind_word(found.kind)
        notes = [kind, f"{found.day:%Y-%m-%d}", found.partner, money_text(found.amount)]
        if found.holds:
            holds = _("含 {name} × {quantity}").format(name=found.holds, quantity=quantity_text(found.quantity))
            notes.insert(1, holds)
        goal = Place(PAGE_OF_KIND[found.kind], found.document_id)
        return PaletteRow(Group.DOCUMENTS, ICONS[found.kind], found.number, tuple(filter(None, notes)), goal)

    def _supplier(self, found: SupplierFound) -> PaletteRow:
        notes = tuple(filter(None, (_("供应商"), found.phone)))
        return PaletteRow(Group.SUPPLIERS, "user", found.name, notes, Place(SUPPLIERS, found.name), found.matched)


def item_keys(places: Iterable[Place]) -> tuple[list[int], list[int]]:
    """The keys of the products and of the documents among the places."""
    products: dict[int, None] = {}
    documents: dict[int, None] = {}
    for place in places:
        if isinstance(place.item, int):
            (products if place.key in (PRODUCTS, LEDGER) else documents)[place.item] = None
    return list(products), list(documents)


def shortlist(rows: Iterable[PaletteRow], most: int, only: Group | None) -> list[PaletteRow]:
    """The first so many of each group, group by group; `only`: of that group alone."""
    rows = list(rows)
    wanted = list(Group) if only is None else [only]
    return [row for group in wanted for row in [row for row in rows if row.group is group][:most]]


def _holds(word: str, text: str, letters: Mapping[str, str]) -> bool:
    wanted = text.strip().lower()
    return bool(wanted) and (wanted in word.lower() or wanted in letters.get(word, ""))


def _part(word: str, text: str, letters: Mapping[str, str]) -> tuple[int, int]:
    return matched_part(word, letters.get(word, ""), text)
