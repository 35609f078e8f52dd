"""What every list of documents is narrowed, ordered and cut into pages by."""

from datetime import date
from typing import NamedTuple

import pytest
from sqlalchemy import select

from jxc_desktop.models.records import Document, SaleLine
from jxc_desktop.models.values.document_filter import DocumentFilter
from jxc_desktop.models.values.document_state import DocumentKind, DocumentState
from jxc_desktop.services.people.document_list import narrowed, newest_first, state_word
from jxc_desktop.services.storage.tables import table_of
from tests.story import Story

BOTH = (DocumentKind.SALE, DocumentKind.CUSTOMER_RETURN)


@pytest.fixture
def busy(story: Story) -> Story:
    """Cola on the 2nd; on the 3rd water, and one cola comes back."""
    cola, water = story.product(), story.product("矿泉水")
    first = story.sell(cola, "2").document_id
    story.receive(cola, "5", "2.00")
    story.clock.go_on(days=1)
    story.sell(water)
    story.take_back(first, "1")
    return story


def listed(story: Story, offset: int = 0, limit: int = 9, **wanted: object) -> list[str]:
    asked = DocumentFilter(**wanted)  # type: ignore[arg-type]
    keys = select(Document.id).where(*narrowed(asked, BOTH, table_of(SaleLine)))
    with story.desk.storage.reading() as books:
        rows = books.connection.execute(newest_first(select(Document.number), keys, offset, limit))
        return [number for (number,) in rows]


def test_the_newest_of_these_kinds_comes_first(busy: Story) -> None:
    assert listed(busy) == ["XT20260303-0001", "XS20260303-0001", "XS20260302-0001"]
    assert listed(busy, kind=DocumentKind.SALE) == ["XS20260303-0001", "XS20260302-0001"]


def test_pages_put_together_are_the_whole_list(busy: Story) -> None:
    assert [listed(busy, offset, 2) for offset in (0, 2)] == [
        ["XT20260303-0001", "XS20260303-0001"],
        ["XS20260302-0001"],
    ]


def test_days_and_a_product_narrow_it_together(busy: Story) -> None:
    cola, tuesday = busy.shop.catalog.search("可乐")[0].product_id, date(2026, 3, 3)
    assert listed(busy, product_id=cola) == ["XT20260303-0001", "XS20260302-0001"]
    assert listed(busy, product_id=cola, first=tuesday) == ["XT20260303-0001"]
    assert listed(busy, product_id=cola, last=date(2026, 3, 2)) == ["XS20260302-0001"]
    assert listed(busy, first=tuesday, last=tuesday) == ["XT20260303-0001", "XS20260303-0001"]


class Posted(NamedTuple):
    state: DocumentState
    is_mirror: bool = False


def test_a_document_counts_was_undone_or_undoes_another() -> None:
    assert state_word(Posted(DocumentState.POSTED)) == "已过账"
    assert state_word(Posted(DocumentState.REVERSED)) == "已红冲"
    assert state_word(Posted(DocumentState.POSTED, is_mirror=True)) == "红冲单"
