"""A trading program that is ended in the middle, and what must be true of the file it leaves."""

import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

from jxc_desktop.services.shop import Shop
from tests.story import TestClock

PATIENCE_S = 60


class TradingProgram:
    """The program of its own.

    Attributes:
        reported: the keys of the documents it said are saved.
    """

    def __init__(self, shop: Path, seed: int) -> None:
        command = [sys.executable, "-m", "tests.proof.trading", str(shop), str(seed)]
        root = Path(__file__).resolve().parents[2]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=root)
        self._rest = b""
        self.reported: set[int] = set()
        self._wait_until_ready()

    def trade_for(self, seconds: float) -> None:
        """Let it trade, and listen."""
        ends = time.monotonic() + seconds
        while (left := ends - time.monotonic()) > 0:
            self._listen(left)

    def stop(self) -> None:
        """It stands still in whatever it does, as when the power goes; what it has said until now is heard."""
        os.kill(self._process.pid, signal.SIGSTOP)
        while self._listen(0):
            pass

    def go_on(self) -> None:
        """It goes on where it stood."""
        os.kill(self._process.pid, signal.SIGCONT)

    def kill(self) -> None:
        """It ends at once; what it had said is heard."""
        os.kill(self._process.pid, signal.SIGKILL)
        rest, _ = self._process.communicate()
        self._take(rest)

    def _wait_until_ready(self) -> None:
        assert self._process.stdout is not None
        ready = select.select([self._process.stdout], [], [], PATIENCE_S)[0]
        assert ready
        assert self._process.stdout.readline() == b"ready\n"

    def _listen(self, at_most: float) -> bool:
        assert self._process.stdout is not None
        if not select.select([self._process.stdout], [], [], at_most)[0]:
            return False
        said = os.read(self._process.stdout.fileno(), 65536)
        self._take(said)
        return bool(said)

    def _take(self, said: bytes) -> None:
        *whole, self._rest = (self._rest + said).split(b"\n")
        self.reported |= {int(line) for line in whole}


def assert_nothing_lost(shop: Path, reported: set[int]) -> None:
    """The file opens, its books hold, and every document that was reported is in them."""
    with Shop.open(shop, TestClock()) as opened:
        assert opened.health.verify() == ()
        with opened._desk.storage.reading() as books:
            there = {key for (key,) in books.connection.exec_driver_sql("SELECT id FROM document")}
    assert reported <= there
