"""The tables of the shop file, each declared by a class. They never leave the services."""

from jxc_desktop.models.records.catalogue import Barcode, Category, Product, ProductUnit
from jxc_desktop.models.records.columns import Record
from jxc_desktop.models.records.counter import Cart, Draft, PrintJob, Shift
from jxc_desktop.models.records.documents import (
    CostCorrectionLine,
    Document,
    GoodsReceiptLine,
    NumberSeries,
    SaleLine,
    StockLine,
    Tender,
)
from jxc_desktop.models.records.ledgers import (
    Account,
    AccountBalance,
    CostBalance,
    CostEntry,
    MoneyEntry,
    OversoldPart,
    Partner,
    PartnerBalance,
    PartnerEntry,
    Place,
    StockBalance,
    StockMove,
)
from jxc_desktop.models.records.people import AuditEntry, ClosedPeriod, ImportLayout, Operator, OperatorChoice, Setting

__all__ = [
    "Account",
    "AccountBalance",
    "AuditEntry",
    "Barcode",
    "Cart",
    "Category",
    "ClosedPeriod",
    "CostBalance",
    "CostCorrectionLine",
    "CostEntry",
    "Document",
    "Draft",
    "GoodsReceiptLine",
    "ImportLayout",
    "MoneyEntry",
    "NumberSeries",
    "Operator",
    "OperatorChoice",
    "OversoldPart",
    "Partner",
    "PartnerBalance",
    "PartnerEntry",
    "Place",
    "PrintJob",
    "Product",
    "ProductUnit",
    "Record",
    "SaleLine",
    "Setting",
    "Shift",
    "StockBalance",
    "StockLine",
    "StockMove",
    "Tender",
]
