"""The way back to where somebody was when he opened something on another page."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class WayBack:
    """Who opened something on a page, and where the focus was: Esc leads back there."""

    page: str
    asked_by: str
    focus: QWidget | None
