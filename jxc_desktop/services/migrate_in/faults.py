"""What is wrong with the rows of a file: each fault with its row and column, in words that help to mend it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.exchange.faults import HeaderNotFoundError
from jxc_desktop.services.exchange.sheet import column_letter
from jxc_desktop.services.words import _
from jxc_desktop.services.words.given_names import shown_name

# More than anybody mends by hand; what is beyond is counted.
MOST_LISTED = 1_000
LONGEST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class ImportFault:
    """One thing that cannot be right in one row of a file.

    Attributes:
        row: the row number a spreadsheet program shows.
        letter: the letters over the column; empty where the file lacks it.
        heading: the column's heading as it stands in the file; where it lacks it, the usual one.
        reason: the key of the sentence that says what is wrong.
        value: what the cell holds.
        details: what else the sentence names: another row, a product of the shop, how much is possible.
    """

    row: int
    letter: str
    heading: str
    reason: str
    value: str = ""
    details: Mapping[str, object] = field(default_factory=dict)


class FileFaultsError(ShopError):
    """A file has rows that cannot be right; nothing of it was taken in.

    Attributes:
        path: the file.
        faults: what is wrong, from the first row to the last; at most ``MOST_LISTED``.
        count: how many faults there are in all.
    """

    def __init__(self, path: Path, faults: tuple[ImportFault, ...], count: int) -> None:
        super().__init__(path, faults, count)
        self.path = path
        self.faults = faults
        self.count = count


class WrongListError(HeaderNotFoundError):
    """A file holds something else than was asked for.

    Attributes:
        wanted: the kind of file that was asked for.
        seems: the key of what it seems to be; "" where nothing can be said.
    """

    def __init__(self, fault: HeaderNotFoundError, wanted: str, seems: str) -> None:
        super().__init__(fault.path, fault.missing, fault.sheet, fault.row)
        self.wanted = wanted
        self.seems = seems


class FaultList:
    """The faults of one file while its rows are checked.

    Attributes:
        count: how many were found; only the first ``MOST_LISTED`` are kept.
    """

    def __init__(self, path: Path, headings: Mapping[str, str], places: Mapping[str, int]) -> None:
        """For the file, given each column's heading and its place, 0 being column A, by the column's key."""
        self._path = path
        self._headings = headings
        self._places = places
        self._found: list[tuple[int, int, ImportFault]] = []
        self.count = 0

    def add(self, row: int, column: str, reason: str, value: str = "", **details: object) -> None:
        """Note what is wrong with a cell, named by its row's number and its column's key."""
        self.count += 1
        if len(self._found) < MOST_LISTED:
            place = self._places.get(column, -1)
            letter = "" if place < 0 else column_letter(place)
            fault = ImportFault(row, letter, self._headings.get(column, ""), reason, value, details)
            self._found.append((row, place, fault))

    def refuse(self) -> None:
        """Refuse the file if anything is wrong with it.

        Raises:
            FileFaultsError: there are faults.
        """
        if self.count:
            in_order = sorted(self._found, key=lambda found: found[:2])
            raise FileFaultsError(self._path, tuple(fault for _row, _place, fault in in_order), self.count)


def fault_text(fault: ImportFault) -> str:
    """The fault in words, such as 第 12 行 B 列（条码）：…."""
    return _place_text(fault) + reason_text(fault)


def faults_text(error: FileFaultsError) -> str:
    """The faults of a file in words, a line for each."""
    lines = [_("{file} 有 {count} 处错误，没有导入任何内容：").format(file=error.path.name, count=error.count)]
    lines += map(fault_text, error.faults)
    if error.count > len(error.faults):
        lines.append(_("另有 {count} 处错误未列出").format(count=error.count - len(error.faults)))
    return "\n".join(lines)


def _place_text(fault: ImportFault) -> str:
    if fault.letter:
        place, heading = _("第 {row} 行 {letter} 列（{heading}）："), _in_one_line(fault.heading)
    elif fault.heading:
        # The sheet lacks the column: the heading is ours.
        place, heading = _("第 {row} 行（{heading}）："), shown_name(fault.heading)
    else:
        place, heading = _("第 {row} 行："), ""
    return place.format(row=fault.row, letter=fault.letter, heading=heading)


def reason_text(fault: ImportFault) -> str:
    """What is wrong, without the place."""
    sentence = fault_sentences().get(fault.reason, _("“{value}”不能用（{reason}）"))
    return sentence.format(**{**fault.details, "value": _shortened(fault.value), "reason": fault.reason})


def _in_one_line(text: str) -> str:
    return text.strip().split("\n", 1)[0]


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_SHOWN else line[:LONGEST_SHOWN] + "…"


def fault_sentences() -> dict[str, str]:
    """Reason → what is wrong and how to mend it, with the names of the details it shows."""
    return {
        "empty": _("没有填写"),
        "name_missing": _("没有商品名称"),
        "not_calculated": _("公式没有结果（{value}）；请在表格软件里打开、保存后再导入"),
        "too_long": _("最多 {most} 个字，这里有 {length} 个"),
        "not_a_number": _("“{value}”不是数字"),
        "too_many_decimals": _("“{value}”的小数太多，最多 {places} 位"),
        "negative": _("“{value}”不能小于 0"),
        "too_large": _("“{value}”太大，最多 {most}"),
        "scientific_number": _("“{value}”是科学记数，后几位已丢失；请把该列设为文本格式，重新填写"),
        "unknown_role": _("“{value}”看不懂；可填 供应商、客户，或 供应商,客户"),
        "role_missing": _("没有写是供应商还是客户；请加一列“类型”，或在导入时选一样"),
        "partner_name_missing": _("没有名称"),
        "partner_twice": _("与第 {first} 行同名；一家只写一行，两样都是就写 供应商,客户"),
        "scientific": _("“{value}”是科学记数，编码的后几位已丢失；请把该列设为文本格式，重新填写完整的编码"),
        "not_scannable": _("“{value}”不能作编码：最多 {most} 个可打印的字符"),
        "code_twice": _("“{value}”与第 {first} 行重复"),
        "name_twice": _("与第 {first} 行同名同规格，又没有条码和货号可以区分；请填写条码或货号"),
        "name_ambiguous": _("店里有 {count} 个同名同规格的商品，不知是哪一个；请填写条码或货号"),
        "same_product": _("与第 {first} 行是店里的同一个商品：{name}"),
        "code_of_other": _("“{value}”已是另一个商品的编码：{name}"),
        "code_of_unit": _("“{value}”已是另一个单位的条码：{name}，一{unit}"),
        "unit_fixed": _("“{name}”已有库存流水，单位只能是“{unit}”"),
        "weighed_without_unit": _("计重商品要填写单位，例如 kg 或 斤"),
        "unknown_tax_rate": _("“{value}”不是增值税率；可填 13%、9%、6%、3%、1%、0、免税"),
        "unknown_sale_mode": _("“{value}”看不懂；可填 计件 或 计重"),
        "unknown_status": _("“{value}”看不懂；可填 正常 或 停用"),
        "bad_pack_size": _("“{value}”看不懂；可填 12 或 1箱=12瓶，且要大于 1"),
        "pack_without_size": _("有副单位“{value}”，没有比例"),
        "pack_without_unit": _("有比例“{value}”，没有副单位"),
        "pack_code_without_pack": _("有副条码“{value}”，没有副单位和比例"),
        "pack_price_without_pack": _("有整箱的价格“{value}”，没有副单位和比例"),
        "two_pack_sizes": _("“{value}”与“比例”不一致"),
        "same_unit_twice": _("“{unit}”既是基本单位又是副单位"),
        "bad_quantity": _("“{value}”不能作数量"),
        "bad_price": _("“{value}”不能作价格"),
        "bad_moment": _("“{value}”不是日期和时间"),
        "unknown_product": _("店里没有条码为“{value}”的商品；请先导入商品"),
        "product_twice": _("“{value}”与第 {other} 行是同一个商品"),
        "has_moves": _("“{value}”已经有进出，不能再录期初；请用盘点改数量"),
        "no_cost": _("没有成本；请填写成本单价或金额"),
        "unknown_place": _("没有叫“{value}”的仓库；可填 {known}"),
        "two_moments": _("单号“{value}”的几行时间不同"),
        "unknown_sale": _("找不到原小票“{value}”"),
        "more_than_sold": _("退回 {value}，多于原小票上还没退的数量"),
    }
