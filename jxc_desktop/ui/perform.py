"""Short acts of the window: done on the spot, refusals said in words at the place where they belong."""

from collections.abc import Callable
from typing import TypeVar

from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.words.refusals import Refusal, refusal

T = TypeVar("T")


def perform(act: Callable[[], T], done: Callable[[T], object], refused: Callable[[Refusal, ShopError], object]) -> None:
    """Do it, then `done` with the result; a refusal goes to `refused` in words. Anything else is a bug of ours."""
    try:
        result = act()
    except ShopError as error:
        refused(refusal(error), error)
    else:
        done(result)
