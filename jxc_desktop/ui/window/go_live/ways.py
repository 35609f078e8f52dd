"""Where each step of the go-live list is done, and where a new shop begins."""

from pathlib import Path
from typing import TYPE_CHECKING

from jxc_desktop.services.people.go_live import GoLiveStep

if TYPE_CHECKING:
    from jxc_desktop.ui.window.main_window import MainWindow

GO_LIVE, IMPORT = "catalog.go_live", "catalog.import"
# The page of each step.
WAYS: dict[GoLiveStep, str] = {
    GoLiveStep.PRODUCTS: IMPORT,
    GoLiveStep.OPENING_STOCK: "inventory.opening",
    GoLiveStep.PRINTER: "settings.printer",
    GoLiveStep.OPERATORS: "settings.operators",
    GoLiveStep.TEST_SALE: "sales.checkout",
    GoLiveStep.BACKUP_PLACE: "settings.backups",
}


def begin_on_page(window: "MainWindow", file: Path | None) -> None:
    """After the four questions: the table that is to be moved in, or the list of what is still to be done."""
    if file is not None:
        window.show_page(IMPORT, file)
    else:
        window.bring_to_front(GO_LIVE)
