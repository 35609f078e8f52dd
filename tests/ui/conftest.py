"""The look of the window, worn by a test and put off again."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from jxc_desktop.ui.look.apply import apply_look
from jxc_desktop.ui.look.current import Look, wear
from jxc_desktop.ui.look.type_scale import forget_fonts


@pytest.fixture
def dress(qapp: QApplication) -> Iterator[Callable[..., None]]:
    """Dresses the program in light or dark and a size; afterwards it is bare again."""
    font, palette = qapp.font(), qapp.palette()

    def put_on(dark: bool = False, base: int = 14) -> None:
        apply_look(qapp, dark, base)

    yield put_on
    wear(Look())
    qapp.setStyleSheet("")
    qapp.setFont(font)
    forget_fonts()
    qapp.setPalette(palette)
