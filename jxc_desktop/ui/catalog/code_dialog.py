"""加条码: a code of the base unit, or of a pack with what it holds and costs."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.models.values.number_text import BadNumberError
from jxc_desktop.models.values.quantity import Quantity
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.catalog import check_barcode
from jxc_desktop.services.errors import InvalidInputError
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import REASONS
from jxc_desktop.ui.catalog.code_rows import ONE, CodeRow
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.widgets.combo import Combo
from jxc_desktop.ui.widgets.dialog import WIDE, Dialog
from jxc_desktop.ui.widgets.field import Field
from jxc_desktop.ui.widgets.input_line import InputLine
from jxc_desktop.ui.widgets.key_button import ButtonKind, KeyButton
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.number_input import NumberInput
from jxc_desktop.ui.widgets.place_keys import hear_keys

PACK_UNITS = ("箱", "件", "提", "条", "盒", "包", "打")


class CodeDialog(Dialog):
    """Code, unit, how much the unit holds, what a whole one costs.

    Signals:
        filled_in: the row as it was written.
    """

    page_takes_scans = True

    filled_in = Signal(object)

    def __init__(self, window: QWidget, base_unit: str, packs: Sequence[CodeRow], row: CodeRow | None) -> None:
        title = _("加条码") if row is None else _("改条码")
        super().__init__(window, title, _("整箱的条码选箱，写明一箱有几{unit}").format(unit=base_unit), WIDE)
        self._base_unit, self._packs = base_unit, {pack.unit: pack for pack in packs}
        self.code = InputLine(row.code if row else "", icon="barcode")
        names = dict.fromkeys([base_unit, *self._packs, *PACK_UNITS])
        self.unit = Combo(list(names), row.unit or base_unit if row else base_unit)
        self.factor = NumberInput(unit=base_unit, decimals=3)
        self.price = NumberInput(unit=_("元"))
        self._code_field = Field(_("条码"), self.code)
        self._unit_field = Field(_("单位"), self.unit)
        self._factor_field = Field(_("一个单位有"), self.factor, is_required=True)
        self._price_field = Field(_("整件零售价"), self.price)
        self.price.setPlaceholderText(_("不写按单价算"))
        self._lay_out()
        self._add_buttons()
        self.unit.currentTextChanged.connect(self._on_unit)
        self._on_unit(self.unit.text())
        self.code.setFocus()

    def take_scan(self, code: str) -> None:
        """The scanned code is the one that is meant."""
        self.code.setText(code)

    @override
    def enter_pressed(self) -> None:
        """The next field; Enter never finishes the dialog."""
        self.focusNextChild()

    def finish(self) -> None:
        """Hand the row over, if it is right."""
        row = self._written()
        if row is not None:
            self.filled_in.emit(row)
            self.accept()

    def _lay_out(self) -> None:
        inset, row = look().px(20), QHBoxLayout()
        row.setSpacing(look().px(12))
        for field, stretch in ((self._unit_field, 1), (self._factor_field, 1), (self._price_field, 1)):
            row.addWidget(field, stretch)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(inset, look().px(16), inset, inset)
        column.setSpacing(look().px(12))
        column.addWidget(self._code_field)
        column.addLayout(row)

    def _add_buttons(self) -> None:
        self.set_hints((KeyHint("Enter", _("下一格")), KeyHint("", _("直接扫也可以"))))
        self.add_button(KeyButton(_("取消"), "Esc"), self.reject)
        self.add_button(KeyButton(_("写进表里"), "Ctrl+S", ButtonKind.PRIMARY), self.finish)
        hear_keys(self, ("Ctrl+S", self.finish))

    def _on_unit(self, name: str) -> None:
        """A base unit holds one of itself, at the product's own price."""
        is_pack = name.strip() != self._base_unit
        for part in (self._factor_field, self._price_field):
            part.setEnabled(is_pack)
        known = self._packs.get(name.strip())
        self.factor.setText(str(known.factor) if known and is_pack else "" if is_pack else "1")
        self.price.setText(str(known.price) if known and known.price is not None and is_pack else "")

    def _written(self) -> CodeRow | None:
        """The row; None, and the faults under their fields, where something is wrong."""
        unit = self.unit.text()
        is_pack = unit != self._base_unit
        self._code_field.set_fault(self._code_fault(is_pack))
        self._unit_field.set_fault("" if unit else _("还没有填"))
        factor, price = (self._factor(), self._pack_price()) if is_pack else (ONE, None)
        fields = (self._code_field, self._unit_field, self._factor_field, self._price_field)
        bad = next((field for field in fields if field.fault()), None)
        if bad is not None or factor is None:
            (bad or self._factor_field).editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        is_kept = is_pack and unit in self._packs and self._packs[unit].is_kept
        return CodeRow(self.code.text().strip(), unit if is_pack else "", factor, price, is_kept)

    def _code_fault(self, is_pack: bool) -> str:
        code = self.code.text().strip()
        if not code and is_pack:
            return ""
        try:
            check_barcode(code)
        except InvalidInputError as error:
            return REASONS[error.reason]()
        return ""

    def _factor(self) -> Quantity | None:
        self.factor.settle()
        number = self.factor.number()
        is_right = number is not None and number > 0 and number != Decimal(1)
        self._factor_field.set_fault("" if is_right else _("写一个单位有几{unit}").format(unit=self._base_unit))
        return Quantity.parse(self.factor.text()) if is_right else None

    def _pack_price(self) -> UnitPrice | None:
        self.price.settle()
        self._price_field.set_fault("")
        if not self.price.text().strip():
            return None
        try:
            price = UnitPrice.parse(self.price.text())
        except BadNumberError:
            price = UnitPrice(-1)
        self._price_field.set_fault("" if price.parts >= 0 else _("写成不小于 0 的数字"))
        return price
