"""A fault of the program in a form that can be kept and sent: where it happened, and nothing of anybody."""

import sys
import traceback
from collections.abc import Iterator
from pathlib import PurePath

# What Python itself says of these names types and names in the code; others may quote a customer or a password.
SAY_NOTHING_OF_ANYBODY = (
    ArithmeticError,
    AttributeError,
    ImportError,
    IndexError,
    MemoryError,
    NameError,
    NotImplementedError,
    RuntimeError,
    TypeError,
)
PROGRAM = "jxc_desktop"


def fault_text(error: BaseException) -> str:
    """The error, the errors behind it, and the way through the program, the last call below."""
    return "\n".join(line for part in _chain(error) for line in _lines(part))


def fault_code(error: BaseException) -> str:
    """A short name, the same for the same fault at the same place."""
    from zlib import crc32

    return f"BUG-{crc32(repr(fault_place(error)).encode()) & 0xFFFF:04X}"


def fault_place(error: BaseException) -> tuple[str, ...]:
    """What kind it is and where in the program it happened: the same place is the same fault."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if PROGRAM in PurePath(frame.filename).parts] or list(frames)
    return (type(error).__name__, *((_short(ours[-1].filename), ours[-1].name) if ours else ()))


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: list[BaseException] = []
    behind: BaseException | None = error
    while behind is not None and behind not in seen:
        seen.append(behind)
        behind = behind.__cause__ or (None if behind.__suppress_context__ else behind.__context__)
    return reversed(seen)


def _lines(error: BaseException) -> Iterator[str]:
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"  {_short(frame.filename)}:{frame.lineno} {frame.name}"
        if frame.line:
            yield f"    {frame.line}"
    yield _kind(error)


def _kind(error: BaseException) -> str:
    name = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    if isinstance(error, OSError):
        return f"{name} {error.errno}"
    if said := getattr(error, "sqlite_errorname", ""):
        return f"{name} {said}"
    # Exactly these: a subclass of somebody else's may say anything.
    is_plain = isinstance(error, SAY_NOTHING_OF_ANYBODY) and type(error).__module__ == "builtins"
    return f"{name}: {error}" if is_plain else name


def _short(path: str) -> str:
    """A place in the program without the folders of this PC, which may be named after somebody."""
    parts = PurePath(path).parts
    for start in (PROGRAM, "site-packages", f"python{sys.version_info.major}.{sys.version_info.minor}"):
        if start in parts:
            return "/".join(parts[len(parts) - parts[::-1].index(start) - 1 :])
    return "/".join(parts[-1:])
