"""The delivery an operator is counting, kept safe until it is posted or given up."""

from sqlalchemy import bindparam, delete, select

from jxc_desktop.models.records import Draft
from jxc_desktop.models.values.days import moment_text
from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.services.people.desk import Act
from jxc_desktop.services.purchasing.errors import UnreadableDraftError
from jxc_desktop.services.purchasing.receiving_draft import ReceivingDraft
from jxc_desktop.services.purchasing.receiving_text import draft_from_text, draft_to_text
from jxc_desktop.services.storage.prepared import Prepared, Query
from jxc_desktop.services.storage.tables import table_of
from jxc_desktop.services.storage.unit_of_work import OpenTransaction

_DRAFT, _KIND = table_of(Draft), DocumentKind.GOODS_RECEIPT.value
_NEWEST_FIRST = Query[tuple[str]](
    select(Draft.content)
    .where(Draft.kind == _KIND, Draft.operator_id == bindparam("operator"))
    .order_by(Draft.saved_at.desc()),
    "operator",
)
_FORGET = Prepared(delete(Draft).where(Draft.token == bindparam("form")), "form")


def keep_draft(act: Act, draft: ReceivingDraft) -> None:
    """Keep the delivery as it is now, in place of what was kept of it before; others stay."""
    forget_draft(act, draft.token)
    saved_at = moment_text(act.now)
    act.work.insert(_DRAFT, [(draft.token, _KIND, act.operator.id, saved_at, draft_to_text(draft))])


def kept_draft(books: OpenTransaction, operator_id: int) -> ReceivingDraft | None:
    """What the operator was counting last, of what can be read; None: nothing was kept.

    Raises:
        UnreadableDraftError: something was, and nothing of it can be read; it stays.
    """
    unread: UnreadableDraftError | None = None
    for (content,) in books.rows(_NEWEST_FIRST, operator_id):
        try:
            return draft_from_text(content)
        except UnreadableDraftError as error:
            unread = error
    if unread is not None:
        raise unread
    return None


def forget_draft(act: Act, form: str) -> None:
    """The delivery of this form is posted or given up; others that are being counted stay."""
    act.work.run(_FORGET, [(form,)])
