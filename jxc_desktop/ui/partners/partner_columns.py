"""The columns of the list of suppliers and customers."""

from jxc_desktop.services.partners.partner import PartnerDetails
from jxc_desktop.services.partners.partner_list import PartnerFilter, PartnerSegment, PartnerSort, role_words
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.widgets.badge import Badge, state_badge
from jxc_desktop.ui.widgets.columns import Column, Width
from jxc_desktop.ui.widgets.paged_list import Summary, Wanted
from jxc_desktop.ui.widgets.paged_model import sorted_by_source


def partner_columns() -> list[Column[PartnerDetails]]:
    """The columns from left to right."""
    by = sorted_by_source
    return [
        Column("name", _("名称"), lambda row: row.name, Width.NAME, sort=by, tone=_name_tone, stretches=True),
        Column("role", _("类型"), role_words, 14, tone=Tone.MUTED),
        Column("contact", _("联系人"), lambda row: row.contact, 12, sort=by),
        Column("phone", _("电话"), lambda row: row.phone, 16, sort=by),
        Column("address", _("地址"), lambda row: row.address, 26, sort=by, gives_way=True),
        Column("note", _("备注"), lambda row: " ".join(row.note.split()), 20, tone=Tone.MUTED, gives_way=True),
        Column("state", _("状态"), lambda row: partner_badge(row).word, 7.6, badge=partner_badge),
    ]


def partner_segments() -> list[tuple[str, str]]:
    """The segments above the list, name and word."""
    words = {
        PartnerSegment.ACTIVE: _("全部"),
        PartnerSegment.SUPPLIERS: _("供应商"),
        PartnerSegment.CUSTOMERS: _("客户"),
        PartnerSegment.INACTIVE: _("停用"),
    }
    return [(segment.value, word) for segment, word in words.items()]


def partner_filter(wanted: Wanted) -> PartnerFilter:
    """What the list is asked for, as the partners are asked."""
    return PartnerFilter(wanted.search, PartnerSegment(wanted.segment), PartnerSort(wanted.sort), wanted.is_descending)


def shown_counts(counts: dict[PartnerSegment, int], segment: str) -> Summary:
    """Counts as the list shows them, and how many there are below it."""
    named = {each.value: count for each, count in counts.items()}
    return Summary(named, {"name": _("合计 {count} 家").format(count=f"{named[segment]:,}")})


def partner_badge(row: PartnerDetails) -> Badge:
    """Whether the shop still trades with them."""
    return state_badge("normal") if row.is_active else Badge(_("停用"), "lock")


def _name_tone(row: PartnerDetails) -> Tone:
    return Tone.TEXT if row.is_active else Tone.MUTED
