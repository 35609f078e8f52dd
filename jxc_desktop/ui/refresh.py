"""Pages hear once what an act changed; those that are not seen remember that their figures are old."""

from PySide6.QtCore import QObject, Signal

from jxc_desktop.services.changes import Change


class Refresh(QObject):
    """Carries the news of an act to the pages, on the window's thread whatever thread it happened on.

    Signals:
        changed: the set of what was touched.
    """

    changed = Signal(frozenset)

    def tell(self, changes: frozenset[Change]) -> None:
        """Called by the shop after each act."""
        self.changed.emit(changes)
