"""The pictures of `make screens`: no page and no start is forgotten, and taking one works without a screen."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

from jxc_desktop.ui.window.pages import PAGES
from tests.pictures.camera import SIZE
from tests.pictures.scenes import SCENES, STARTS, numbered
from tests.project_files import PROJECT


def test_every_page_has_its_picture() -> None:
    names = [scene.name for scene in SCENES]
    assert [page.key.replace(".", "-").replace("_", "-") for page in PAGES] == names[: len(PAGES)]


def test_no_two_pictures_have_one_name() -> None:
    names = [name for name, _scene in (*numbered(SCENES), *numbered(STARTS, first=len(SCENES) + 1))]
    assert len(set(names)) == len(names)
    assert names == sorted(names)


def test_a_picture_is_taken_light_and_dark_without_a_screen(qapp: object, tmp_path: Path) -> None:
    asked = [sys.executable, "-m", "tests.pictures", str(tmp_path), "--only", "sales-checkout"]
    places = {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "1"}
    ended = subprocess.run(
        asked, cwd=PROJECT, env={**os.environ, **places}, capture_output=True, text=True, timeout=300
    )
    assert ended.returncode == 0, ended.stderr
    light, dark = (QImage(str(tmp_path / f"01-sales-checkout-{theme}-100.png")) for theme in ("light", "dark"))
    assert (light.width(), dark.width()) == (SIZE[0], SIZE[0])
    assert light.pixelColor(5, 5).lightness() > 200 > 60 > dark.pixelColor(5, 5).lightness()
