"""Documents by their number, and by a product they hold."""

import pytest

from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.services.finding.documents import documents_by_number, documents_holding, documents_of
from jxc_desktop.services.finding.products import products_of
from tests.story import Story

SALE, RETURN, RECEIPT = DocumentKind.SALE, DocumentKind.CUSTOMER_RETURN, DocumentKind.GOODS_RECEIPT


@pytest.fixture
def cola(story: Story) -> int:
    """CGRK…-0001 brings 10, XS…-0001 takes 4, XS…-0002 takes 1, XT…-0001 brings 1 back."""
    cola = story.product()
    story.receive(cola, "10", "2.00")
    sale = story.sell(cola, "4").document_id
    story.sell(cola)
    story.take_back(sale, "1")
    return cola


def numbers(story: Story, text: str, *kinds: DocumentKind, most: int = 9) -> list[str]:
    with story.desk.storage.reading() as books:
        return [found.number for found in documents_by_number(books, text, kinds, most)]


def test_the_newest_comes_first(story: Story, cola: int) -> None:
    assert numbers(story, "20260302-0001", SALE, RETURN, RECEIPT) == [
        "XT20260302-0001",
        "XS20260302-0001",
        "CGRK20260302-0001",
    ]
    assert numbers(story, "001", SALE, RETURN, most=1) == ["XT20260302-0001"]


@pytest.mark.parametrize("text", ["XS2026", "xs2026", " XS20260302-000 ", "XS20260302"])
def test_a_number_is_found_by_its_beginning(story: Story, cola: int, text: str) -> None:
    assert numbers(story, text, SALE) == ["XS20260302-0002", "XS20260302-0001"]


@pytest.mark.parametrize("text", ["", "  ", "01", "XS", "XSX", "%01", "_0001", "0302", "9999"])
def test_too_little_no_digit_and_the_middle_of_a_number_find_none(story: Story, cola: int, text: str) -> None:
    assert numbers(story, text, SALE, RECEIPT) == []


def test_only_the_kinds_one_may_see_are_found(story: Story, cola: int) -> None:
    assert numbers(story, "0001", RECEIPT) == ["CGRK20260302-0001"]
    assert numbers(story, "0001") == []


def test_documents_are_handed_over_in_the_order_they_were_asked_for(story: Story, cola: int) -> None:
    with story.desk.storage.reading() as books:
        found = documents_of(books, [3, 99, 1, 2], (SALE, RECEIPT))
        assert documents_of(books, [], (SALE,)) == []
    assert [(one.document_id, one.kind, str(one.amount)) for one in found] == [
        (3, SALE, "3.00"),
        (1, RECEIPT, "20.00"),
        (2, SALE, "12.00"),
    ]


def test_a_product_leads_to_the_documents_that_moved_it_last_with_how_much(story: Story, cola: int) -> None:
    with story.desk.storage.reading() as books:
        (product,) = products_of(books, [cola])
        found = documents_holding(books, product, (SALE, RECEIPT), 2)
    assert [(one.number, one.holds, str(one.quantity)) for one in found] == [
        ("XS20260302-0002", "可乐", "1"),
        ("XS20260302-0001", "可乐", "4"),
    ]
