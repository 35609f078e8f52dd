"""A file that is there as a whole or not at all."""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from jxc_desktop.services.exchange.faults import FileNotWrittenError


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """The path of a new file beside the target; when the block ends well it takes the target's place.

    Whatever goes wrong, the target stays as it was and nothing is left beside it.

    Raises:
        FileNotWrittenError: the system refuses to write there.
    """
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        yield beside
        _to_disk(beside)
        os.replace(beside, path)
    except OSError as fault:
        raise FileNotWrittenError(path, _reason(fault)) from fault
    finally:
        with suppress(OSError):
            beside.unlink()


def _to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _reason(fault: OSError) -> str:
    if fault.errno in (errno.ENOSPC, errno.EDQUOT):
        return "disk_full"
    if isinstance(fault, PermissionError | IsADirectoryError):
        return "in_use"
    return "no_folder" if isinstance(fault, FileNotFoundError | NotADirectoryError) else "system"
