"""What a failing disk or a sync program does to a file."""

from pathlib import Path

PAGE = 4096


def spoil(file: Path) -> None:
    """Pages in the middle of the file hold something else."""
    content = bytearray(file.read_bytes())
    middle = len(content) // PAGE // 2 * PAGE
    content[middle : middle + 8 * PAGE] = b"\xff" * (8 * PAGE)
    file.write_bytes(content)


def cut(file: Path, pages: int) -> None:
    """Only the first pages are left."""
    file.write_bytes(file.read_bytes()[: pages * PAGE])
