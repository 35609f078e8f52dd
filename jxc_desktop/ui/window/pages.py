"""The pages of the window: the one table of them."""

from collections.abc import Callable
from dataclasses import dataclass

from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.shop import Shop
from jxc_desktop.services.words import _
from jxc_desktop.ui.reports.report_groups import ALL_REPORTS, GROUPS, MONTH, ReportGroup
from jxc_desktop.ui.widgets.page import Page, Surroundings


def _always(_shop: Shop) -> bool:
    """Every shop has use for it."""
    return True


@dataclass(frozen=True, slots=True)
class Tab:
    """One of the five tabs, or what stands beside them.

    Attributes:
        is_beside: it has no tab in the line, but a key and a sign of its own.
    """

    name: str
    word: Callable[[], str]
    roles: frozenset[Role] = frozenset({Role.OWNER, Role.STOCKKEEPER})
    is_beside: bool = False


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A page before it is built.

    Attributes:
        tab: the tab it belongs to; icon, word: how the list shows it.
        build: imports and makes it, when it is first shown.
        roles: who sees it, of those who see the tab.
        is_wanted: whether this shop has any use for it, as it is now.
    """

    tab: str
    key: str
    icon: str
    word: Callable[[], str]
    build: Callable[[Surroundings], Page]
    roles: frozenset[Role] = frozenset(Role)
    is_wanted: Callable[[Shop], bool] = _always


SETTINGS = "settings"
TABS = (
    Tab("sales", lambda: _("销售"), frozenset({Role.OWNER, Role.CLERK})),
    Tab("purchasing", lambda: _("采购")),
    Tab("inventory", lambda: _("库存")),
    Tab("reports", lambda: _("报表")),
    Tab("catalog", lambda: _("资料")),
    Tab(SETTINGS, lambda: _("设置"), frozenset(Role), is_beside=True),
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


def _month_report(surroundings: Surroundings) -> Page:
    from jxc_desktop.ui.reports.month_page import MonthPage

    return MonthPage(surroundings)


def _all_reports(surroundings: Surroundings) -> Page:
    from jxc_desktop.ui.reports.all_reports_page import AllReportsPage

    return AllReportsPage(surroundings)


def _reports(group: ReportGroup) -> Callable[[Surroundings], Page]:
    def build(surroundings: Surroundings) -> Page:
        from jxc_desktop.ui.reports.report_page import ReportPage

        return ReportPage(surroundings, group)

    return build


def _products(surroundings: Surroundings) -> Page:
    from jxc_desktop.ui.catalog.product_list_page import ProductListPage

    return ProductListPage(surroundings)


def _go_live(surroundings: Surroundings) -> Page:
    from jxc_desktop.ui.window.go_live.go_live_page import GoLivePage

    return GoLivePage(surroundings)


def _partners(surroundings: Surroundings) -> Page:
    from jxc_desktop.ui.partners.partner_list_page import PartnerListPage

    return PartnerListPage(surroundings)


def _import(surroundings: Surroundings) -> Page:
    from jxc_desktop.ui.catalog.import_page import ImportPage

    return ImportPage(surroundings)


def _settings(key: str) -> Callable[[Surroundings], Page]:
    def build(surroundings: Surroundings) -> Page:
        from jxc_desktop.ui.settings.settings_pages import settings_page

        return settings_page(key, surroundings)

    return build


def _operators(surroundings: Surroundings) -> Page:
    from jxc_desktop.ui.settings.operators_page import OperatorsPage
    from jxc_desktop.ui.window.opening.practice import start_demo

    page = OperatorsPage(surroundings)
    page.practice_wanted.connect(start_demo)
    return page


def _backups(surroundings: Surroundings) -> Page:
    from jxc_desktop.ui.window.opening.reopening import backups_page

    return backups_page(surroundings)


_OWNER = frozenset({Role.OWNER})

PAGES = (
    PlannedPage("sales", "sales.checkout", "cash-register", lambda: _("收银台"), _checkout),
    PlannedPage("sales", "sales.list", "receipt", lambda: _("零售单"), _sale_list),
    PlannedPage("purchasing", "purchasing.receive", "barcode", lambda: _("扫码入库"), _receive),
    PlannedPage("purchasing", "purchasing.list", "package", lambda: _("采购入库"), _receipt_list),
    PlannedPage("inventory", "inventory.stock", "packages", lambda: _("库存查询"), _stock),
    PlannedPage("inventory", "inventory.opening", "inbox", lambda: _("期初库存"), _opening),
    PlannedPage("reports", MONTH, "chart-bar", lambda: _("经营月报"), _month_report),
    *(PlannedPage("reports", group.key, group.icon, group.word, _reports(group)) for group in GROUPS),
    PlannedPage("reports", ALL_REPORTS, "list-search", lambda: _("全部报表"), _all_reports),
    PlannedPage("catalog", "catalog.products", "tag", lambda: _("商品"), _products),
    PlannedPage("catalog", "catalog.partners", "users", lambda: _("往来单位"), _partners),
    PlannedPage("catalog", "catalog.import", "file-import", lambda: _("导入"), _import, frozenset({Role.OWNER})),
    PlannedPage(
        "catalog",
        "catalog.go_live",
        "list-check",
        lambda: _("上线清单"),
        _go_live,
        frozenset({Role.OWNER}),
        lambda shop: not shop.go_live.is_over(),
    ),
    PlannedPage(SETTINGS, "settings.shop", "building-store", lambda: _("店铺"), _settings("settings.shop"), _OWNER),
    PlannedPage(SETTINGS, "settings.receipt", "receipt", lambda: _("小票"), _settings("settings.receipt"), _OWNER),
    PlannedPage(SETTINGS, "settings.printer", "printer", lambda: _("打印机"), _settings("settings.printer")),
    PlannedPage(SETTINGS, "settings.scanner", "barcode", lambda: _("扫码枪"), _settings("settings.scanner")),
    PlannedPage(SETTINGS, "settings.sound", "bell", lambda: _("声音"), _settings("settings.sound")),
    PlannedPage(SETTINGS, "settings.look", "eye", lambda: _("外观"), _settings("settings.look")),
    PlannedPage(SETTINGS, "settings.operators", "users", lambda: _("操作员"), _operators, _OWNER),
    PlannedPage(SETTINGS, "settings.backups", "database", lambda: _("备份与恢复"), _backups, _OWNER),
)


def tabs_of(role: Role) -> list[Tab]:
    """The tabs that somebody of this role sees: those that have pages."""
    return [tab for tab in TABS if role in tab.roles and pages_of(tab.name, role)]


def pages_of(tab: str, role: Role, shop: Shop | None = None) -> list[PlannedPage]:
    """The pages of a tab that somebody of this role sees, in their order; in a shop only those it has use for."""
    pages = [page for page in PAGES if page.tab == tab and role in page.roles]
    return pages if shop is None else [page for page in pages if page.is_wanted(shop)]
