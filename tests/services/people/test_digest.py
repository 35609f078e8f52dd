"""The fingerprint of an act, and the chain."""

from hypothesis import given, settings
from hypothesis import strategies as st

from jxc_desktop.services.people.digest import chain_hash, digest_of, without_state
from jxc_desktop.services.storage.tables import BOOKS, DOCUMENT

VALUES = st.one_of(st.none(), st.integers(-(2**63), 2**63 - 1), st.text(max_size=4))


def test_the_fingerprint_is_the_one_that_any_other_program_works_out() -> None:
    """What sha256sum says of the text [('stock_move', [(1, None, 'x')])]."""
    digest = "31302bb95adc251a74fbc1a59995fbc1f96e14137b3593803ec2da53c1def639"
    assert digest_of([("stock_move", [(1, None, "x")])]) == digest


def test_tables_without_rows_do_not_count() -> None:
    assert digest_of([("a", []), ("b", [(1,)]), ("c", [])]) == digest_of([("b", [(1,)])])


def test_number_text_and_nothing_are_told_apart() -> None:
    digests = {digest_of([("a", [(value,)])]) for value in (1, "1", None, "None", 0, "")}
    assert len(digests) == 6


@settings(max_examples=40)
@given(VALUES, VALUES)
def test_one_value_changed_is_another_fingerprint(one: object, other: object) -> None:
    digests = [digest_of([("a", [(1, "before"), (2, value), (3, "after")])]) for value in (one, other)]
    assert (digests[0] == digests[1]) == (one == other)


def test_rows_in_another_order_or_of_another_table_are_another_fingerprint() -> None:
    digests = {digest_of([("a", [(1,), (2,)])]), digest_of([("a", [(2,), (1,)])]), digest_of([("b", [(1,), (2,)])])}
    assert len(digests) == 3


def test_each_entry_hangs_on_the_one_before() -> None:
    first, other = chain_hash("", (1, "a")), chain_hash("", (1, "b"))
    assert len({first, other, chain_hash(first, (2, "a")), chain_hash(other, (2, "a"))}) == 4


def test_only_the_state_of_a_document_may_move_on() -> None:
    columns = tuple(DOCUMENT.columns.keys())
    assert [name for name in columns if name not in without_state(columns)] == ["state"]


def test_what_others_point_to_is_written_first() -> None:
    written: set[str] = set()
    for table in BOOKS:
        pointed_to = {key.column.table.name for key in table.foreign_keys} - {table.name}
        assert pointed_to & {book.name for book in BOOKS} <= written
        written.add(table.name)
