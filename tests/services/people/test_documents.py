"""A document's head, and the one way its state may go."""

import pytest

from jxc_desktop.models.values.document_state import DocumentKind, DocumentState
from jxc_desktop.services.errors import NotFoundError, WrongStateError
from jxc_desktop.services.people.documents import (
    StoredHead,
    document_by_number,
    document_by_token,
    mark_reversed,
    refuse_undone,
    stored_head,
    undone_numbers,
)
from tests.story import Story

SALE, RETURN, RECEIPT = DocumentKind.SALE, DocumentKind.CUSTOMER_RETURN, DocumentKind.GOODS_RECEIPT


def head_of(story: Story, document: int, *kinds: DocumentKind) -> StoredHead:
    with story.desk.storage.reading() as books:
        return stored_head(books, document, *kinds)


def undo(story: Story, head: StoredHead) -> None:
    with story.desk.storage.writing() as work:
        mark_reversed(work, head)
        work.commit()


@pytest.fixture
def sale(story: Story) -> int:
    return story.sell(story.product(), "2").document_id


def test_a_head_says_what_the_document_is(story: Story, sale: int) -> None:
    head = head_of(story, sale, SALE)
    assert (head.id, head.kind, head.number, head.state) == (sale, SALE, "XS20260302-0001", DocumentState.POSTED)
    assert (head.day, head.amount, head.partner_id, head.reverses_id) == (20260302, 6_00, None, None)
    assert head.condition == "posted"


@pytest.mark.parametrize("kinds", [(RETURN,), (RETURN, RECEIPT), ()])
def test_a_document_of_another_kind_is_not_found(story: Story, sale: int, kinds: tuple[DocumentKind, ...]) -> None:
    with pytest.raises(NotFoundError) as refusal:
        head_of(story, sale, *kinds)
    assert (refusal.value.kind, refusal.value.name) == ("document", sale)


def test_a_document_there_is_not_is_not_found(story: Story) -> None:
    with pytest.raises(NotFoundError):
        head_of(story, 99, *DocumentKind)


def test_a_document_is_found_by_its_whole_number_among_the_kinds_that_are_asked_for(story: Story, sale: int) -> None:
    with story.desk.storage.reading() as books:
        found = [
            document_by_number(books, "XS20260302-0001", RETURN, SALE),
            document_by_number(books, "XS20260302-0001", RETURN),
            document_by_number(books, "XS20260302-000", SALE),
            document_by_number(books, "", SALE),
        ]
    assert found == [sale, None, None, None]


def refused(story: Story, head: StoredHead) -> list[str]:
    """The state for which moving its goods, and undoing it, are refused."""
    with pytest.raises(WrongStateError) as moving:
        refuse_undone(head)
    with pytest.raises(WrongStateError) as undoing:
        undo(story, head)
    assert (moving.value.number, undoing.value.number) == (head.number, head.number)
    return [moving.value.state, undoing.value.state]


def test_a_document_is_undone_once(story: Story, sale: int) -> None:
    head = head_of(story, sale, SALE)
    refuse_undone(head)
    undo(story, head)
    undone = head_of(story, sale, SALE)
    assert (undone.condition, refused(story, undone)) == ("reversed", ["reversed", "reversed"])


def test_what_undoes_another_is_itself_never_undone(story: Story, sale: int) -> None:
    mirror = head_of(story, story.shop.sales.reverse(sale, "打错了"), SALE)
    assert (mirror.reverses_id, mirror.condition, refused(story, mirror)) == (sale, "mirror", ["mirror", "mirror"])


def test_a_form_knows_the_document_it_became(story: Story, sale: int) -> None:
    with story.desk.storage.reading() as books:
        token = books.connection.exec_driver_sql("SELECT token FROM document WHERE id = ?", (sale,)).scalar_one()
        assert document_by_token(books, token) == (sale, "XS20260302-0001")
        assert document_by_token(books, "never posted") is None


def test_an_undone_document_and_its_mirror_name_each_other(story: Story, sale: int) -> None:
    with story.desk.storage.reading() as books:
        assert undone_numbers(books, sale, None) == ("", "")
    mirror = story.shop.sales.reverse(sale, "打错了")
    with story.desk.storage.reading() as books:
        assert undone_numbers(books, sale, None) == ("", "XS20260302-0002")
        assert undone_numbers(books, mirror, sale) == ("XS20260302-0001", "")
