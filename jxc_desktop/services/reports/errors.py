"""What the reports may refuse."""

from pathlib import Path

from jxc_desktop.services.errors import ShopError


class ReportFileKindError(ShopError):
    """A report cannot be written as a file of this kind.

    Attributes:
        path: the file that was wanted.
        possible: the endings a report can be written with.
    """

    def __init__(self, path: Path, possible: tuple[str, ...]) -> None:
        super().__init__(path, possible)
        self.path = path
        self.possible = possible
