"""The pages of settings that show beside the settings what comes of them."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.services.ports.sound import SoundKind
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.settings.receipt_preview import ReceiptPreview
from jxc_desktop.ui.settings.scanner_trial import ScannerTrial
from jxc_desktop.ui.settings.setting_table import LOOKS, RECEIPT, SCANNER, SHOP, SOUND
from jxc_desktop.ui.settings.settings_page import SettingsPage
from jxc_desktop.ui.widgets.hint_line import HintLine
from jxc_desktop.ui.widgets.key_button import KeyButton
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.notice_line import NoticeLine
from jxc_desktop.ui.widgets.page import Page, Surroundings
from jxc_desktop.ui.widgets.page_header import PageHeader
from jxc_desktop.ui.widgets.panel import Panel
from jxc_desktop.ui.widgets.pc_choices import PRINTER, SCAN_GAP, PcChoice
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.widgets.section_title import SectionTitle


class ShopSettingsPage(SettingsPage):
    """店铺."""

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings, SHOP)


class LookSettingsPage(SettingsPage):
    """外观."""

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings, LOOKS)


class ReceiptSettingsPage(SettingsPage):
    """小票, with both papers as they come out."""

    def __init__(self, surroundings: Surroundings) -> None:
        self.preview = ReceiptPreview(surroundings)
        super().__init__(surroundings, RECEIPT, self.preview)

    @override
    def reload(self) -> None:
        super().reload()
        self.preview.show_now()


class ScannerSettingsPage(SettingsPage):
    """扫码枪, with a field to try it in."""

    def __init__(self, surroundings: Surroundings) -> None:
        self.trial = ScannerTrial(surroundings)
        super().__init__(surroundings, SCANNER, self.trial)
        self.trial.gap_proposed.connect(self._take_gap)

    @override
    def take_scan(self, code: str) -> None:
        self.trial.take_scan(code)

    def _take_gap(self, gap_ms: int) -> None:
        self.surroundings.pc.change(SCAN_GAP, str(gap_ms))
        self.reload()


class SoundSettingsPage(SettingsPage):
    """声音, with a button for each of them."""

    def __init__(self, surroundings: Surroundings) -> None:
        kinds = (
            (SoundKind.GOOD, _("扫到了"), "F5"),
            (SoundKind.WARN, _("要留意"), "F6"),
            (SoundKind.BAD, _("没有这个条码"), "F7"),
            (SoundKind.DONE, _("卖完一单"), "F8"),
        )
        self._kinds = {key: kind for kind, _word, key in kinds}
        panel = Panel()
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(0, 0, 0, look().px(16))
        inside.setSpacing(look().px(8))
        inside.addWidget(SectionTitle(_("听一下"), _("每种声音同时也看得见"), is_first=True))
        buttons = [KeyButton(word, key) for _kind, word, key in kinds]
        for button, (kind, _word, _key) in zip(buttons, kinds, strict=True):
            button.clicked.connect(lambda _checked=False, kind=kind: surroundings.sound.play(kind))
            button.setFixedWidth(max(one.sizeHint().width() for one in buttons))
            row = QHBoxLayout()
            row.setContentsMargins(look().px(16), 0, look().px(16), 0)
            row.addWidget(button)
            row.addStretch(1)
            inside.addLayout(row)
        beside = QWidget()
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panel)
        column.addStretch(1)
        super().__init__(surroundings, SOUND, beside)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys on the buttons play."""
        name = f"F{event.key() - Qt.Key.Key_F1.value + 1}"
        if name in self._kinds and not event.isAutoRepeat():
            self.surroundings.sound.play(self._kinds[name])
        else:
            super().keyPressEvent(event)


class PrinterSettingsPage(Page):
    """打印机: which one receipts go to; one chooses and tries it in the dialog behind the window's foot."""

    key = "settings.printer"
    icon = "printer"

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings)
        self.button = KeyButton(_("换打印机，打测试页"), "F9", icon="printer")
        self.button.clicked.connect(surroundings.pc.printer_wanted)
        self._name = QLabel()
        self.line = NoticeLine()
        surroundings.pc.changed.connect(self._on_changed)
        self._lay_out()
        self.reload()

    @override
    def title(self) -> str:
        return _("打印机")

    @override
    def reload(self) -> None:
        self._name.setText(self.surroundings.pc.read(PRINTER) or _("存成 PDF 文件，放在店铺文件旁边"))

    @override
    def focus_first(self) -> None:
        self.button.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F9 and not event.isAutoRepeat():
            self.button.click()
        else:
            super().keyPressEvent(event)

    @override
    def take_scan(self, code: str) -> None:
        self.line.say(LineKind.WARNING, _("这一页用不到扫码，{code} 没有算").format(code=code))

    def words(self) -> str:
        """Where receipts go now."""
        return self._name.text()

    def _on_changed(self, choice: PcChoice) -> None:
        if choice is PRINTER:
            self.reload()

    def _lay_out(self) -> None:
        gap = look().px(12)
        header = PageHeader()
        header.show_title(self.title(), _("只管这台电脑"))
        explained = QLabel(_("系统里装好的打印机都可以用；没有打印机，小票就存成 PDF 文件。"))
        explained.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        panel = Panel()
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(0, 0, 0, look().px(16))
        inside.setSpacing(gap)
        inside.addWidget(SectionTitle(_("小票打到"), is_first=True))
        for part in (self._name, explained, self.button):
            row = QHBoxLayout()
            row.setContentsMargins(look().px(16), 0, look().px(16), 0)
            row.addWidget(part)
            row.addStretch(1)
            inside.addLayout(row)
        panel.setMaximumWidth(look().px(580))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(look().px(16), gap, look().px(16), gap)
        whole.setSpacing(gap)
        whole.addWidget(header)
        whole.addWidget(panel)
        whole.addStretch(1)
        whole.addWidget(self.line)
        whole.addWidget(HintLine([KeyHint("F9", self.button.text())]))


_PAGES: dict[str, Callable[[Surroundings], Page]] = {
    SHOP.key: ShopSettingsPage,
    RECEIPT.key: ReceiptSettingsPage,
    PrinterSettingsPage.key: PrinterSettingsPage,
    SCANNER.key: ScannerSettingsPage,
    SOUND.key: SoundSettingsPage,
    LOOKS.key: LookSettingsPage,
}


def settings_page(key: str, surroundings: Surroundings) -> Page:
    """The page of settings with this key.

    Raises:
        KeyError: there is none.
    """
    return _PAGES[key](surroundings)
