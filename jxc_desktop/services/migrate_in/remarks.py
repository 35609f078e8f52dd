"""What somebody should know about a file before it is taken in, though nothing of it is refused for that."""

from collections.abc import Iterator
from dataclasses import dataclass

from jxc_desktop.services.exchange.cell_text import MomentText, NumberText, is_not_calculated, is_scientific
from jxc_desktop.services.exchange.columns import ColumnMatch
from jxc_desktop.services.migrate_in.import_forms import ImportForm, ImportKind
from jxc_desktop.services.migrate_in.partner_columns import BALANCES
from jxc_desktop.services.words import _

# What a list of goods may call the pieces that are there.
STOCK = frozenset({"库存", "库存数量", "现有库存", "当前库存", "期初库存", "期初数量", "stock", "in stock", "qty"})
NOTHING = frozenset({"", "0", "0.0", "0.00", "-"})


@dataclass(frozen=True, slots=True)
class ImportRemark:
    """One thing to know.

    Attributes:
        reason: the key of the sentence; heading: the column it is about.
        count: how many cells; value: the first of them.
    """

    reason: str
    heading: str
    count: int = 0
    value: str = ""


def remarks_before(match: ColumnMatch, form: ImportForm) -> tuple[ImportRemark, ...]:
    """The same, with what is refused when the file is taken in."""
    return (*_lost_digits(match, form), *remarks_on(match, form), *_not_calculated(match, form))


def remarks_on(match: ColumnMatch, form: ImportForm) -> tuple[ImportRemark, ...]:
    """What is to be known about the columns that are taken in."""
    found = [*_about_codes(match, form)]
    if form.kind is ImportKind.PRODUCTS:
        found += [*_about_prices(match), *_about_stock(match)]
    if form.kind is ImportKind.PARTNERS:
        found += _about_balances(match)
    return tuple(found)


def remark_text(remark: ImportRemark) -> str:
    """The remark in words."""
    return remark_sentences()[remark.reason].format(heading=remark.heading, count=remark.count, value=remark.value)


def remark_sentences() -> dict[str, str]:
    """Reason → what is to be known."""
    return {
        "number_codes": _("“{heading}”有 {count} 格是数字（{value}）：开头的 0 可能已经丢了，请核对"),
        "moment_codes": _("“{heading}”有 {count} 格是日期（{value}）：多半是编码被表格软件改成了日期"),
        "lost_digits": _("“{heading}”有 {count} 格是科学记数（{value}）：后几位已丢失，无法还原"),
        "not_calculated": _("“{heading}”有 {count} 格公式没有结果（{value}）：在表格软件里打开、保存再导入"),
        "no_price": _("{count} 行没有零售价：新商品的零售价会是 0"),
        "stock": _("“{heading}”这一步不导入：商品导好后换到 期初库存，再选这个文件"),
        "balances": _("“{heading}”没有导入：欠款要在开账时按单据录"),
    }


def _about_codes(match: ColumnMatch, form: ImportForm) -> Iterator[ImportRemark]:
    for field in form.fields:
        if not field.whole_at or not match.has(field.key):
            continue
        cells, heading = list(match.cells(field.key)), _shown(match.headings[field.key])
        # Most columns have cells of one type: each is looked at only where there is something to find.
        types = set(map(type, cells))
        if NumberText in types:
            numbers = [cell for cell in cells if type(cell) is NumberText and len(cell) != field.whole_at]
            yield from _remark("number_codes", heading, [cell for cell in numbers if not is_scientific(cell)])
        if MomentText in types:
            yield from _remark("moment_codes", heading, [cell for cell in cells if type(cell) is MomentText])


def _lost_digits(match: ColumnMatch, form: ImportForm) -> Iterator[ImportRemark]:
    for field in form.fields:
        if field.whole_at:
            lost = [cell for cell in match.cells(field.key) if ("E" in cell or "e" in cell) and is_scientific(cell)]
            yield from _remark("lost_digits", _shown(match.headings.get(field.key, "")), lost)


def _not_calculated(match: ColumnMatch, form: ImportForm) -> Iterator[ImportRemark]:
    for field in form.fields:
        found = [cell for cell in match.cells(field.key) if cell[:1] in ("=", "#") and is_not_calculated(cell)]
        yield from _remark("not_calculated", _shown(match.headings.get(field.key, "")), found)


def _about_prices(match: ColumnMatch) -> Iterator[ImportRemark]:
    """Goods without a price are sold for nothing; a row without a name, such as a total, is none of them."""
    names = list(match.cells("name")) if match.has("name") else [""] * match.row_count()
    prices = list(match.cells("retail_price")) if match.has("retail_price") else [""] * len(names)
    empty = {price for price in set(prices) if price.strip() in NOTHING}
    without = (
        sum(price in empty and bool(name.strip()) for price, name in zip(prices, names, strict=True)) if empty else 0
    )
    if without:
        yield ImportRemark("no_price", "", without)


def _about_stock(match: ColumnMatch) -> Iterator[ImportRemark]:
    """How many there are is taken in once the goods are known, from the same file."""
    for heading in match.unknown:
        if heading in STOCK:
            yield ImportRemark("stock", heading)


def _about_balances(match: ColumnMatch) -> Iterator[ImportRemark]:
    for heading in match.unknown:
        if heading in BALANCES:
            yield ImportRemark("balances", heading)


def _remark(reason: str, heading: str, cells: list[str]) -> Iterator[ImportRemark]:
    if cells:
        yield ImportRemark(reason, heading, len(cells), cells[0].strip())


def _shown(heading: str) -> str:
    return heading.strip().split("\n", 1)[0]
