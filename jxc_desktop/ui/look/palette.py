"""The colours as Qt's own parts use them."""

from PySide6.QtGui import QColor, QPalette

from jxc_desktop.ui.look.tokens import Colours

Role = QPalette.ColorRole
Group = QPalette.ColorGroup


def palette_of(colours: Colours) -> QPalette:
    """The palette of the whole program: active and inactive windows look alike but for the selection."""
    made = QPalette()
    for role, colour in _roles(colours).items():
        made.setColor(Group.All, role, colour)
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        made.setColor(Group.Disabled, role, colours.text_disabled)
    made.setColor(Group.Inactive, Role.Highlight, colours.neutral_soft)
    return made


def _roles(colours: Colours) -> dict[QPalette.ColorRole, QColor]:
    return {
        Role.Window: colours.window,
        Role.Base: colours.surface,
        Role.Button: colours.surface,
        Role.Light: colours.raised,
        Role.Midlight: colours.sunken,
        Role.AlternateBase: colours.zebra,
        Role.Highlight: colours.selection,
        Role.HighlightedText: colours.text,
        Role.Mid: colours.border,
        Role.Dark: colours.border_strong,
        Role.Shadow: colours.border_strong,
        Role.WindowText: colours.text,
        Role.Text: colours.text,
        Role.ButtonText: colours.text,
        Role.PlaceholderText: colours.text_muted,
        Role.Accent: colours.accent,
        Role.Link: colours.accent,
        Role.LinkVisited: colours.accent,
        Role.BrightText: colours.danger,
        Role.ToolTipBase: colours.tip,
        Role.ToolTipText: colours.tip_text,
    }
