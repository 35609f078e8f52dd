"""Finding a document's head or what undid it, and moving its state."""

from dataclasses import dataclass

from sqlalchemy import bindparam, select, update

from jxc_desktop.models.records import Document
from jxc_desktop.models.values.document_state import DocumentKind, DocumentState, may_move
from jxc_desktop.services.errors import NotFoundError, WrongStateError
from jxc_desktop.services.storage.prepared import Prepared, Query
from jxc_desktop.services.storage.unit_of_work import OpenTransaction, UnitOfWork

_HEAD = Query[tuple[int, str, str, str, int, int | None, int, int, str | None, int | None, bool]](
    select(
        Document.id,
        Document.kind,
        Document.number,
        Document.state,
        Document.day,
        Document.partner_id,
        Document.place_id,
        Document.amount,
        Document.member_code,
        Document.reverses_id,
        Document.is_history,
    ).where(Document.id == bindparam("document")),
    "document",
)
_BY_NUMBER = Query[tuple[int]](
    select(Document.id).where(Document.kind == bindparam("kind"), Document.number == bindparam("number")),
    "kind",
    "number",
)
_BY_TOKEN = Query[tuple[int, str]](
    select(Document.id, Document.number).where(Document.token == bindparam("token")), "token"
)
_NUMBER = Query[tuple[str]](select(Document.number).where(Document.id == bindparam("document")), "document")
_REVERSED_BY = Query[tuple[str]](
    select(Document.number).where(Document.reverses_id == bindparam("document")), "document"
)
_SET_STATE = Prepared(update(Document).where(Document.id == bindparam("of")).values(state=bindparam("to")), "to", "of")


@dataclass(frozen=True, slots=True)
class StoredHead:
    """A document's head as the books hold it; day as a number, amount in fen."""

    id: int
    kind: DocumentKind
    number: str
    state: DocumentState
    day: int
    partner_id: int | None
    place_id: int
    amount: int
    member_code: str | None
    reverses_id: int | None
    is_history: bool

    @property
    def condition(self) -> str:
        """Its state, or that it is the mirror of another, as refusals name it."""
        return self.state.value if self.reverses_id is None else "mirror"


def stored_head(work: OpenTransaction, document_id: int, *kinds: DocumentKind) -> StoredHead:
    """The head of a document of one of these kinds.

    Raises:
        NotFoundError: there is none.
    """
    row = work.row(_HEAD, document_id)
    if row is None or DocumentKind(row[1]) not in kinds:
        raise NotFoundError("document", document_id)
    key, kind, number, state, day, partner, place, amount, member, reverses, is_history = row
    return StoredHead(
        key,
        DocumentKind(kind),
        number,
        DocumentState(state),
        day,
        partner,
        place,
        amount,
        member,
        reverses,
        bool(is_history),
    )


def document_by_number(work: OpenTransaction, number: str, *kinds: DocumentKind) -> int | None:
    """The key of the document of this number; of the first of these kinds that has one; None: none has."""
    found = (work.row(_BY_NUMBER, kind.value, number) for kind in kinds)
    return next((row[0] for row in found if row is not None), None)


def document_by_token(work: OpenTransaction, token: str) -> tuple[int, str] | None:
    """Key and number of the document that the form of this key became; None: it became none yet."""
    return work.row(_BY_TOKEN, token)


def undone_numbers(work: OpenTransaction, document_id: int, reverses_id: int | None) -> tuple[str, str]:
    """The number of the document this one undoes, and of the one that undoes it; "" where there is none."""
    reverses = None if reverses_id is None else work.row(_NUMBER, reverses_id)
    reversed_by = work.row(_REVERSED_BY, document_id)
    return reverses[0] if reverses else "", reversed_by[0] if reversed_by else ""


def refuse_undone(head: StoredHead) -> None:
    """Ask before goods of a document move again.

    Raises:
        WrongStateError: it was undone, or is itself the mirror that undoes another.
    """
    if head.reverses_id is not None or head.state is not DocumentState.POSTED:
        raise WrongStateError(head.number, head.condition, DocumentState.POSTED.value)


def mark_reversed(work: UnitOfWork, head: StoredHead) -> None:
    """The document does not count any more; its mirror follows in the same act.

    Raises:
        WrongStateError: it is reversed already, or is itself the mirror of another.
    """
    if head.reverses_id is not None or not may_move(head.kind, head.state, DocumentState.REVERSED):
        raise WrongStateError(head.number, head.condition, DocumentState.REVERSED.value)
    work.run(_SET_STATE, [(DocumentState.REVERSED.value, head.id)])
