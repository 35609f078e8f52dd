"""What the shop calls its roles."""

from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.words import _


def role_word(role: Role) -> str:
    """The word for a role."""
    return {Role.OWNER: _("老板"), Role.CLERK: _("收银员"), Role.STOCKKEEPER: _("库管")}[role]


def role_note(role: Role) -> str:
    """What somebody of this role may do, in one sentence."""
    return {
        Role.OWNER: _("什么都能做，也能改设置和操作员"),
        Role.CLERK: _("只管收银：卖货、退货；看不到进价和利润"),
        Role.STOCKKEEPER: _("管进货、库存和商品；不收银，不改设置"),
    }[role]
