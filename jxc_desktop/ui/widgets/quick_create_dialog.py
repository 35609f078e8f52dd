"""建商品: a code nobody knows becomes a product in the middle of the work."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.models.values.goods_words import UNITS, category_path, category_text
from jxc_desktop.models.values.number_text import BadNumberError
from jxc_desktop.models.values.unit_price import UnitPrice
from jxc_desktop.services.catalog.product import ProductDetails
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.widgets.combo import Combo
from jxc_desktop.ui.widgets.dialog import WIDE, Dialog
from jxc_desktop.ui.widgets.field import Field, fields_in_row
from jxc_desktop.ui.widgets.input_line import InputLine
from jxc_desktop.ui.widgets.key_button import ButtonHeight, ButtonKind, KeyButton
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.number_input import NumberInput
from jxc_desktop.ui.widgets.parts import small
from jxc_desktop.ui.widgets.place_keys import hear_keys
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.scan_line import ScanLine


@dataclass(frozen=True, slots=True)
class QuickCreateWords:
    """What the dialog says at one place of work: on its button, and as advice."""

    save: str
    advice: str


class QuickCreateDialog(Dialog):
    """Name, price, and what else one knows at once.

    Signals:
        filled_in: the product as it was written. It comes once, until `say_refused` asks again.
    """

    page_takes_scans = True

    filled_in = Signal(object)

    def __init__(
        self,
        window: QWidget,
        code: str,
        categories: Sequence[tuple[str, ...]],
        sees_cost: bool,
        opened_by: Qt.Key,
        words: QuickCreateWords,
    ) -> None:
        super().__init__(window, _("建商品"), _("建好后，红行直接变成这件商品"), WIDE, opened_by)
        self._code, self._words = code, words
        self._is_handed_over = False
        self._name = Field(_("名称"), InputLine(), is_required=True)
        self._price = Field(_("零售价"), NumberInput(unit=_("元")), is_required=True)
        self._cost = Field(_("进价"), NumberInput(unit=_("元"))) if sees_cost else None
        self._unit = Combo(UNITS, UNITS[0])
        self._category = Combo([category_text(path) for path in categories])
        self._note = ScanLine()
        self._lay_out()
        self._add_buttons()
        self.show_queued(0)
        self._note.say(LineKind.NEUTRAL, (small(words.advice),))

    def show_queued(self, count: int) -> None:
        """How many scans wait until the dialog is shut."""
        words = _("此时扫码会排队，不进格子")
        if count:
            words = _("扫了 {count} 下，关上后接着算").format(count=count)
        self.set_hints((KeyHint("Tab", _("下一格")), KeyHint("", words)))

    def say_refused(self, words: str) -> None:
        """It was not saved; everything typed stays."""
        self._is_handed_over = False
        self._save.refuse("")
        self._note.say(LineKind.DANGER, (small(words),), flashes=True)

    def faults(self) -> list[str]:
        """What is wrong, field by field."""
        fields = [field for field in (self._name, self._price, self._cost) if field is not None]
        return [field.fault() for field in fields if field.fault()]

    @override
    def enter_pressed(self) -> None:
        """The next field; Enter never saves."""
        self.focusNextChild()

    def save(self) -> None:
        """Hand the product over, if name and price are there."""
        details = None if self._is_handed_over else self._details()
        if details is not None:
            self._is_handed_over = True
            self._save.refuse(_("正在保存"))
            self.filled_in.emit(details)

    def _lay_out(self) -> None:
        code = InputLine(self._code, icon="barcode")
        code.setReadOnly(True)
        code.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inset = look().px(20)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(inset, look().px(16), inset, inset)
        column.setSpacing(look().px(12))
        column.addLayout(fields_in_row((Field(_("条码"), code), 2), (self._name, 3)))
        cost = ((self._cost, 1),) if self._cost is not None else ()
        unit, category = Field(_("单位"), self._unit), Field(_("类别"), self._category)
        column.addLayout(fields_in_row((self._price, 1), *cost, (unit, 1), (category, 1)))
        column.addWidget(self._note)
        if self._cost is not None and isinstance(self._cost.editor, InputLine):
            self._cost.editor.setPlaceholderText(_("可以以后补"))
        self._name.setFocus()

    def _add_buttons(self) -> None:
        self._save = KeyButton(self._words.save, "Ctrl+S", ButtonKind.PRIMARY)
        self.add_button(KeyButton(_("取消"), "Esc", tall=ButtonHeight.NORMAL), self.reject)
        self.add_button(self._save, self.save)
        hear_keys(self, ("Ctrl+S", self.save))

    def _details(self) -> ProductDetails | None:
        """What is written; None, and the faults under their fields, where something is missing or wrong."""
        name = _text_of(self._name)
        self._name.set_fault("" if name else _("还没有填"))
        price = self._price_in(self._price, is_required=True)
        cost = None if self._cost is None else self._price_in(self._cost, is_required=False)
        bad = [field for field in (self._name, self._price, self._cost) if field is not None and field.fault()]
        if bad or price is None:
            bad[0].editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        return ProductDetails(
            name=name,
            codes=(self._code,),
            unit=self._unit.text() or UNITS[0],
            category=category_path(self._category.text()),
            retail_price=price,
            reference_cost=cost,
        )

    def _price_in(self, field: Field, *, is_required: bool) -> UnitPrice | None:
        text = _text_of(field)
        if not text:
            field.set_fault(_("还没有填") if is_required else "")
            return None
        try:
            price = UnitPrice.parse(text)
        except BadNumberError:
            field.set_fault(_("写成数字"))
            return None
        field.set_fault(_("不能是负数") if price.parts < 0 else "")
        return price


def _text_of(field: Field) -> str:
    editor = field.editor
    assert isinstance(editor, InputLine)
    editor.settle()
    return editor.text().strip()
