"""Where a document may go from where it stands."""

import itertools

import pytest

from jxc_desktop.models.values.document_state import NUMBER_PREFIXES, DocumentKind, DocumentState, may_move

DRAFT, POSTED, REVERSED = DocumentState.DRAFT, DocumentState.POSTED, DocumentState.REVERSED


@pytest.mark.parametrize("kind", DocumentKind)
def test_a_document_goes_forward_only_and_one_step_at_a_time(kind: DocumentKind) -> None:
    allowed = [(state, to) for state, to in itertools.product(DocumentState, repeat=2) if may_move(kind, state, to)]
    assert allowed == [(DRAFT, POSTED), (POSTED, REVERSED)]


def test_no_number_of_one_kind_can_be_read_as_one_of_another() -> None:
    assert set(NUMBER_PREFIXES) == set(DocumentKind)
    clashes = [
        (one, other) for one, other in itertools.permutations(NUMBER_PREFIXES.values(), 2) if other.startswith(one)
    ]
    assert clashes == []
