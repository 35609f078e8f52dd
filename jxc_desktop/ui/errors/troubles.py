"""What stops the work, on its way to the one dialog that says so."""

from collections.abc import Callable
from dataclasses import dataclass

from jxc_desktop.services.words.refusals import Stop


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that cannot be said in a line.

    Attributes:
        stop: what happened, what is safe, what to do.
        details: for whoever helps: no customer, no password.
        is_awaited: somebody pressed a key and waits for what was refused; else it came by itself.
        is_logged: the log has it already.
        again: does once more what was refused; None where nothing can be.
    """

    stop: Stop
    details: str = ""
    is_awaited: bool = False
    is_logged: bool = False
    again: Callable[[], None] | None = None


_listeners: list[Callable[[Trouble], None]] = []


def listen(listener: Callable[[Trouble], None]) -> None:
    """Be told of every trouble from now on, on the window's thread."""
    _listeners.append(listener)


def stop_listening(listener: Callable[[Trouble], None]) -> None:
    """Be told no more."""
    _listeners.remove(listener)


def tell(trouble: Trouble) -> None:
    """Say it to whoever listens; without a window nobody does."""
    for listener in tuple(_listeners):
        listener(trouble)
