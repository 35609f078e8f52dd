"""Every act is written down once, with who did it and a fingerprint of everything it wrote."""

import json
from datetime import date
from typing import Any

import pytest

from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.models.values.places import SHOP_FLOOR
from jxc_desktop.services.people.digest import chain_hash, digest_of, without_state
from jxc_desktop.services.people.errors import AlreadyPostedError, ClosedPeriodError, DuplicateNumberError
from jxc_desktop.services.people.journal import Head, Journal
from jxc_desktop.services.storage.tables import BOOKS, DOCUMENT
from tests.story import Story


def log(story: Story) -> list[dict[str, Any]]:
    with story.desk.storage.reading() as books:
        return [
            dict(row) for row in books.connection.exec_driver_sql("SELECT * FROM audit_entry ORDER BY id").mappings()
        ]


def head(**other: Any) -> Head:
    return Head(DocumentKind.COUNT, date(2026, 3, 2), SHOP_FLOOR, 0, **other)


def written_by(story: Story, document: int) -> str:
    """The fingerprint worked out from what is in the books."""
    rows = []
    with story.desk.storage.reading() as books:
        for table in BOOKS:
            key = "id" if table is DOCUMENT else "document_id"
            found = books.connection.exec_driver_sql(
                f"SELECT * FROM {table.name} WHERE {key} = ? ORDER BY id", (document,)
            )
            each = [tuple(row) for row in found]
            rows.append((table.name, [without_state(row) for row in each] if table is DOCUMENT else each))
    return digest_of(rows)


def test_a_new_shop_has_one_entry_that_says_it_was_founded(story: Story) -> None:
    (entry,) = log(story)
    assert (entry["act"], json.loads(entry["content"])) == ("found_shop", {"name": "惠民便利店"})
    assert entry["document_id"] is None


def test_a_sale_says_who_sold_when_and_which_document(story: Story) -> None:
    product = story.product()
    cashier = story.shop.people.add_operator("小王", Role.CLERK)
    story.shop.sign_in("小王", None)
    story.clock.go_on(hours=3)
    sold = story.sell(product)
    entry = log(story)[-1]
    assert entry["operator_id"] == cashier
    assert entry["moment"] == "2026-03-02 12:00:00.000"
    assert entry["document_id"] == sold.document_id
    assert json.loads(entry["content"])["number"] == sold.number


def test_the_fingerprint_is_that_of_every_row_the_document_wrote(story: Story) -> None:
    product = story.product()
    documents = [story.receive(product, "10", "2.00"), story.sell(product, "3").document_id]
    documents.append(story.take_back(documents[1], "1"))
    found = {entry["document_id"]: entry["digest"] for entry in log(story) if entry["document_id"]}
    assert found == {document: written_by(story, document) for document in documents}
    assert len(set(found.values())) == 3


def test_the_fingerprint_stays_when_the_document_is_undone(story: Story) -> None:
    sale = story.sell(story.product()).document_id
    before = written_by(story, sale)
    story.shop.sales.reverse(sale, "打错了")
    assert written_by(story, sale) == before


def test_each_entry_is_tied_to_the_one_before(story: Story) -> None:
    product = story.product()
    story.sell(product)
    story.sell(product)
    before = ""
    for entry in log(story):
        *values, found = entry.values()
        assert found == chain_hash(before, tuple(values))
        before = found


def test_an_act_that_is_not_committed_is_not_written_down(story: Story) -> None:
    before = log(story)
    with story.desk.act("sales.checkout") as act:
        document = act.journal.open(head())
        act.journal.close("inventory.post_count", document)
        act.journal.write()
    assert log(story) == before


def test_the_same_form_handed_over_twice_is_refused_and_names_the_document(story: Story) -> None:
    token = story.token()
    with story.desk.act("inventory.post_count") as act:
        first = act.journal.open(head(token=token))
        act.journal.close("inventory.post_count", first)
        act.commit()
    with story.desk.act("inventory.post_count") as act, pytest.raises(AlreadyPostedError) as refusal:
        act.journal.open(head(token=token))
    assert (refusal.value.document_id, refusal.value.number) == (first.id, first.number)


def test_a_number_brought_from_elsewhere_is_refused_the_second_time(story: Story) -> None:
    with story.desk.act("imports.history") as act:
        act.journal.close("imports.history", act.journal.open(head(number="A-17")))
        act.commit()
    with story.desk.act("imports.history") as act, pytest.raises(DuplicateNumberError) as refusal:
        act.journal.open(head(number="A-17"))
    assert refusal.value.number == "A-17"


def test_the_same_number_may_belong_to_documents_of_two_kinds(story: Story) -> None:
    with story.desk.act("imports.history") as act:
        act.journal.close("imports.history", act.journal.open(head(number="17")))
        act.commit()
    receipt = Head(DocumentKind.GOODS_RECEIPT, date(2026, 3, 2), SHOP_FLOOR, 0, number="17")
    with story.desk.act("imports.history") as act:
        assert act.journal.open(receipt).number == "17"


def test_nothing_is_dated_into_a_closed_month(story: Story) -> None:
    product = story.product()
    story.shop.people.close_month(date(2026, 2, 1))
    with pytest.raises(ClosedPeriodError) as refusal:
        story.receive(product, "1", "1.00", day=date(2026, 2, 28))
    assert refusal.value.day == date(2026, 2, 28)
    story.receive(product, "1", "1.00", day=date(2026, 3, 1))


def test_undoing_what_is_in_a_closed_month_happens_in_the_open_one(story: Story) -> None:
    product = story.product()
    receipt = story.receive(product, "1", "1.00", day=date(2026, 2, 28))
    story.shop.people.close_month(date(2026, 2, 1))
    mirror = story.shop.purchasing.reverse(receipt, "退货")
    assert story.shop.purchasing.receipt(mirror).row.day == date(2026, 3, 2)


def test_a_closed_month_that_is_opened_again_takes_documents(story: Story) -> None:
    product = story.product()
    story.shop.people.close_month(date(2026, 2, 1))
    story.shop.people.reopen_month()
    story.receive(product, "1", "1.00", day=date(2026, 2, 28))


def test_several_documents_of_one_act_each_have_their_entry(story: Story) -> None:
    with story.desk.act("imports.history") as act:
        for number in ("1", "2", "3"):
            act.journal.close("imports.history", act.journal.open(head(number=number)))
        act.commit()
    digests = [entry["digest"] for entry in log(story)[-3:]]
    assert len(set(digests)) == 3


def test_rows_can_be_written_in_portions(story: Story) -> None:
    with story.desk.act("imports.history") as act:
        for number in ("1", "2"):
            act.journal.close("imports.history", act.journal.open(head(number=number)))
            act.journal.write()
            assert act.journal.pending(DOCUMENT) == []
        act.commit()
    assert story.shop.health.verify() == ()
    assert [json.loads(entry["content"])["number"] for entry in log(story)[-2:]] == ["1", "2"]


def test_an_act_without_a_document_says_what_was_before_and_after(story: Story) -> None:
    story.product(price="3.00")
    entry = log(story)[-1]
    assert (entry["act"], entry["digest"], entry["document_id"]) == ("catalog.save_product", "", None)
    assert json.loads(entry["content"])["after"]["retail_price"] == "3.00"


def test_the_hash_goes_on_from_what_another_program_wrote(story: Story) -> None:
    with story.desk.storage.writing() as work:
        for act in ("first", "second"):
            journal = Journal(work, 1, story.clock.now())
            journal.note(act)
            journal.write()
        work.commit()
    assert story.shop.health.verify() == ()
