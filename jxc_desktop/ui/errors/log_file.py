"""The program's log beside this PC's settings: what was done when, and what went wrong; nothing of anybody."""

import logging
import platform
from pathlib import Path

NAME = "jxc.log"
LARGEST_BYTES = 1_000_000
KEPT = 4
_FORM = "%(asctime)s %(levelname)s %(message)s"


def start_log(folder: Path) -> None:
    """Write the log into the folder from now on; does nothing where it is written already, or cannot be.

    An old log that has grown large is put aside at the start, and the oldest of those goes.
    """
    log = logging.getLogger("jxc")
    if log.handlers:
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _put_aside(folder / NAME)
        handler = logging.FileHandler(folder / NAME, encoding="utf-8")
    except OSError:
        # Without a log the shop goes on selling.
        log.addHandler(logging.NullHandler())
        return
    handler.setFormatter(logging.Formatter(_FORM))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.propagate = False
    log.info("started: version %s on %s, Python %s", version(), platform.platform(), platform.python_version())


def end_log() -> None:
    """Let go of the file."""
    log = logging.getLogger("jxc")
    for handler in tuple(log.handlers):
        log.removeHandler(handler)
        handler.close()


def log_tail(folder: Path, lines: int) -> str:
    """The last lines of the log, as the program and the run before it wrote them; "" where there is none."""
    try:
        written = (folder / NAME).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return "\n".join(written.splitlines()[-lines:])


def version() -> str:
    """The version of the program; a question mark where it was not installed."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    try:
        return installed("jxc-desktop")
    except PackageNotFoundError:
        return "?"


def _put_aside(path: Path) -> None:
    if not path.exists() or path.stat().st_size < LARGEST_BYTES:
        return
    names = [path, *(path.with_name(f"{path.name}.{number}") for number in range(1, KEPT))]
    for older, newer in zip(names[:0:-1], names[-2::-1], strict=True):
        if newer.exists():
            newer.replace(older)
