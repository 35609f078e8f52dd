"""The shift a sale belongs to; it opens by itself with the first sale."""

from sqlalchemy import bindparam, select

from jxc_desktop.models.records import Shift
from jxc_desktop.models.values.days import moment_text
from jxc_desktop.services.people.desk import Act
from jxc_desktop.services.storage.prepared import Query
from jxc_desktop.services.storage.tables import table_of

_OPEN = Query[tuple[int]](
    select(Shift.id).where(Shift.operator_id == bindparam("operator"), Shift.closed_at.is_(None)), "operator"
)


def current_shift(act: Act) -> int:
    """The operator's open shift."""
    row = act.work.row(_OPEN, act.operator.id)
    if row is not None:
        return row[0]
    shift = act.work.next_id(table_of(Shift))
    act.work.insert(table_of(Shift), [(shift, act.operator.id, moment_text(act.now), None, 0)])
    act.journal.note("sales.open_shift", shift=shift)
    return shift
