"""The pages of the window: the one table of them."""

from collections.abc import Callable
from dataclasses import dataclass

from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.words import _
from jxc_desktop.ui.widgets.page import Page, Surroundings


@dataclass(frozen=True, slots=True)
class Tab:
    """One of the five tabs."""

    name: str
    word: Callable[[], str]
    roles: frozenset[Role] = frozenset({Role.OWNER, Role.STOCKKEEPER})


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A page before it is built.

    Attributes:
        tab: the tab it belongs to; icon, word: how the list shows it.
        build: imports and makes it, when it is first shown.
    """

    tab: str
    key: str
    icon: str
    word: Callable[[], str]
    build: Callable[[Surroundings], Page]


TABS = (
    Tab("sales", lambda: _("销售"), frozenset({Role.OWNER, Role.CLERK})),
    Tab("purchasing", lambda: _("采购")),
    Tab("inventory", lambda: _("库存")),
    Tab("reports", lambda: _("报表")),
    Tab("catalog", lambda: _("资料")),
)


def _checkout(surroundings: Surroundings) -> Page:
    from jxc_desktop.ui.sales.checkout_page import CheckoutPage

    return CheckoutPage(surroundings)


def _sale_list(surroundings: Surroundings) -> Page:
    from jxc_desktop.ui.sales.sale_list_page import SaleListPage

    return SaleListPage(surroundings)


def _receive(surroundings: Surroundings) -> Page:
    from jxc_desktop.ui.purchasing.receive_page import ReceivePage

    return ReceivePage(surroundings)


def _receipt_list(surroundings: Surroundings) -> Page:
    from jxc_desktop.ui.purchasing.receipt_list_page import ReceiptListPage

    return ReceiptListPage(surroundings)


def _stock(surroundings: Surroundings) -> Page:
    from jxc_desktop.ui.inventory.stock_page import StockPage

    return StockPage(surroundings)


def _opening(surroundings: Surroundings) -> Page:
    from jxc_desktop.ui.inventory.opening_page import OpeningPage

    return OpeningPage(surroundings)


def _sales_by_day(surroundings: Surroundings) -> Page:
    from jxc_desktop.ui.reports.report_page import SalesByDayPage

    return SalesByDayPage(surroundings)


def _stock_report(surroundings: Surroundings) -> Page:
    from jxc_desktop.ui.reports.report_page import StockReportPage

    return StockReportPage(surroundings)


def _products(surroundings: Surroundings) -> Page:
    from jxc_desktop.ui.catalog.product_list_page import ProductListPage

    return ProductListPage(surroundings)


PAGES = (
    PlannedPage("sales", "sales.checkout", "cash-register", lambda: _("收银台"), _checkout),
    PlannedPage("sales", "sales.list", "receipt", lambda: _("零售单"), _sale_list),
    PlannedPage("purchasing", "purchasing.receive", "barcode", lambda: _("扫码入库"), _receive),
    PlannedPage("purchasing", "purchasing.list", "package", lambda: _("采购入库"), _receipt_list),
    PlannedPage("inventory", "inventory.stock", "packages", lambda: _("库存查询"), _stock),
    PlannedPage("inventory", "inventory.opening", "inbox", lambda: _("期初库存"), _opening),
    PlannedPage("reports", "reports.sales_by_day", "chart-bar", lambda: _("销售日报"), _sales_by_day),
    PlannedPage("reports", "reports.stock", "table", lambda: _("库存余额"), _stock_report),
    PlannedPage("catalog", "catalog.products", "tag", lambda: _("商品"), _products),
)


def tabs_of(role: Role) -> list[Tab]:
    """The tabs that somebody of this role sees: those that have pages."""
    return [tab for tab in TABS if role in tab.roles and pages_of(tab.name)]


def pages_of(tab: str) -> list[PlannedPage]:
    """The pages of a tab, in their order."""
    return [page for page in PAGES if page.tab == tab]
