"""Short acts of the window: done on the spot, refusals said in words at the place where they belong."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.words.refusals import Refusal, refusal
from jxc_desktop.ui.errors.fault_text import fault_text
from jxc_desktop.ui.errors.troubles import Trouble, tell

T = TypeVar("T")


def perform(act: Callable[[], T], done: Callable[[T], object], refused: Callable[[Refusal, ShopError], object]) -> None:
    """Do it, then `done` with the result; a refusal goes to `refused` in words. Anything else is a bug of ours.

    Where nothing can be saved any more, the dialog that says so opens as well, and can do it once more.
    """
    try:
        result = act()
    except ShopError as error:
        said = refusal(error)
        refused(said, error)
        if said.stop is not None:
            tell(Trouble(said.stop, fault_text(error), is_awaited=True, again=partial(perform, act, done, refused)))
    else:
        done(result)
