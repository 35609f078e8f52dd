"""A zip file that carries no moment."""

import os
import zipfile
from pathlib import Path

from jxc_desktop.services.exchange.steady_zip import SteadyZip


def test_the_bytes_do_not_depend_on_when_a_part_was_written(tmp_path: Path) -> None:
    part = tmp_path / "part.xml"
    part.write_bytes(b"<a/>" * 1000)
    contents = []
    for moment in (1_000_000_000, 1_700_000_000):
        os.utime(part, (moment, moment))
        with SteadyZip(tmp_path / "x.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.write(str(part), "part.xml")
            archive.writestr("text.txt", "可乐")
        contents.append((tmp_path / "x.zip").read_bytes())
    assert contents[0] == contents[1]
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        assert archive.read("part.xml") == part.read_bytes()
        assert archive.read("text.txt").decode() == "可乐"
