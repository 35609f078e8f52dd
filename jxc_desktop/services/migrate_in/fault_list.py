"""provisional."""

from pathlib import Path
from jxc_desktop.services.errors import ShopError


class FileFaultsError(ShopError):
    def __init__(self, path, faults):
        super().__init__(path, faults)


class FaultList:
    def __init__(self, path: Path, headings: dict[str, str], places: dict[str, int]) -> None:
        self.path = path
        self.faults = []

    def add(self, row: int, column: str, reason: str, value: str) -> None:
        self.faults.append((row, column, reason, value))

    def refuse(self) -> None:
        if self.faults:
            raise FileFaultsError(self.path, self.faults[:5])
