"""Draw the program's icon in every size a system asks for, from the one drawing beside this file."""

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QGuiApplication, QImage, QImageReader

HERE = Path(__file__).parent
DRAWING = HERE / "jxc-desktop.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
# What Windows looks for; 256 is written as 0 there.
IN_ICO = (16, 24, 32, 48, 64, 256)


def drawn(size: int) -> QImage:
    """The icon of that size.

    Units: pixels.
    """
    reader = QImageReader(str(DRAWING))
    reader.setScaledSize(QSize(size, size))
    return reader.read()


def as_png(size: int) -> bytes:
    """The bytes of a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    drawn(size).save(buffer, "PNG")
    return bytes(buffer.data().data())


def as_ico() -> bytes:
    """Several sizes in one file: a head, a directory, then PNG files."""
    pictures = [(size, as_png(size)) for size in IN_ICO]
    place = 6 + 16 * len(pictures)
    directory, files = b"", b""
    for size, picture in pictures:
        directory += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), place + len(files))
        files += picture
    return struct.pack("<HHH", 0, 1, len(pictures)) + directory + files


def main() -> int:
    """Write them all."""
    application = QGuiApplication(["make_icons", "-platform", "offscreen"])
    for size in SIZES:
        (HERE / f"jxc-desktop-{size}.png").write_bytes(as_png(size))
    (HERE / "jxc-desktop.ico").write_bytes(as_ico())
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
