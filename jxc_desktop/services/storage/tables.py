"""The tables of the shop file by their columns, and which of them are the books."""

from collections.abc import Iterable

from sqlalchemy import Table

from jxc_desktop.models.records import (
    AuditEntry,
    CostCorrectionLine,
    CostEntry,
    Document,
    GoodsReceiptLine,
    MoneyEntry,
    PartnerEntry,
    Record,
    SaleLine,
    StockLine,
    StockMove,
    Tender,
)


def table_of(record: type[Record]) -> Table:
    """The record's table."""
    return record.__table__


def _tables(records: Iterable[type[Record]]) -> tuple[Table, ...]:
    return tuple(map(table_of, records))


DOCUMENT, AUDIT = table_of(Document), table_of(AuditEntry)
LINES = _tables((SaleLine, GoodsReceiptLine, StockLine, CostCorrectionLine, Tender))
_GOODS_LEDGERS = _tables((StockMove, CostEntry))
_MONEY_LEDGERS = _tables((MoneyEntry, PartnerEntry))
LEDGERS = (*_GOODS_LEDGERS, *_MONEY_LEDGERS, AUDIT)

# In the order in which they are written: what others point to comes first. Fingerprints of acts are taken in it too,
# so it never changes.
BOOKS = (DOCUMENT, *_GOODS_LEDGERS, *LINES, *_MONEY_LEDGERS)
