"""The shop's font: the one of Windows, else the one that comes with the program, else the system's."""

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from jxc_desktop.resource_files import resource_path

FAMILIES = ("Microsoft YaHei UI", "Noto Sans SC", "Noto Sans CJK SC")
# Reading the bundled file takes time at every start, so a machine that has one of these never opens it.
ENOUGH = ("Microsoft YaHei UI", "Noto Sans CJK SC", "Noto Sans SC")


def application_font(base: int) -> QFont:
    """Body text with digits of equal width."""
    _load_bundled_font_if_needed()
    made = QFont(QApplication.font())
    made.setFamilies(_families())
    made.setPixelSize(base)
    made.setBold(False)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def _families() -> list[str]:
    """The families that are there, in order: an absent first family costs a search at every new size."""
    return [name for name in FAMILIES if QFontDatabase.hasFamily(name)] or list(FAMILIES)


def _load_bundled_font_if_needed() -> None:
    if any(QFontDatabase.hasFamily(name) for name in ENOUGH):
        return
    for file in sorted(resource_path("fonts").glob("NotoSansSC-*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
