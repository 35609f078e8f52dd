"""What parts of the window offer in the search over everything, whatever page is in front."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from jxc_desktop.ui.window.palette.rows import Command


class Offering(QObject):
    """A part with commands of its own; it is a child of the window."""

    def commands(self) -> "list[Command]":
        """What it offers now."""
        raise NotImplementedError
