"""A filter that is chosen by name from a list, or left open."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.type_scale import BODY, text_width
from jxc_desktop.ui.widgets.combo import Combo

WIDTH = 148
# The icon, the arrow and the edges.
BESIDE_WORDS = 84


class NamedChoice(Combo):
    """One of several things by its name; the first row is all of them.

    Signals:
        applied: another one. refused: what was typed is none of them, in words.
    """

    applied = Signal()
    refused = Signal(str)

    def __init__(self, every: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__([every], every, parent, icon=icon)
        self._every = every
        self._keys: Mapping[str, int] = {}
        self._chosen: int | None = None
        self.setAccessibleName(every)
        self.setFixedWidth(max(look().px(WIDTH), text_width(BODY, every) + look().px(BESIDE_WORDS)))
        line = self.lineEdit()
        assert line is not None
        line.editingFinished.connect(self._settle)
        self.activated.connect(self._settle)

    def show_names(self, keys: Mapping[str, int]) -> None:
        """What there is to choose from, by name; the chosen one stays where it is still there."""
        self._keys = dict(keys)
        self.blockSignals(True)
        self.clear()
        self.addItems([self._every, *keys])
        self.blockSignals(False)
        self.choose(self._chosen)

    def chosen(self) -> int | None:
        """The key of the chosen one; None for all."""
        return self._chosen

    def chosen_name(self) -> str:
        """Its name; "" for all."""
        return next((name for name, key in self._keys.items() if key == self._chosen), "")

    def choose(self, key: int | None) -> None:
        """Choose one without telling anybody; all where there is none of that key."""
        self._chosen = key if key in self._keys.values() else None
        self._write()

    def choose_named(self, name: str) -> None:
        """Choose one by its name without telling anybody."""
        self.choose(self._keys.get(name))

    def _write(self) -> None:
        self.mark_bad(False)
        self.setCurrentText(self.chosen_name() or self._every)

    def _settle(self, _number: int = 0) -> None:
        """Take what is written: a name, all, or a part that only one name has."""
        text, before = self.text(), self._chosen
        fitting = [name for name in self._keys if text and text.lower() in name.lower()]
        name = text if text in self._keys else fitting[0] if len(fitting) == 1 else ""
        if not name and text not in ("", self._every):
            self.mark_bad(True)
            self.refused.emit(_("没有“{text}”，从列表里选").format(text=text))
            return
        self.choose_named(name)
        if self._chosen != before:
            self.applied.emit()
