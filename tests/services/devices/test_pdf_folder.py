"""Documents filed in a folder."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from jxc_desktop.services.devices.pdf_folder import PdfFolder, file_stem
from jxc_desktop.services.ports.printer import Printer, PrinterOfflineError, PrinterUnknownError


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_document_is_filed_under_its_title(tmp_path: Path) -> None:
    printer: Printer = PdfFolder(tmp_path / "小票")
    printer.print_pdf(b"%PDF one", title="XS20260304-0019", paper="80mm")
    assert (tmp_path / "小票" / "XS20260304-0019.pdf").read_bytes() == b"%PDF one"


def test_a_title_that_is_there_already_gets_a_number_and_nothing_is_overwritten(tmp_path: Path) -> None:
    for content in (b"1", b"2", b"3"):
        PdfFolder(tmp_path).print_pdf(content, title="经营月报 2026-03", paper="A4")
    assert [(tmp_path / name).read_bytes() for name in names(tmp_path)] == [b"2", b"3", b"1"]
    assert names(tmp_path) == ["经营月报 2026-03 (2).pdf", "经营月报 2026-03 (3).pdf", "经营月报 2026-03.pdf"]


def test_many_at_once_are_all_kept(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as workers:
        for number in range(24):
            workers.submit(PdfFolder(tmp_path).print_pdf, str(number).encode(), title="同名", paper="80mm")
    assert {path.read_bytes() for path in tmp_path.iterdir()} == {str(number).encode() for number in range(24)}


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("XS20260304-0019", "XS20260304-0019"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("a:b*c?d", "a_b_c_d"),
        ("CON", "_CON"),
        ("com1.txt", "_com1.txt"),
        ("控制\x00\x1b台", "控制__台"),
        ("尾点...", "尾点"),
        ("  ", "_"),
        ("", "_"),
    ],
)
def test_a_title_becomes_a_name_that_every_system_accepts(title: str, stem: str) -> None:
    assert file_stem(title) == stem


def test_a_very_long_title_is_shortened_between_characters(tmp_path: Path) -> None:
    for _time in range(2):
        PdfFolder(tmp_path).print_pdf(b"x", title="长" * 300, paper="A4")
    assert names(tmp_path) == ["长" * 66 + " (2).pdf", "长" * 66 + ".pdf"]


def test_a_folder_that_cannot_be_made_is_offline(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(PrinterOfflineError) as refused:
        PdfFolder(tmp_path / "file" / "folder").print_pdf(b"x", title="t", paper="A4")
    assert refused.value.printer == str(tmp_path / "file" / "folder")


def test_a_full_disk_leaves_no_half_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(PrinterUnknownError, match="No space left"):
        PdfFolder(tmp_path).print_pdf(b"x" * 1000, title="t", paper="A4")
    assert names(tmp_path) == []
