"""Dress the whole program: Fusion, our palette, our font, one style sheet, no moving effects."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from jxc_desktop.ui.look.current import Look, wear
from jxc_desktop.ui.look.fonts import application_font
from jxc_desktop.ui.look.palette import palette_of
from jxc_desktop.ui.look.style import style_sheet
from jxc_desktop.ui.look.tokens import DARK, LIGHT
from jxc_desktop.ui.look.type_scale import forget_fonts

EFFECTS = (
    Qt.UIEffect.UI_General,
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)


def apply_look(app: QApplication, dark: bool, base: int) -> None:
    """The program in light or dark, with body text of this size: at the start, and when the shop changes its mind.

    Units: base in pixels (14, 16 or 18).
    """
    worn = Look(DARK if dark else LIGHT, base)
    wear(worn)
    if not app.property("dressed"):
        _undo_the_system_style(app)
    app.setFont(application_font(base))
    forget_fonts()
    app.setPalette(palette_of(worn.colours))
    app.setStyleSheet(style_sheet(worn))


def _undo_the_system_style(app: QApplication) -> None:
    app.setStyle("Fusion")
    for effect in EFFECTS:
        QApplication.setEffectEnabled(effect, False)
    app.setProperty("dressed", True)
