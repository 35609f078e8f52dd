"""The program as a shop runs it: a process of its own, a screen, a window manager, keys from the keyboard's side."""

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TypeVar

import pytest

NEEDED = ("Xvfb", "openbox", "xdotool")
SCREEN = "1400x900x24"
# A scanner keeps its pace however busy the PC is; these stand for it and its cable, and go first where they may.
FIRST = ("nice", "-n", "-15")
PATIENCE_S = 60
# A person who reads before the next key; some keys count only when they are no echo of the one before.
LOOKS_S = 0.5
Answer = TypeVar("Answer")


class RealWindow:
    """Somebody at the counter PC."""

    def __init__(self, shop: Path, surroundings: dict[str, str]) -> None:
        self.shop = shop
        self._surroundings = surroundings

    def scan(self, *codes: str) -> None:
        """The scanner: each code at a key a millisecond, ended by Enter."""
        typed = "".join(f"{code}\n" for code in codes)
        self._tool("type", "--delay", "1", "--file", "-", said=typed)
        self.look()

    def write(self, text: str) -> None:
        """A person types, key by key."""
        self._tool("type", "--delay", "120", text)
        self.look()

    def press(self, *keys: str) -> None:
        """One key after the other, read between them."""
        for key in keys:
            self._tool("key", key)
            self.look()

    def look(self) -> None:
        """Read the screen."""
        time.sleep(LOOKS_S)

    def asked(self, question: str, *values: object) -> list[tuple[object, ...]]:
        """What the shop file holds, seen from outside the program."""
        with closing(sqlite3.connect(f"{self.shop.as_uri()}?mode=ro", uri=True)) as file:
            return list(file.execute(question, values))

    def comes(self, answer: Callable[[], Answer | None]) -> Answer:
        """Wait until there is an answer."""
        return _comes(answer)

    def _tool(self, *words: str, said: str | None = None) -> str:
        done = subprocess.run(
            [*FIRST, "xdotool", *words], input=said, env=self._surroundings, capture_output=True, text=True, check=True
        )
        return done.stdout

    def show_up(self, name: str) -> None:
        """Wait for the window and click into it once, as somebody who sits down does."""
        search = ["xdotool", "search", "--onlyvisible", "--name", name]
        self.comes(lambda: _answers(search, self._surroundings))
        time.sleep(2 * LOOKS_S)
        self._tool("mousemove", "700", "120", "click", "1")
        self.look()


@contextmanager
def opened_window(shop: Path, name: str, home: Path) -> Iterator[RealWindow]:
    """The program's window on a screen of its own; closed by its key at the end, and it ends well."""
    missing = [tool for tool in NEEDED if shutil.which(tool) is None]
    if missing:
        pytest.skip(f"needs a screen and a keyboard to drive: {', '.join(missing)} not found")
    screen = subprocess.Popen(
        [*FIRST, "Xvfb", "-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert screen.stdout is not None
    surroundings = os.environ | {
        "DISPLAY": f":{screen.stdout.readline().strip()}",
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "QT_QPA_PLATFORM": "xcb",
    }
    _comes(lambda: _answers(["xdotool", "getdisplaygeometry"], surroundings))
    manager = subprocess.Popen(["openbox"], env=surroundings, stderr=subprocess.DEVNULL)
    try:
        with _program(shop, surroundings) as process:
            window = RealWindow(shop, surroundings)
            window.show_up(name)
            yield window
            if process.poll() is None:
                window.press("alt+F4")
            assert process.wait(PATIENCE_S) == 0
    finally:
        for ended in (manager, screen):
            ended.terminate()
            ended.wait()
        screen.stdout.close()


@contextmanager
def _program(shop: Path, surroundings: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen([sys.executable, "-m", "jxc_desktop", "--shop", str(shop)], env=surroundings)
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()


def _answers(question: list[str], surroundings: dict[str, str]) -> bool:
    return subprocess.run(question, env=surroundings, capture_output=True, check=False).returncode == 0


def _comes(answer: Callable[[], Answer | None]) -> Answer:
    ends = time.monotonic() + PATIENCE_S
    while time.monotonic() < ends:
        found = answer()
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError("it did not happen within a minute")
