"""商品: everything a shop writes down about one product."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from jxc_desktop.models.values.barcode import match_key
from jxc_desktop.models.values.scan_text import clean_scan
from jxc_desktop.services.catalog.catalog import has_wrong_check_digit
from jxc_desktop.services.catalog.errors import DuplicateCodeError, UnitFixedError
from jxc_desktop.services.catalog.lookup import NoGoods
from jxc_desktop.services.catalog.product import FoundProduct, ProductDetails
from jxc_desktop.services.errors import InvalidInputError, ShopError
from jxc_desktop.services.people.settings import GENERAL_TAXPAYER_FROM, is_general_taxpayer
from jxc_desktop.services.ports.sound import SoundKind
from jxc_desktop.services.words import _
from jxc_desktop.services.words.initials import initials
from jxc_desktop.services.words.refusals import REASONS, Refusal
from jxc_desktop.ui.catalog.code_rows import base_codes, packs_of, rows_of
from jxc_desktop.ui.catalog.form_panels import FormPanels
from jxc_desktop.ui.catalog.product_fields import Fault
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.widgets.badge import Badge
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.key_names import ENTERS
from jxc_desktop.ui.widgets.page import Surroundings
from jxc_desktop.ui.widgets.parts import bold, plain
from jxc_desktop.ui.widgets.place_keys import hear_keys
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.scan_filter import wall_clock_ms
from jxc_desktop.ui.widgets.second_press import SecondPress


class ProductForm(QWidget):
    """The form of one product, new or known.

    Attributes:
        panels: everything on it.

    Signals:
        left: back to the list. neighbour_wanted: the product so many rows below this one.
    """

    left = Signal()
    neighbour_wanted = Signal(int)

    def __init__(self, surroundings: Surroundings, clock: Callable[[], int] = wall_clock_ms) -> None:
        super().__init__()
        self._surroundings, self._catalog = surroundings, surroundings.shop.catalog
        self._press = SecondPress(clock)
        self._details = ProductDetails(name="")
        self._first_texts: dict[str, str] = {}
        self._computed = ""
        self._bad: list[Fault] = []
        shop = surroundings.shop
        is_general = is_general_taxpayer(shop.settings.read(GENERAL_TAXPAYER_FROM), shop.today)
        self.panels = FormPanels(self, with_cost=shop.operator.role.may_see_cost, with_tax=is_general)
        self.fields, self.codes, self.line = self.panels.fields, self.panels.codes, self.panels.line
        self._connect()
        # The first name must not wait for the table of pinyin.
        surroundings.background.start(lambda _task: initials("一"))

    def show_new(self) -> None:
        """A product that is not written down yet."""
        self.panels.forget_stock()
        self._show(ProductDetails(name=""))
        self.panels.now.hide()
        self.fields.line("name").setFocus()

    def show_product(self, product_id: int) -> bool:
        """A known product; False where there is none."""
        found: list[ProductDetails] = []
        perform(lambda: self._catalog.product(product_id), found.append, self._on_refused)
        if found:
            self._show(found[0])
            self.panels.now.show()
            self._show_now(product_id)
            self.fields.line("name").setFocus()
        return bool(found)

    def product_id(self) -> int | None:
        """The product that is shown; None for a new one."""
        return self._details.id

    def changes(self) -> int:
        """In how many places something was typed that is not saved."""
        now = self.fields.texts()
        changed = sum(now[name] != text for name, text in self._first_texts.items())
        return changed + (self.codes.rows() != rows_of(self._details))

    def take_scan(self, code: str) -> None:
        """The code belongs to this product from now on, unless it is another's."""
        if self.codes.dialog is not None:
            self.codes.dialog.take_scan(clean_scan(code).code)
            return
        plain_code = clean_scan(code).code
        perform(
            lambda: self._catalog.find_by_code(plain_code),
            lambda found: self._take_code(plain_code, self._owner_of(plain_code, found)),
            self._on_refused,
        )

    def reload_now(self) -> None:
        """Read the stock of the product again; what is typed stays."""
        self._offer_categories()
        if self._details.id is not None:
            self._show_now(self._details.id)

    def save(self) -> None:
        """Write the product down; where something is wrong, say what."""
        self._press.forget()
        self._bad = self.fields.faults()
        self.fields.show_faults(self._bad)
        if self._bad:
            self._say_faults()
            return
        details = self._written()
        perform(lambda: self._catalog.save_product(details), self._on_saved, self._on_not_saved)

    def say_unsaved(self) -> None:
        """Something wanted to leave the form: what was typed stays, and Esc asks before it is thrown away."""
        self._press.forget()
        self._say_changes(KeyHint("Esc", _("不保存")))

    def leave(self, key: str, step: int = 0) -> None:
        """Back to the list, or to a neighbour; typed work is asked about first, the same key again throws it away."""
        changes = self.changes()
        if not changes or self._press.is_yes(key):
            self._press.forget()
            self.line.clear()
            if step:
                self.neighbour_wanted.emit(step)
            else:
                self.left.emit()
            return
        self._say_changes(KeyHint(key, _("再按一次，不保存")))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is the next field; Esc one step back."""
        if event.key() in ENTERS:
            self.focusNextPrevChild(True)
        elif event.key() == Qt.Key.Key_Escape:
            if not event.isAutoRepeat():
                self.leave("Esc")
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        hear_keys(
            self,
            ("Ctrl+S", self.save),
            ("PgUp", lambda: self.leave("PgUp", -1)),
            ("PgDown", lambda: self.leave("PgDn", 1)),
            ("F3", self.codes.add),
            ("F7", self._open_ledger),
            ("F9", self._go_to_fault),
        )
        self.panels.save.clicked.connect(self.save)
        self.panels.previous.clicked.connect(lambda: self.leave("PgUp", -1))
        self.panels.next.clicked.connect(lambda: self.leave("PgDn", 1))
        self.panels.header.back.connect(lambda: self.leave("Esc"))
        self.codes.changed.connect(self._on_typed)
        self.codes.remarked.connect(lambda words: self.line.say(LineKind.WARNING, words))
        self.fields.line("name").textEdited.connect(self._follow_name)
        for editor in self.fields.editors():
            signal = editor.currentTextChanged if isinstance(editor, QComboBox) else editor.textChanged
            signal.connect(self._on_typed)
        for tick in (self.fields.weighed, self.fields.stopped):
            tick.toggled.connect(self._on_typed)

    def _show(self, details: ProductDetails) -> None:
        self._details = details
        self._bad = []
        self._press.forget()
        self.line.clear()
        self._offer_categories()
        self.fields.show_details(details)
        self.codes.show_rows(rows_of(details))
        self._computed = initials(details.name).upper() if details.name else ""
        self._first_texts = self.fields.texts()
        self._on_typed()

    def _show_now(self, product_id: int) -> None:
        inventory = self._surroundings.shop.inventory
        perform(lambda: inventory.stock_of(product_id), self.panels.show_stock, self._on_refused)

    def _follow_name(self, name: str) -> None:
        """The initials follow the name until they are typed by hand."""
        line = self.fields.line("initials")
        is_own = line.text().strip() not in ("", self._computed)
        self._computed = initials(name).upper()
        if not is_own:
            line.setText(self._computed)

    def _on_typed(self) -> None:
        if self._press.is_asking():  # whoever types on did not mean to leave
            self._press.forget()
            self.line.clear()
        if self._bad:
            self._take_back_mended()
        changes = self.changes()
        word = _("改了 {count} 处，没保存").format(count=changes)
        badge = Badge(word, "pencil") if changes else None
        self.panels.header.show_title(self._title(), badge=badge)
        self.codes.say_base(self.fields.text("unit"), self.fields.text("retail_price"))
        self.panels.say_margin()

    def _take_back_mended(self) -> None:
        """A fault goes as soon as what is typed is right; new ones wait for the next Ctrl+S."""
        left = self.fields.faults()
        self._bad = [fault for fault in self._bad if fault in left]
        self.fields.show_faults(self._bad)
        if not self._bad:
            self.line.clear()

    def _title(self) -> str:
        return _("新商品") if self._details.id is None else _("商品　{name}").format(name=self._details.name)

    def _written(self) -> ProductDetails:
        rows = self.codes.rows()
        values: dict[str, Any] = dict(self.fields.values())
        if values["initials"].upper() == self._computed:
            values["initials"] = ""  # computed, so that a later name brings its own
        return replace(self._details, codes=base_codes(rows), packs=packs_of(rows), **values)

    def _on_saved(self, product_id: int) -> None:
        name = self.fields.text("name")
        self.show_product(product_id)
        self.line.say(LineKind.SUCCESS, (bold(_("已保存")), plain(name)))
        self._surroundings.sound.play(SoundKind.DONE)

    def _on_not_saved(self, words: Refusal, error: ShopError) -> None:
        """Say it under the field it is about, and in the line."""
        fault = self._fault_of(error, words)
        self._bad = [] if fault is None else [fault]
        self.fields.show_faults(self._bad)
        keys = (KeyHint("F9", _("到这一格")),) if self._bad else ()
        self.line.say_refused(words, keys)
        self._surroundings.sound.play(SoundKind.BAD)

    def _fault_of(self, error: ShopError, words: Refusal) -> Fault | None:
        if isinstance(error, DuplicateCodeError) and error.code == self.fields.text("code"):
            return Fault("code", words.fact)
        if isinstance(error, UnitFixedError):
            return Fault("unit", _("只能是 {unit}").format(unit=error.unit))
        if isinstance(error, InvalidInputError) and error.field in self.fields.fields:
            return Fault(error.field, REASONS[error.reason]() if error.reason in REASONS else words.fact)
        return None

    def _on_refused(self, words: Refusal, _error: ShopError) -> None:
        self.line.say_refused(words)

    def _say_faults(self) -> None:
        labels = {name: field.editor.accessibleName() for name, field in self.fields.fields.items()}
        words = _("；").join(_("{field} {fault}").format(field=labels[bad.field], fault=bad.words) for bad in self._bad)
        keys = (KeyHint("F9", _("到这一格")),)
        self.line.say(LineKind.DANGER, (bold(_("还不能保存")), plain(words)), keys=keys)
        self._surroundings.sound.play(SoundKind.BAD)

    def _go_to_fault(self) -> None:
        if self._bad:
            self.fields.fields[self._bad[0].field].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_categories(self) -> None:
        perform(self._catalog.categories, self.fields.show_categories, self._on_refused)

    def _take_code(self, code: str, other: str) -> None:
        if other:
            words = _("{code} 已经是“{name}”的条码").format(code=code, name=other)
            self._say(LineKind.DANGER, words, SoundKind.BAD)
        elif self.codes.has_code(code):
            self._say(LineKind.NEUTRAL, _("{code} 已经在条码里").format(code=code), SoundKind.GOOD)
        else:
            self.codes.add_code(code)
            self._say_added(code)

    def _owner_of(self, code: str, found: FoundProduct | NoGoods) -> str:
        """The name of another product that has this very code; "" where none has."""
        is_other = isinstance(found, FoundProduct) and found.product_id != self._details.id
        if isinstance(found, FoundProduct) and is_other and match_key(found.code) == match_key(code):
            return found.name
        return ""

    def _say_added(self, code: str) -> None:
        if has_wrong_check_digit(code):
            words = _("已加 {code}；校验位不对，看看是不是没读全").format(code=code)
            self._say(LineKind.WARNING, words, SoundKind.WARN)
        else:
            self._say(LineKind.SUCCESS, _("已加条码 {code}").format(code=code), SoundKind.GOOD)

    def _say_changes(self, way_out: KeyHint) -> None:
        words = bold(_("改了 {count} 处，没保存").format(count=self.changes()))
        self.line.say(LineKind.WARNING, (words,), keys=(KeyHint("Ctrl+S", _("保存")), way_out))

    def _say(self, kind: LineKind, words: str, sound: SoundKind) -> None:
        self.line.say(kind, words, flashes=True)
        self._surroundings.sound.play(sound)

    def _open_ledger(self) -> None:
        if self._details.id is not None:
            self._surroundings.show_page("inventory.stock", self._details.id)
