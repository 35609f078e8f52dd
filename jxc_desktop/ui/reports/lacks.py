"""What a report says while the shop has done nothing yet that it could report on."""

from jxc_desktop.services.words import _
from jxc_desktop.ui.reports.report_groups import Lack, ReportGroup
from jxc_desktop.ui.widgets.empty_page import EmptyPage
from jxc_desktop.ui.widgets.key_button import ButtonKind, KeyButton
from jxc_desktop.ui.widgets.page import Surroundings


def empty_page(group: ReportGroup, surroundings: Surroundings) -> EmptyPage:
    """What belongs here, when it comes, and the key that starts it."""
    return page_of_lack(group.lack, group.icon, surroundings)


def page_of_lack(lack: Lack, icon: str, surroundings: Surroundings) -> EmptyPage:
    """The same for what is missing."""
    headline, when = {
        Lack.SALES: (_("还没有卖过东西"), _("卖出第一单，或导入以前的销售之后，卖了多少、赚了多少就列在这里")),
        Lack.STOCK: (_("还没有商品进过库"), _("收货或录期初库存之后，每种商品有多少、值多少钱就列在这里")),
        Lack.PURCHASES: (_("还没有进过货"), _("扫码收货之后，进了什么、多少钱就列在这里")),
    }[lack]
    return EmptyPage(icon, headline, when, _buttons(lack, surroundings))


def _buttons(lack: Lack, surroundings: Surroundings) -> list[KeyButton]:
    if lack is Lack.SALES:
        return [_to_counter(surroundings)] if surroundings.shop.may("sales.checkout") else []
    receive = KeyButton(_("扫码收货"), "F9", ButtonKind.PRIMARY, icon="barcode")
    receive.clicked.connect(lambda: surroundings.show_page("purchasing.receive", None))
    if lack is Lack.PURCHASES:
        return [receive]
    opening = KeyButton(_("录期初库存"), "F6", icon="inbox")
    opening.clicked.connect(lambda: surroundings.show_page("inventory.opening", None))
    return [receive, opening]


def _to_counter(surroundings: Surroundings) -> KeyButton:
    button = KeyButton(_("去收银台"), "F9", ButtonKind.PRIMARY, icon="cash-register")
    button.clicked.connect(lambda: surroundings.show_page("sales.checkout", None))
    return button
