"""The colours of the window, each written once: light and dark."""

from PySide6.QtGui import QColor

# One row per token: light, dark.
TOKENS: dict[str, tuple[str, str]] = {
    "window": ("#F3F4F6", "#14171C"),
    "surface": ("#FFFFFF", "#1B1F26"),
    "raised": ("#FFFFFF", "#242A33"),
    "sunken": ("#E9EBEF", "#0F1216"),
    "zebra": ("#F8F9FB", "#1F242C"),
    "hover": ("#EDF0F5", "#262C36"),
    "selection": ("#D5E0FA", "#2D3C66"),
    "line": ("#E7EAEE", "#2A303A"),
    "border": ("#D8DCE2", "#333A46"),
    "border_strong": ("#868E9B", "#77808F"),
    "text": ("#1A1E24", "#E8EBF0"),
    "text_muted": ("#59616D", "#A2AAB7"),
    "text_disabled": ("#9BA2AD", "#646C79"),
    "accent": ("#2C55C4", "#8FACFF"),
    "accent_hover": ("#2449AB", "#A6BDFF"),
    "accent_press": ("#1D3C8F", "#7897F2"),
    "accent_text": ("#FFFFFF", "#0F1730"),
    "accent_soft": ("#E4EAFA", "#262F4A"),
    "focus": ("#2C55C4", "#8FACFF"),
    "danger": ("#BE2730", "#FF8F8F"),
    "danger_soft": ("#FBE9EA", "#3D2226"),
    "warning": ("#855600", "#F0B94F"),
    "warning_soft": ("#FDF1D6", "#382D17"),
    "success": ("#17714A", "#63CC98"),
    "success_soft": ("#E3F3EA", "#173327"),
    "neutral_soft": ("#E9EBEF", "#2B313B"),
    "tip": ("#2A3038", "#E8EBF0"),
    "tip_text": ("#F3F5F8", "#14171C"),
    "chart_2": ("#868E9B", "#77808F"),
    "veil": ("#0A0E14", "#0A0E14"),
}

VEIL_OPACITY = 0.42


class Colours:
    """One palette. Read them, never change them: every widget paints with the same objects."""

    __slots__ = tuple(TOKENS)

    window: QColor
    surface: QColor
    raised: QColor
    sunken: QColor
    zebra: QColor
    hover: QColor
    selection: QColor
    line: QColor
    border: QColor
    border_strong: QColor
    text: QColor
    text_muted: QColor
    text_disabled: QColor
    accent: QColor
    accent_hover: QColor
    accent_press: QColor
    accent_text: QColor
    accent_soft: QColor
    focus: QColor
    danger: QColor
    danger_soft: QColor
    warning: QColor
    warning_soft: QColor
    success: QColor
    success_soft: QColor
    neutral_soft: QColor
    tip: QColor
    tip_text: QColor
    chart_2: QColor
    veil: QColor

    def __init__(self, column: int) -> None:
        for name, pair in TOKENS.items():
            setattr(self, name, QColor(pair[column]))


LIGHT, DARK = Colours(0), Colours(1)
