"""What a report refuses."""

from jxc_desktop.services.errors import ShopError


class ReportTooLongError(ShopError):
    """The report would have more rows than anybody reads.

    Attributes:
        most: how many it may have.
    """

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self.most = most


class NotOneMonthError(ShopError):
    """A report of one month was asked for other dates than those of one month."""
