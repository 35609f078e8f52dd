"""Icons in any colour."""

import re

import pytest
from PySide6.QtGui import QColor

from jxc_desktop.resource_files import resource_path
from jxc_desktop.ui.look.icons import icon, icon_image, program_icon, recoloured
from jxc_desktop.ui.look.tokens import LIGHT


def _colours(name: str, colour: QColor) -> set[str]:
    image = icon_image(name, colour, 24)
    pixels = (image.pixelColor(x, y) for x in range(24) for y in range(24))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


def _is_blank(name: str) -> bool:
    image = icon_image(name, LIGHT.text, 24)
    return not any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24))


def test_an_icon_is_drawn_in_the_colour_asked_for(qapp: object) -> None:
    assert _colours("check", LIGHT.danger) == {"#be2730"}
    assert _colours("check", LIGHT.success) == {"#17714a"}


def test_an_icon_is_sharp_on_a_screen_of_150_percent(qapp: object) -> None:
    image = icon_image("search", LIGHT.text, 18, 1.5)

    assert (image.width(), image.height()) == (27, 27)
    assert image.deviceIndependentSize().width() == 18


def test_an_icon_for_a_part_of_qt_has_the_size_asked_for(qapp: object) -> None:
    assert icon("printer", LIGHT.text, 18).availableSizes()[0].width() >= 18


def test_an_unknown_icon_is_refused(qapp: object) -> None:
    with pytest.raises(FileNotFoundError):
        icon_image("no-such-icon", LIGHT.text, 18)


def test_every_icon_that_comes_with_the_program_can_be_drawn(qapp: object) -> None:
    files = sorted(resource_path("icons").glob("*.svg"))

    assert files
    assert not [file.stem for file in files if _is_blank(file.stem)]


def test_every_icon_named_in_the_window_comes_with_the_program() -> None:
    sources = resource_path("..", "jxc_desktop", "ui").rglob("*.py")
    call = re.compile(r'(?:paint_icon\(painter|Badge\(_\("[^"]+"\)), "([a-z0-9-]+)"')
    named = {name for source in sources for name in call.findall(source.read_text(encoding="utf-8"))}

    assert named
    assert not [name for name in named if not resource_path("icons", f"{name}.svg").is_file()]


def test_the_licence_lies_beside_the_icons() -> None:
    assert "MIT License" in resource_path("icons", "LICENSE.txt").read_text(encoding="utf-8")


def test_recolouring_leaves_no_colour_open_and_takes_the_strokes_of_the_design() -> None:
    assert recoloured('stroke="currentColor" stroke-width="2"', "#123456") == 'stroke="#123456" stroke-width="1.75"'


def test_the_program_has_an_icon_of_its_own_in_the_sizes_windows_show(qapp: object) -> None:
    sizes = sorted(size.width() for size in program_icon().availableSizes())
    assert sizes == [16, 32, 48, 128]
