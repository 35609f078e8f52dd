"""Words all documents have in common: state, moment, quantity in the unit of a line, what is what to another."""

from collections.abc import Sequence
from datetime import datetime

from jxc_desktop.models.values.document_state import DocumentKind
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.rounding import half_away_from_zero
from jxc_desktop.services.people.trail import Relation, TrailRow
from jxc_desktop.services.words import _
from jxc_desktop.ui.widgets.badge import Badge, state_badge
from jxc_desktop.ui.widgets.figure_text import quantity_text
from jxc_desktop.ui.widgets.trail_list import TrailEntry


def document_badge(state: str, is_mirror: bool) -> Badge:
    """The badge of a document's state; what undoes another has its own."""
    return state_badge("mirror" if is_mirror else state)


def moment_words(moment: datetime) -> str:
    """Date and time to the minute."""
    return f"{moment:%Y-%m-%d %H:%M}"


def counted(quantity: Quantity, unit_factor: Quantity) -> Quantity:
    """How many of the unit a line was written in."""
    return Quantity(half_away_from_zero(quantity.milli * 1000, unit_factor.milli))


def undone_facts(reverses: str, reversed_by: str, note: str) -> list[tuple[str, str]]:
    """What undid a document or was undone by it, and the note on it: only what there is."""
    facts = (
        (_("红冲原单"), reverses),
        (_("已被红冲"), reversed_by),
        (_("红冲原因") if reverses else _("备注"), note),
    )
    return [(label, value) for label, value in facts if value]


def why_not_undone(is_mirror: bool, reversed_by: str) -> str:
    """Why a document cannot be undone; "" where it can."""
    if is_mirror:
        return _("这是红冲单，不能再红冲")
    return _("这张单已经被 {number} 红冲").format(number=reversed_by) if reversed_by else ""


def relation_word(row: TrailRow) -> str:
    """What a document of the trail is to the one on the page."""
    if row.relation is Relation.REVERSED_BY:
        return _("红冲本单")
    if row.relation is Relation.REVERSES:
        return _("被本单红冲")
    if row.relation is Relation.ORIGINAL:
        return _("原销售") if row.kind is DocumentKind.SALE else _("原入库")
    if row.relation is Relation.CORRECTION:
        return _("红冲成本调整") if row.is_mirror else _("成本调整")
    return _("红冲退货") if row.is_mirror else _("退货")


def in_order(own: int, itself: TrailEntry, others: Sequence[tuple[int, TrailEntry]]) -> list[TrailEntry]:
    """A document among those around it, in order of time."""
    return [entry for _key, entry in sorted([*others, (own, itself)], key=lambda pair: pair[0])]


def left_words(left: Quantity, unit_name: str, base_unit: str) -> str:
    """How much may go back, with its unit where the line is written in another one."""
    text = quantity_text(Quantity(max(left.milli, 0)))
    return text if unit_name == base_unit else f"{text} {base_unit}"


def pack_words(unit_name: str, unit_factor: Quantity, base_unit: str) -> str:
    """What the unit of a line holds, such as 1箱=24瓶; "" where it is the base unit."""
    if unit_name == base_unit:
        return ""
    return _("1{pack}={count}{unit}").format(pack=unit_name, count=quantity_text(unit_factor), unit=base_unit)
