"""What verify finds: one thing in the books that cannot be right, and the sentence that says so."""

from dataclasses import dataclass
from enum import Enum, auto

from jxc_desktop.models.values.money import Money
from jxc_desktop.models.values.number_text import show_scaled
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.services.words import _


class FindingKind(Enum):
    """What is wrong."""

    FILE = auto()
    UNREADABLE = auto()
    TRIGGER = auto()
    REFERENCE = auto()
    VALUE = auto()
    CHAIN = auto()
    DIGEST = auto()
    DIGEST_VERSION = auto()
    AUDIT_ROWS = auto()
    NO_DOCUMENT = auto()
    STATE = auto()
    MIRROR = auto()
    DAY = auto()
    AMOUNT = auto()
    LINE_AMOUNT = auto()
    LINE_MOVE = auto()
    MOVE_COST = auto()
    TENDER = auto()
    PAYMENT = auto()
    SETTLED = auto()
    RETURNED = auto()
    STOCK = auto()
    COST_QUANTITY = auto()
    COST_VALUE = auto()
    COST_BOOKED = auto()
    LAST_PRICE = auto()
    OVERSOLD = auto()
    ACCOUNT = auto()
    PARTNER = auto()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong.

    Attributes:
        where: the document's number, the product's or partner's name, or the table and row.
        expected: what the rest of the books says; found: what is there. Both are ready to be read.
    """

    kind: FindingKind
    where: str
    expected: str = ""
    found: str = ""

    @property
    def sentence(self) -> str:
        """The finding in words."""
        return _sentence(self.kind).format(where=self.where, expected=self.expected, found=self.found)


# What these say are amounts of stock, places in the file, states and fingerprints: nothing that goods cost.
_WITHOUT_COST = frozenset(
    {
        FindingKind.FILE,
        FindingKind.UNREADABLE,
        FindingKind.TRIGGER,
        FindingKind.REFERENCE,
        FindingKind.CHAIN,
        FindingKind.DIGEST,
        FindingKind.DIGEST_VERSION,
        FindingKind.AUDIT_ROWS,
        FindingKind.NO_DOCUMENT,
        FindingKind.STATE,
        FindingKind.DAY,
        FindingKind.RETURNED,
        FindingKind.STOCK,
        FindingKind.COST_QUANTITY,
    }
)


def without_amounts(finding: Finding) -> Finding:
    """The same for eyes that see no cost: where it is wrong, and not by how much."""
    return finding if finding.kind in _WITHOUT_COST else Finding(finding.kind, finding.where, "…", "…")


def fen(value: object) -> str:
    """An amount of the books in yuan; what is no number as it is."""
    return str(Money(value)) if type(value) is int else repr(value)


def milli(value: object) -> str:
    """A quantity of the books in base units; what is no number as it is."""
    return str(Quantity(value)) if type(value) is int else repr(value)


def exact(value: object) -> str:
    """An exact value or cost price of the books in yuan; what is no number as it is."""
    return show_scaled(value, places=6, at_least=2) if type(value) is int else repr(value)


def _sentence(kind: FindingKind) -> str:
    return _about_file(kind) or _about_documents(kind) or _about_balances(kind)


def _about_file(kind: FindingKind) -> str:
    return {
        FindingKind.FILE: _("店铺文件损坏：{found}"),
        FindingKind.UNREADABLE: _("{where} 读不出来：{found}"),
        FindingKind.TRIGGER: _("保护账目的触发器 {where} 应为“{expected}”，实为“{found}”"),
        FindingKind.REFERENCE: _("{where} 指向 {expected} 中不存在的记录"),
        FindingKind.VALUE: _("{where} 中有不可能的值：{found}"),
        FindingKind.CHAIN: _("操作日志 {where} 或它前面的记录被改动：校验码应为 {expected}，实为 {found}"),
    }.get(kind, "")


def _about_documents(kind: FindingKind) -> str:
    return {
        FindingKind.DIGEST: _("{where} 过账后被改动：指纹应为 {expected}，实为 {found}"),
        FindingKind.DIGEST_VERSION: _("{where} 的指纹版本 {found} 本程序不认识"),
        FindingKind.AUDIT_ROWS: _("{where} 应有 {expected} 条过账日志，实有 {found} 条"),
        FindingKind.NO_DOCUMENT: _("{where} 有 {found} 行不属于任何单据"),
        FindingKind.STATE: _("{where} 的状态应为 {expected}，实为 {found}"),
        FindingKind.MIRROR: _("{where} 与它所红冲的单据不符：应为 {expected}，实为 {found}"),
        FindingKind.DAY: _("{where} 的明细日期应为 {expected}，实为 {found}"),
        FindingKind.AMOUNT: _("{where} 的金额应为 {expected}，实为 {found}"),
        FindingKind.LINE_AMOUNT: _("{where} 的金额应为 {expected}，实为 {found}"),
        FindingKind.LINE_MOVE: _("{where} 与库存流水、成本流水不符：应为 {expected}，实为 {found}"),
        FindingKind.MOVE_COST: _("{where} 的库存流水应有成本流水 {expected}，实为 {found}"),
        FindingKind.TENDER: _("{where} 的实收应在 0 与 {expected} 之间，实为 {found}"),
        FindingKind.PAYMENT: _("{where} 的收款应为 {expected}，实为 {found}"),
        FindingKind.SETTLED: _("{where} 的往来与资金流水应为 {expected}，实为 {found}"),
        FindingKind.RETURNED: _("{where} 的退回数量超出原单：原数量 {expected}，退回后剩 {found}"),
    }.get(kind, "")


def _about_balances(kind: FindingKind) -> str:
    return {
        FindingKind.STOCK: _("{where} 的库存数量应为 {expected}，实为 {found}"),
        FindingKind.COST_QUANTITY: _("{where} 的成本账数量应为 {expected}，实为 {found}"),
        FindingKind.COST_VALUE: _("{where} 的库存成本应为 {expected}，实为 {found}"),
        FindingKind.COST_BOOKED: _("{where} 的入账成本应为 {expected}，实为 {found}"),
        FindingKind.LAST_PRICE: _("{where} 的最近成本价应为 {expected}，实为 {found}"),
        FindingKind.OVERSOLD: _("{where} 的负库存待补应为 {expected}，实为 {found}"),
        FindingKind.ACCOUNT: _("账户 {where} 的余额应为 {expected}，实为 {found}"),
        FindingKind.PARTNER: _("{where} 的往来余额应为 {expected}，实为 {found}"),
    }.get(kind, "")
