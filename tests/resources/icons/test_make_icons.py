"""The program's icon in every size."""

import importlib.util
import struct
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtGui import QImage

from jxc_desktop.resource_files import resource_path
from jxc_desktop.ui.look.tokens import LIGHT

FOLDER = resource_path("icons", "app")
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_icons", FOLDER / "make_icons.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("size", SIZES)
def test_each_size_is_there_with_round_corners_on_our_blue(qapp: object, size: int) -> None:
    picture = QImage(str(FOLDER / f"jxc-desktop-{size}.png"))
    assert (picture.width(), picture.height()) == (size, size)
    assert picture.pixelColor(0, 0).alpha() == 0
    assert picture.pixelColor(size // 2, size // 8).name() == LIGHT.accent.name()


def test_windows_finds_its_sizes_in_one_file() -> None:
    content = (FOLDER / "jxc-desktop.ico").read_bytes()
    kind, count = struct.unpack_from("<2xHH", content)
    assert (kind, count) == (1, 6)
    for number in range(count):
        length, place = struct.unpack_from("<II", content, 6 + 16 * number + 8)
        assert content[place : place + 4] == b"\x89PNG"
        assert place + length <= len(content)


def test_the_files_are_what_the_drawing_makes(qapp: object, maker: ModuleType, tmp_path: Path) -> None:
    for size in (32, 128):
        made = tmp_path / "made.png"
        made.write_bytes(maker.as_png(size))
        assert QImage(str(made)) == QImage(str(FOLDER / f"jxc-desktop-{size}.png"))
