"""Every report there is, in the order in which they are listed."""

from typing import Any

from jxc_desktop.services.errors import NotFoundError
from jxc_desktop.services.reports.profit_by_category import profit_by_category_report
from jxc_desktop.services.reports.profit_by_document import profit_by_document_report
from jxc_desktop.services.reports.purchase_lines import purchase_lines_report
from jxc_desktop.services.reports.purchases import purchases_by_product_report, purchases_by_supplier_report
from jxc_desktop.services.reports.report import ReportSpec
from jxc_desktop.services.reports.sales_by_day import sales_by_day_report
from jxc_desktop.services.reports.sales_by_product import (
    best_sellers_report,
    profit_by_product_report,
    sales_by_product_report,
)
from jxc_desktop.services.reports.sales_lines import sales_lines_report
from jxc_desktop.services.reports.slow_sellers import slow_sellers_report
from jxc_desktop.services.reports.stock import stock_report
from jxc_desktop.services.reports.stock_ledger import stock_ledger_report
from jxc_desktop.services.reports.stock_movements import stock_movements_report


def all_reports() -> tuple[ReportSpec[Any], ...]:
    """Made when they are asked for, so that they speak the shop's language."""
    return (
        sales_by_day_report(),
        sales_by_product_report(),
        sales_lines_report(),
        profit_by_product_report(),
        profit_by_category_report(),
        profit_by_document_report(),
        best_sellers_report(),
        slow_sellers_report(),
        purchase_lines_report(),
        purchases_by_product_report(),
        purchases_by_supplier_report(),
        stock_movements_report(),
        stock_report(),
        stock_ledger_report(),
    )


def report_named(name: str) -> ReportSpec[Any]:
    """The report of that name.

    Raises:
        NotFoundError: there is none.
    """
    for spec in all_reports():
        if spec.name == name:
            return spec
    raise NotFoundError("report", name)
