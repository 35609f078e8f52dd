"""What belongs to this PC and not to the shop: which shop, which printer, where the window stood."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from jxc_desktop.ui.widgets.pc_choices import PRINTER, PcChoices

PDF_FOLDER = ""
# What was wrong with a shop last time.
DAMAGED, NOT_BACKED_UP = "FILE-DAMAGED", "NOT-BACKED-UP"


class ThisPc:
    """Read and written at once; a value that is not there is its empty one.

    Attributes:
        choices: what the people at it have chosen for it.
    """

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings
        self.choices = PcChoices(settings)

    def shop(self) -> Path | None:
        """The shop file of last time."""
        known = self._text("shop")
        return Path(known) if known else None

    def remember_shop(self, path: Path) -> None:
        """Open this one next time."""
        self._settings.setValue("shop", str(path.absolute()))

    def own_shop(self) -> Path | None:
        """The shop one goes back to from the sample shop, or from a backup that was opened beside it."""
        known = self._text("own_shop")
        return Path(known) if known else None

    def remember_own_shop(self, path: Path) -> None:
        """Go back there."""
        self._settings.setValue("own_shop", str(path.absolute()))

    def opened_backup(self) -> Path | None:
        """The shop file that was made of a backup to look at last; it is not the one that is sold from."""
        known = self._text("opened_backup")
        return Path(known) if known else None

    def remember_opened_backup(self, path: Path) -> None:
        """Say so when it is open."""
        self._settings.setValue("opened_backup", str(path.absolute()))

    def operator(self) -> str:
        """Who signed in last."""
        return self._text("operator")

    def remember_operator(self, name: str) -> None:
        """Propose this one next time."""
        self._settings.setValue("operator", name)

    def printer(self) -> str:
        """The name of the printer for receipts; PDF_FOLDER: files in a folder."""
        return self.choices.read(PRINTER)

    def choose_printer(self, name: str) -> None:
        """Print here from now on."""
        self.choices.change(PRINTER, name)

    def place(self) -> QByteArray:
        """Where the window stood, as Qt writes it."""
        kept = self._settings.value("place")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    def remember_place(self, place: QByteArray) -> None:
        """Stand here next time."""
        self._settings.setValue("place", place)

    def checked_on(self, shop: Path) -> date | None:
        """The last day on which the books of this shop were found to hold."""
        day = self._text("checked_on") if self._text("checked_shop") == str(shop.absolute()) else ""
        return date.fromisoformat(day) if day else None

    def remember_checked(self, shop: Path, day: date | None) -> None:
        """The books hold; None: they do not, and are looked at again at the next start."""
        self._settings.setValue("checked_shop", str(shop.absolute()))
        self._settings.setValue("checked_on", day.isoformat() if day else "")

    def trouble_with(self, shop: Path) -> str:
        """The code of what went wrong with this shop last time, such as that it was not backed up."""
        return self._text("trouble") if self._text("trouble_shop") == str(shop.absolute()) else ""

    def remember_trouble(self, shop: Path, code: str) -> None:
        """Something to know at the next start; "": all is well again."""
        if code or self.trouble_with(shop):
            self._settings.setValue("trouble_shop", str(shop.absolute()))
            self._settings.setValue("trouble", code)

    def _text(self, key: str) -> str:
        value = self._settings.value(key)
        return value if isinstance(value, str) else ""


def log_folder() -> Path:
    """Where the log goes."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation), "log")


def proposed_shop() -> Path:
    """Where the first shop's file goes."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(folder, "进销存", "店.db")


def another_shop() -> Path:
    """Where a new shop's file goes beside those that are there."""
    first = proposed_shop()
    numbered = (first.with_name(f"{first.stem}{number}{first.suffix}") for number in range(2, 1000))
    return next(path for path in (first, *numbered) if not path.exists())
