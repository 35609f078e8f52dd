"""往来单位: suppliers and customers, and the form of one."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedLayout
from typing_extensions import override

from jxc_desktop.services.changes import Change
from jxc_desktop.services.migrate_in.import_forms import ImportKind
from jxc_desktop.services.partners.partner import PartnerDetails
from jxc_desktop.services.ports.sound import SoundKind
from jxc_desktop.services.words import _
from jxc_desktop.ui.partners.partner_columns import partner_columns, partner_filter, partner_segments, shown_counts
from jxc_desktop.ui.partners.partner_form import NEW, PartnerForm
from jxc_desktop.ui.perform import perform
from jxc_desktop.ui.widgets.empty_page import EmptyPage
from jxc_desktop.ui.widgets.key_button import ButtonKind, KeyButton
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.list_side import ListSide
from jxc_desktop.ui.widgets.page import Page, Surroundings
from jxc_desktop.ui.widgets.paged_list import ListForm, PagedList, Source, Summary, Wanted
from jxc_desktop.ui.widgets.place_keys import hear_keys
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.scan_filter import wall_clock_ms


class PartnerListPage(Page):
    """The list, or the form over it.

    Attributes:
        list: search, filters, rows. form: the form. line: what the last act came to.
    """

    key = "catalog.partners"
    icon = "users"
    stale_on = frozenset({Change.PARTNERS})

    def __init__(self, surroundings: Surroundings, clock: Callable[[], int] = wall_clock_ms) -> None:
        super().__init__(surroundings)
        self._partners = surroundings.shop.partners
        self._may_import = surroundings.shop.may("imports.partners")
        self.list: PagedList[PartnerDetails] = PagedList(self._source(), partner_columns(), self._form_of_list())
        self.form = PartnerForm(surroundings, clock)
        self._pages = QStackedLayout(self)
        buttons = (*self._import_buttons(), self._export_button(), self._new_button())
        self._list_side = ListSide(surroundings, self.title(), buttons, self.list, _hints())
        self.line = self._list_side.line
        self._pages.addWidget(self._list_side)
        self._pages.addWidget(self.form)
        self._connect()

    @override
    def title(self) -> str:
        return _("往来单位")

    @override
    def reload(self) -> None:
        """Read the list again; what is typed in an open form stays."""
        self.list.reload()

    @override
    def focus_first(self) -> None:
        """The search; in the form the field one was in."""
        if self.is_form_shown():
            (self.form.focusWidget() or self.form.input("name")).setFocus()
        else:
            self.list.search.take_focus()

    @override
    def open_item(self, item: object) -> None:
        """Open the form of a partner, by its key."""
        if isinstance(item, int) and self.may_leave():
            self._open(item)

    @override
    def take_scan(self, code: str) -> None:
        """A code is not a partner's."""
        line = self.form.line if self.is_form_shown() else self.line
        line.say(LineKind.WARNING, _("这里不用扫码：扫商品请到商品页"))
        self.surroundings.sound.play(SoundKind.WARN)

    @override
    def may_leave(self) -> bool:
        """A form that is not saved is not thrown away."""
        has_changes = self.is_form_shown() and bool(self.form.changes())
        if has_changes:
            self.form.say_unsaved()
        return not has_changes

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc one step back; letters and digits typed over the rows go to the search."""
        if self.is_form_shown() or not self._list_side.press(event):
            super().keyPressEvent(event)

    def is_form_shown(self) -> bool:
        """Whether the form lies over the list."""
        return self._pages.currentIndex() == 1

    def export(self) -> None:
        """Ask where to, and write what is seen: the same search, filter and order."""
        wanted, partners = partner_filter(self.list.wanted()), self._partners
        name = _("往来单位 {day}").format(day=self.surroundings.shop.today)
        self._list_side.work.export(self, _("导出往来单位"), name, lambda path: partners.export_partners(wanted, path))

    def new(self) -> None:
        """The form of a partner that is not written down yet."""
        self._show_form(NEW)

    def bring_in(self) -> None:
        """On to the page that takes files in."""
        if self._may_import:
            self.surroundings.show_page("catalog.import", ImportKind.PARTNERS)

    def _source(self) -> Source[PartnerDetails]:
        partners = self._partners

        def rows(wanted: Wanted, offset: int, limit: int) -> Sequence[PartnerDetails]:
            return partners.partner_list(partner_filter(wanted), offset, limit)

        def summary(wanted: Wanted) -> Summary:
            return shown_counts(partners.partner_list_count(wanted.search), wanted.segment)

        return Source(rows, summary, lambda row: row.id or 0)

    def _form_of_list(self) -> ListForm:
        buttons = (*self._import_buttons(), self._new_button())
        when = _("向谁进货、卖给谁，写在这里；进货时也会自己记下新的供应商")
        empty = EmptyPage("users", _("还没有往来单位"), when, buttons)
        placeholder = _("名称、拼音、电话")
        return ListForm(placeholder, partner_segments(), "name", empty, has_categories=False, word=_("往来单位"))

    def _new_button(self) -> KeyButton:
        new = KeyButton(_("新建"), "Ctrl+N", ButtonKind.PRIMARY, icon="plus")
        new.clicked.connect(self.new)
        return new

    def _export_button(self) -> KeyButton:
        export = KeyButton(_("导出"), "Ctrl+E", icon="file-export")
        export.clicked.connect(self.export)
        return export

    def _import_buttons(self) -> tuple[KeyButton, ...]:
        if not self._may_import:
            return ()
        bring_in = KeyButton(_("导入"), "Ctrl+O", icon="file-import")
        bring_in.clicked.connect(self.bring_in)
        return (bring_in,)

    def _connect(self) -> None:
        self.list.table.opened.connect(lambda row: self._open(row.id))
        self.form.left.connect(self._show_list)
        self.form.saved.connect(lambda _key: self.list.reload())
        hear_keys(
            self._list_side,
            ("Ctrl+E", self.export),
            ("Ctrl+F", self.focus_first),
            ("Ctrl+N", self.new),
            ("Ctrl+O", self.bring_in),
        )

    def _open(self, key: int) -> None:
        self.line.clear()
        perform(lambda: self._partners.partner(key), self._show_form, self._list_side.refuse)

    def _show_form(self, details: PartnerDetails) -> None:
        self.line.clear()
        self._pages.setCurrentIndex(1)
        self.form.show_partner(details)
        if details.id is not None:
            self.item_shown.emit(details.id)

    def _show_list(self) -> None:
        self._pages.setCurrentIndex(0)
        self.list.choose_when_there(self.form.partner_id())
        self.list.reload()
        self.list.enter_table()
        self.item_shown.emit(None)


def _hints() -> list[KeyHint]:
    return [
        KeyHint("↓", _("进表")),
        KeyHint("Enter", _("打开")),
        KeyHint("F4", _("按此列排序")),
        KeyHint("Ctrl+C", _("复制到表格")),
        KeyHint("Esc", _("清除筛选")),
    ]
