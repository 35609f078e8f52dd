"""What is offered for what was found, and to whom."""

from datetime import date

import pytest

from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.finding.found import DocumentFound, Findings, ProductFound, SupplierFound
from jxc_desktop.ui.widgets.document_pages import PAGE_OF_KIND
from jxc_desktop.ui.window.pages import PAGES, PlannedPage, pages_of
from jxc_desktop.ui.window.palette import rows as palette_rows
from jxc_desktop.ui.window.palette.rows import Command, Group, PaletteRow, RowMaker, item_keys, shortlist
from jxc_desktop.ui.window.visited import Place

COLA = ProductFound(7, "可口可乐", "6901234567892", UnitPrice.parse("3"), Quantity.parse("-1.5"))
SALE = DocumentFound(
    5,
    DocumentKind.SALE,
    "XS20260302-0001",
    date(2026, 3, 2),
    Money.parse("1234.5"),
    "",
    False,
    "可口可乐",
    Quantity.of(4),
)
MIRROR = DocumentFound(
    6, DocumentKind.CUSTOMER_RETURN, "XT20260302-0001", date(2026, 3, 2), Money.parse("-3"), "李姐", True
)
SUPPLIER = SupplierFound(3, "城北批发", "13800000018", (0, 2))


@pytest.fixture
def owner() -> RowMaker:
    return RowMaker(Role.OWNER)


def test_a_product_shows_code_price_and_stock_and_opens_form_and_ledger(owner: RowMaker) -> None:
    (row,) = owner.found(Findings(products=(COLA,)))
    assert row.words() == "可口可乐  6901234567892  零售 3.00  现存 −1.5"
    assert (row.goal, row.ledger) == (Place("catalog.products", 7), Place("inventory.stock", 7))


def test_a_document_shows_what_it_is_what_it_holds_when_and_how_much(owner: RowMaker) -> None:
    sale, mirror = owner.found(Findings(documents=(SALE, MIRROR)))
    assert sale.words() == "XS20260302-0001  零售  含 可口可乐 × 4  2026-03-02  1,234.50"
    assert mirror.words() == "XT20260302-0001  退货 红冲  2026-03-02  李姐  −3.00"
    assert (sale.goal, mirror.goal) == (Place("sales.list", 5), Place("sales.list", 6))


def test_a_clerk_is_offered_his_documents_and_no_product(owner: RowMaker) -> None:
    rows = RowMaker(Role.CLERK).found(Findings((COLA,), (SALE,), (SUPPLIER,)))
    assert [row.group for row in rows] == [Group.DOCUMENTS]


def test_a_supplier_is_offered_as_soon_as_there_is_a_page_that_opens_him(monkeypatch: pytest.MonkeyPatch) -> None:
    known = [page for page in PAGES if page.key != "purchasing.list"]
    monkeypatch.setattr("jxc_desktop.ui.window.pages.PAGES", known)
    assert RowMaker(Role.OWNER).found(Findings(suppliers=(SUPPLIER,))) == []
    purchases = PlannedPage("purchasing", "purchasing.list", "truck-delivery", lambda: "进货单", PAGES[0].build)
    monkeypatch.setattr("jxc_desktop.ui.window.pages.PAGES", [*known, purchases])
    (row,) = RowMaker(Role.OWNER).found(Findings(suppliers=(SUPPLIER,)))
    assert (row.words(), row.goal) == ("城北批发  供应商  13800000018", Place("purchasing.list", "城北批发"))


def test_pages_come_by_their_own_word_before_those_by_their_tab(owner: RowMaker) -> None:
    rows = owner.pages("库存", {})
    assert [(row.name, row.notes[0]) for row in rows] == [
        ("库存查询", "库存"),
        ("期初库存", "库存"),
        ("库存余额", "报表"),
    ]
    reports = [page.word() for page in pages_of("reports", Role.OWNER)]
    assert [row.name for row in owner.pages("bb", {"报表": "bb"})] == reports


def test_commands_are_found_by_word_and_initials(owner: RowMaker) -> None:
    command = Command("导出", "file-export", lambda: None, ("库存查询", "Ctrl+E"))
    letters = {"导出": "dc"}
    assert [row.words() for row in owner.commands([command], "dc", letters)] == ["导出  库存查询  Ctrl+E"]
    assert owner.commands([command], "出", letters) != []
    assert owner.commands([command], "x", letters) == []


def test_a_product_seen_in_two_places_is_two_places_to_go_back_to(owner: RowMaker) -> None:
    places = [Place("inventory.stock", 7), Place("catalog.products", 7), Place("sales.list"), Place("sales.list", 99)]
    rows = owner.recent(places, Findings(products=(COLA,)))
    assert [(row.goal, row.group) for row in rows] == [(place, Group.RECENT) for place in places[:3]]
    assert rows[0].notes[0] == "库存查询"


def test_the_keys_of_places_are_products_or_documents() -> None:
    places = [Place("inventory.stock", 7), Place("sales.list", 5), Place("catalog.products", 7), Place("sales.list")]
    assert item_keys(places) == ([7], [5])


def test_the_shortlist_takes_the_first_of_each_group_or_more_of_one() -> None:
    def row(group: Group, name: str) -> PaletteRow:
        return PaletteRow(group, "tag", name, (), Place("a"))

    rows = [row(Group.DOCUMENTS, "d1"), *(row(Group.PRODUCTS, f"p{number}") for number in range(5))]
    assert [one.name for one in shortlist(rows, 3, None)] == ["p0", "p1", "p2", "d1"]
    assert [one.name for one in shortlist(rows, 9, Group.PRODUCTS)] == ["p0", "p1", "p2", "p3", "p4"]


def test_every_kind_of_document_that_can_be_found_has_a_word_a_sign_and_a_page() -> None:
    for kind in palette_rows.ICONS:
        assert palette_rows.kind_word(kind)
        assert kind in PAGE_OF_KIND
