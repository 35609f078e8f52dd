"""`make screens`: pictures of everything the window can show, light and dark, at one scale."""

import argparse
import os
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from jxc_desktop.app import dressed_application
from tests.pictures.camera import Camera, make_shop, program_on, stop_the_clock
from tests.pictures.scenes import SCENES, STARTS, numbered

THEMES = ("light", "dark")


def main() -> int:
    """Take them all, or those whose name holds the words asked for; 0 when every one was taken."""
    parser = argparse.ArgumentParser(prog="pictures", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", help="a part of the names of the pictures")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    began, percent = time.monotonic(), round(float(os.environ.get("QT_SCALE_FACTOR", "1")) * 100)
    application = dressed_application()
    stop_the_clock()
    with TemporaryDirectory(prefix="jxc-pictures-", ignore_cleanup_errors=True) as folder:
        count = take_scenes(application, Path(folder), asked.folder, percent, asked.only)
        count += take_starts(application, Path(folder), asked.folder, percent, asked.only)
    sys.stdout.write(f"{count} pictures at {percent} % in {time.monotonic() - began:.0f} s\n")
    return 0 if count else 1


def take_scenes(application: QApplication, folder: Path, out: Path, percent: int, only: str) -> int:
    """What the window shows with a shop open; how many pictures that were."""
    shop = folder / "shop.db"
    make_shop(shop)
    wanted = [(name, scene) for name, scene in numbered(SCENES) if only in name]
    if not wanted:
        return 0
    with program_on(application, shop, folder / "scenes.ini") as program:
        camera = Camera(application, program, out, percent)
        camera.wait(lambda: program.window.current_page() is not None)
        camera.rest(1)  # until the foot of the window says how the shop is
        for theme in THEMES:
            camera.wear(theme)
            for name, scene in wanted:
                scene.walk(camera)
                camera.take(name)
                camera.go_back()
    return len(wanted) * len(THEMES)


def take_starts(application: QApplication, folder: Path, out: Path, percent: int, only: str) -> int:
    """What the window shows before a shop is open; how many pictures that were."""
    wanted = [(name, start) for name, start in numbered(STARTS, first=len(SCENES) + 1) if only in name]
    for number, theme in enumerate(THEMES):
        for name, start in wanted:
            place = folder / f"{name}-{number}"
            place.mkdir()
            path = start.prepare(place)
            with program_on(application, path, place / "window.ini", theme) as program:
                camera = Camera(application, program, out, percent, theme)
                camera.rest()
                start.walk(camera)
                camera.take(name)
    return len(wanted) * len(THEMES)


if __name__ == "__main__":
    sys.exit(main())
