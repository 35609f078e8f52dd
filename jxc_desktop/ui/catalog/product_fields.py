"""The fields of a product: what is typed in them, what is wrong with it, what has been changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QCheckBox

from jxc_desktop.models.values.goods_words import UNITS, category_path, category_text
from jxc_desktop.models.values.number_text import BadNumberError
from jxc_desktop.models.values.tax_rate import TaxRate
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.product import ProductDetails
from jxc_desktop.services.words import _
from jxc_desktop.ui.widgets.combo import Combo
from jxc_desktop.ui.widgets.field import Field
from jxc_desktop.ui.widgets.input_line import InputLine
from jxc_desktop.ui.widgets.number_input import NumberInput

PRICES = ("retail_price", "member_price", "wholesale_price", "lowest_price", "reference_cost")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a field, by the field's name."""

    field: str
    words: str


class ProductFields:
    """Every field of the form by its name in ``ProductDetails``.

    Attributes:
        fields: those with a label. weighed, stopped: the two to tick.
    """

    def __init__(self, *, with_cost: bool, with_tax: bool = False) -> None:
        yuan = _("元")
        self.fields: dict[str, Field] = {
            "name": Field(_("名称"), InputLine(), is_required=True),
            "initials": Field(_("拼音首字母"), InputLine()),
            "spec": Field(_("规格"), InputLine()),
            "brand": Field(_("品牌"), InputLine()),
            "unit": Field(_("基本单位"), Combo(UNITS), is_required=True),
            "category": Field(_("类别"), Combo([])),
            "code": Field(_("货号"), InputLine()),
            "retail_price": Field(_("零售价"), NumberInput(unit=yuan), is_required=True),
            "member_price": Field(_("会员价"), NumberInput(unit=yuan)),
            "wholesale_price": Field(_("批发价"), NumberInput(unit=yuan)),
            "lowest_price": Field(_("最低售价"), NumberInput(unit=yuan)),
            "reference_cost": Field(_("进价"), NumberInput(unit=yuan)),
        }
        if not with_cost:
            del self.fields["reference_cost"]
        if with_tax:
            self.fields["tax_rate"] = Field(_("税率"), Combo([tax_word(rate) for rate in TaxRate]))
        self.weighed, self.stopped = QCheckBox(_("称重商品")), QCheckBox(_("停用（不再卖）"))
        self.line("code").setPlaceholderText(_("不写自动编"))
        self.combo("category").setPlaceholderText(_("食品 / 饮料"))

    def line(self, name: str) -> InputLine:
        """The line of a field."""
        editor = self.fields[name].editor
        assert isinstance(editor, InputLine)
        return editor

    def combo(self, name: str) -> Combo:
        """The combo of a field."""
        editor = self.fields[name].editor
        assert isinstance(editor, Combo)
        return editor

    def text(self, name: str) -> str:
        """What is written in a field, without blanks around it."""
        editor = self.fields[name].editor
        return editor.text().strip() if isinstance(editor, InputLine | Combo) else ""

    def texts(self) -> dict[str, str]:
        """Everything written and ticked, to tell what has been changed."""
        written = {name: self.text(name) for name in self.fields}
        return {**written, "is_weighed": str(self.weighed.isChecked()), "is_stopped": str(self.stopped.isChecked())}

    def show_categories(self, paths: Sequence[tuple[str, ...]]) -> None:
        """The categories to pick from; what is written stays."""
        combo = self.combo("category")
        text = combo.currentText()
        combo.clear()
        combo.addItems([category_text(path) for path in paths])
        combo.setCurrentText(text)

    def show_details(self, details: ProductDetails) -> None:
        """Another product."""
        for name in ("name", "spec", "brand", "code"):
            self.line(name).setText(getattr(details, name))
        self.line("initials").setText(details.initials.upper())
        self.combo("unit").setCurrentText(details.unit)
        self.combo("category").setCurrentText(category_text(details.category))
        for name in PRICES:
            if name in self.fields:
                self.line(name).setText(_price_text(getattr(details, name), is_new=details.id is None))
        if "tax_rate" in self.fields:
            self.combo("tax_rate").setCurrentText(tax_word(details.tax_rate))
        self.weighed.setChecked(details.is_weighed)
        self.stopped.setChecked(not details.is_active)
        self.show_faults(())

    def faults(self) -> list[Fault]:
        """Everything that cannot be right, in the order of the form."""
        found = [Fault(name, _("还没有填")) for name in ("name", "unit", "retail_price") if not self.text(name)]
        written = [name for name in PRICES if name in self.fields and self.text(name)]
        found += [Fault(name, _("写成不小于 0 的数字，最多四位小数")) for name in written if self.price(name) is None]
        if "tax_rate" in self.fields and self._tax_rate() is None:
            found.append(Fault("tax_rate", _("没有这个税率")))
        retail, lowest = self.price("retail_price"), self.price("lowest_price")
        if retail is not None and lowest is not None and lowest > retail:
            found.append(Fault("lowest_price", _("比零售价高")))
        return sorted(found, key=lambda fault: list(self.fields).index(fault.field))

    def show_faults(self, faults: Sequence[Fault]) -> None:
        """Write each fault under its field, and take the others back."""
        words = {fault.field: fault.words for fault in faults}
        for name, field in self.fields.items():
            field.set_fault(words.get(name, ""))

    def price(self, name: str) -> UnitPrice | None:
        """The price in a field; None where there is none or no right one."""
        line = self.line(name)
        if not line.hasFocus():
            line.settle()
        try:
            price = UnitPrice.parse(line.text())
        except BadNumberError:
            return None
        return None if price.parts < 0 else price

    def values(self) -> Mapping[str, object]:
        """What is written, by the names of ``ProductDetails``; only once nothing is wrong.

        What has no field is not among them: the tax rate in most shops, and the cost for those who may not see it.
        """
        rate = self._tax_rate() if "tax_rate" in self.fields else None
        texts = {name: self.text(name) for name in ("name", "initials", "spec", "brand", "unit", "code")}
        prices = {name: self.price(name) for name in PRICES if name in self.fields}
        ticks = {"is_weighed": self.weighed.isChecked(), "is_active": not self.stopped.isChecked()}
        taxed = {} if rate is None else {"tax_rate": rate}
        return {**texts, **prices, **ticks, **taxed, "category": category_path(self.text("category"))}

    def _tax_rate(self) -> TaxRate | None:
        return next((rate for rate in TaxRate if tax_word(rate) == self.text("tax_rate")), None)

    def editors(self) -> list[InputLine | Combo]:
        """Everything one types in, in the order of the form."""
        return [field.editor for field in self.fields.values() if isinstance(field.editor, InputLine | Combo)]


def tax_word(rate: TaxRate) -> str:
    """How a rate is written."""
    return _("免税") if rate is TaxRate.EXEMPT else f"{rate.percent}%"


def _price_text(price: UnitPrice | None, *, is_new: bool) -> str:
    return "" if price is None or (is_new and not price.parts) else str(price)
