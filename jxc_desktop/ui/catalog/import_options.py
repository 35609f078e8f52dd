"""Above the preview: what the file holds, its sheet, its row of headings, and what else its kind asks."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jxc_desktop.services.migrate_in.forms import FORMS
from jxc_desktop.services.migrate_in.import_forms import ImportKind
from jxc_desktop.services.migrate_in.partner_cells import CUSTOMER, SUPPLIER
from jxc_desktop.services.migrate_in.preview import ImportPreview
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.type_scale import digits_width
from jxc_desktop.ui.widgets.day_input import DayInput
from jxc_desktop.ui.widgets.list_choice import ListChoice
from jxc_desktop.ui.widgets.segments import Segment, Segments


class ImportOptions(QWidget):
    """The choices that are not about a single column.

    Attributes:
        kinds: what the file holds. sheet, head_row: where its rows are. role: what partners without a type are.
        day: the day of opening stock.

    Signals:
        kind_chosen: the file holds something else. sheet_chosen: its name. head_row_chosen: its number.
        changed: another role or day.
    """

    kind_chosen = Signal()
    sheet_chosen = Signal(str)
    head_row_chosen = Signal(int)
    changed = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        words = {
            ImportKind.PRODUCTS: _("商品"),
            ImportKind.PARTNERS: _("往来单位"),
            ImportKind.OPENING_STOCK: _("期初库存"),
        }
        self.kinds = Segments([Segment(kind.value, word) for kind, word in words.items()])
        self.sheet, self.head_row = ListChoice(_("工作表")), ListChoice(_("表头在哪一行"))
        self.role, self.day = ListChoice(_("没写类型的算")), DayInput(today(), today)
        self.day.setAccessibleName(_("期初日期"))
        self.day.setFixedWidth(look().px(150))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(8))
        for part in (self.kinds, self.sheet, self.head_row, self.role, self.day):
            row.addWidget(part)
        row.addStretch(1)
        for choice, digits in ((self.sheet, 22), (self.head_row, 22), (self.role, 24)):
            choice.setFixedWidth(digits_width(digits))
        self.role.show_options(_roles(), "")
        self._connect()
        self.show_file(None)

    def kind(self) -> ImportKind:
        """What the file holds."""
        return ImportKind(self.kinds.chosen_name())

    def choose_kind(self, kind: ImportKind) -> None:
        """The file holds this."""
        self.kinds.choose(kind.value)

    def show_file(self, seen: ImportPreview | None) -> None:
        """What there is to choose in a file; None: there is no file."""
        self.sheet.setVisible(seen is not None and len(seen.sheets) > 1)
        self.head_row.setVisible(seen is not None)
        kind = self.kind()
        self.day.setVisible(kind is ImportKind.OPENING_STOCK)
        has_role = seen is not None and any(column.field == "role" for column in seen.columns)
        self.role.setVisible(kind is ImportKind.PARTNERS and seen is not None and not has_role)
        if seen is None:
            return
        sheets = [(name, _("{name} · {count} 行").format(name=name, count=count)) for name, count in seen.sheets]
        self.sheet.show_options(sheets, seen.sheet)
        numbers = sorted({*seen.head_rows(), seen.head_row})
        words = _("表头在第 {row} 行")
        self.head_row.show_options([(number, words.format(row=number)) for number in numbers], seen.head_row)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in reading order."""
        return [self.sheet, self.head_row, self.role, self.day]

    def chosen_role(self) -> str | None:
        """What partners are of whom the file does not say it; None: what the file as a whole says."""
        role = self.role.chosen()
        return role if isinstance(role, str) and role else None

    def chosen_day(self) -> date | None:
        """The day of opening stock; None where what is written is no day."""
        return self.day.day()

    def word(self) -> str:
        """What such a file is called."""
        return FORMS[self.kind()].word()

    def _connect(self) -> None:
        self.kinds.chosen.connect(lambda _name: self.kind_chosen.emit())
        self.sheet.picked.connect(lambda name: self.sheet_chosen.emit(str(name)))
        self.head_row.picked.connect(lambda number: self.head_row_chosen.emit(int(str(number))))
        self.role.picked.connect(lambda _role: self.changed.emit())
        self.day.day_typed.connect(lambda _day: self.changed.emit())


def _roles() -> list[tuple[str, str]]:
    return [
        ("", _("没写类型的：看表名")),
        (SUPPLIER, _("没写类型的都是供应商")),
        (CUSTOMER, _("没写类型的都是客户")),
    ]
