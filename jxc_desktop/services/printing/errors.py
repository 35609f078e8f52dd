"""What paper cannot hold."""

from jxc_desktop.models.values.report_paper import Direction
from jxc_desktop.services.errors import ShopError


class TooManyColumnsError(ShopError):
    """A table is wider than the paper, however small its letters.

    Attributes:
        columns: how many it has. direction: how the paper was to lie.
    """

    def __init__(self, columns: int, direction: Direction) -> None:
        super().__init__(columns, direction)
        self.columns, self.direction = columns, direction
