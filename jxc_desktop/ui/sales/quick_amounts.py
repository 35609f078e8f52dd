"""Amounts a customer may hand over, one key away."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from jxc_desktop.models.values.money import Money
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.sales.payment_sheet import MOST_OFFERS
from jxc_desktop.ui.widgets.figure_text import money_text
from jxc_desktop.ui.widgets.key_button import KeyButton
from jxc_desktop.ui.widgets.key_cap import KeyHint
from jxc_desktop.ui.widgets.key_label import KeyLabel


class QuickAmounts(QWidget):
    """恰好, the next yuan, the next note; + and − walk along them.

    Signals:
        picked: the amount that was clicked.
    """

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers: tuple[Money, ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(8))
        self._buttons = [self._button(number) for number in range(MOST_OFFERS + 1)]
        for button in self._buttons:
            row.addWidget(button)
        row.addStretch(1)
        self._keys = KeyLabel((KeyHint("+", ""), KeyHint("−", _("换一档"))), self)
        row.addWidget(self._keys)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_offers(self, offers: Sequence[Money], chosen: Money | None) -> None:
        """Other amounts; the chosen one is lit."""
        self._offers = tuple(offers)
        self._keys.setVisible(bool(offers))
        for number, button in enumerate(self._buttons):
            button.setVisible(number < len(offers))
            if number < len(offers):
                button.setText(_words(offers[number], is_exact=number == 0))
                button.setChecked(offers[number] == chosen)

    def words(self) -> list[str]:
        """The amounts as they are written."""
        return [button.text() for button in self._buttons if not button.isHidden()]

    def _button(self, number: int) -> KeyButton:
        button = KeyButton("")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self.picked.emit(self._offers[number]))
        return button


def _words(amount: Money, *, is_exact: bool) -> str:
    if is_exact:
        return _("恰好 {amount}").format(amount=money_text(amount))
    return money_text(amount).removesuffix(".00")
