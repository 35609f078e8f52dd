"""The paper on the screen is the paper that is printed."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from jxc_desktop.models.values.report_paper import Direction, PaperOptions
from jxc_desktop.services.ports.printer import OutOfPaperError
from jxc_desktop.services.printing.errors import TooManyColumnsError
from jxc_desktop.services.printing.report_pdf import report_pdf
from jxc_desktop.ui.background import Background
from jxc_desktop.ui.widgets.pc_choices import PcChoices
from jxc_desktop.ui.widgets.print_preview_request import PreviewOf
from jxc_desktop.ui.window.printing.print_preview import PrintPreview
from tests.services.printing.a_report import a_report
from tests.services.printing.test_report_pdf import wide
from tests.ui.window.printing.paper_desk import TAKEN_AT, PaperDesk, a_paper, a_preview

PLAIN, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


class Opened:
    """The preview in a window of its own, seen by its owner."""

    def __init__(self, qtbot: QtBot, desk: PaperDesk, preview: PreviewOf, pc: PcChoices | None = None) -> None:
        self.qtbot, self.desk, self.pc = qtbot, desk, pc or PcChoices()
        self.background, self.drawing = Background(), Background()
        self.preview = PrintPreview(desk, self.pc, preview, self.background, self.drawing)
        qtbot.addWidget(self.preview)
        self.preview.resize(1218, 618)
        self.preview.show()
        self.preview.setFocus()
        self.preview.activateWindow()
        qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is self.preview.windowHandle())
        self.left: list[bool] = []
        self.preview.left.connect(lambda: self.left.append(True))
        self.settle()

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(self.preview.windowHandle(), key, modifiers)

    def settle(self) -> None:
        """Until everything is drawn."""
        for _round in range(3):
            for background in (self.background, self.drawing):
                assert background.wait()
            QApplication.processEvents()

    def said(self) -> str:
        return self.preview.line.shown_words()

    def place(self) -> str:
        return self.preview.header.words()


@pytest.fixture
def desk() -> PaperDesk:
    return PaperDesk()


@pytest.fixture
def opened(qtbot: QtBot, dress: Callable[..., None], desk: PaperDesk) -> Iterator[Opened]:
    dress()
    opened = Opened(qtbot, desk, a_preview())
    yield opened
    opened.settle()


def test_it_says_what_it_is_which_page_of_how_many_and_when_the_figures_were_read(opened: Opened) -> None:
    assert opened.place().startswith("打印预览 商品销售 2026 年 2 月")
    assert "1 / 3 页" in opened.place()
    assert opened.preview.options.truth.accessibleName() == "屏幕、Excel 和纸上是同一次取数：2026-03-04 14:32"


def test_page_down_and_up_turn_the_pages_and_stop_at_the_ends(opened: Opened) -> None:
    pictures = [opened.preview.view.picture()]
    for key, place in (
        (Qt.Key.Key_PageDown, "2 / 3"),
        (Qt.Key.Key_PageDown, "3 / 3"),
        (Qt.Key.Key_PageDown, "3 / 3"),
        (Qt.Key.Key_PageUp, "2 / 3"),
        (Qt.Key.Key_Home, "1 / 3"),
        (Qt.Key.Key_PageUp, "1 / 3"),
        (Qt.Key.Key_End, "3 / 3"),
    ):
        opened.key(key)
        opened.settle()
        assert place in opened.place()
        pictures.append(opened.preview.view.picture())
    assert pictures[0] != pictures[1]
    assert pictures[5] == pictures[0]


def test_plus_and_minus_change_the_size_and_nought_shows_the_whole_page(opened: Opened) -> None:
    whole = opened.place().split()[-1]
    opened.key(Qt.Key.Key_Plus)
    opened.settle()
    assert opened.place().endswith("50%")
    opened.key(Qt.Key.Key_Plus)
    opened.settle()
    assert opened.place().endswith("67%")
    assert opened.preview.view.verticalScrollBar().maximum() > 0
    opened.key(Qt.Key.Key_Minus)
    opened.key(Qt.Key.Key_0)
    opened.settle()
    assert opened.place().endswith(whole)
    assert opened.preview.view.verticalScrollBar().maximum() == 0


def test_what_is_printed_is_the_document_that_is_seen(opened: Opened, desk: PaperDesk) -> None:
    opened.key(Qt.Key.Key_F9)
    opened.settle()
    ((document, job),) = desk.printed
    assert document == a_paper(PaperOptions())
    assert opened.preview.paper is not None
    assert document == opened.preview.paper.document
    assert (job.printer, job.pages, job.copies) == ("办公室 A4 激光", (0, 1, 2), 1)
    assert opened.said() == "已送到 办公室 A4 激光，3 张纸"


def test_copies_pages_and_the_place_of_the_paper_go_to_the_printer_that_is_chosen(
    opened: Opened, desk: PaperDesk
) -> None:
    options = opened.preview.options
    options.printer.setCurrentText("前台针式")
    for line, text in ((options.copies, "2"), (options.left, "1.5"), (options.down, "-2")):
        line.setText(text)
    options.pages.setCurrentText("2-3")
    opened.key(Qt.Key.Key_F9)
    opened.settle()
    ((_document, job),) = desk.printed
    assert (job.printer, job.pages, job.copies, job.left_mm, job.down_mm) == ("前台针式", (1, 2), 2, 1.5, -2.0)
    assert opened.said() == "已送到 前台针式，4 张纸"


def test_the_printer_and_its_place_are_there_the_next_time(
    qtbot: QtBot, dress: Callable[..., None], desk: PaperDesk
) -> None:
    dress()
    pc = PcChoices()
    first = Opened(qtbot, desk, a_preview(), pc)
    first.preview.options.printer.setCurrentText("前台针式")
    first.preview.options.left.setText("3")
    first.key(Qt.Key.Key_F9)
    first.settle()
    again = Opened(qtbot, desk, a_preview(), pc).preview.options
    assert (again.printer.text(), again.left.text(), again.down.text()) == ("前台针式", "3.0", "0.0")
    again.printer.setCurrentText("办公室 A4 激光")
    assert again.left.text() == "0.0"


@pytest.mark.parametrize(
    ("field", "text"), [("copies", "0"), ("copies", ""), ("copies", "100"), ("left", "51"), ("down", "-51")]
)
def test_what_makes_no_sense_is_said_at_its_field_and_nothing_is_printed(
    opened: Opened, desk: PaperDesk, field: str, text: str
) -> None:
    line = getattr(opened.preview.options, field)
    line.setText(text)
    opened.key(Qt.Key.Key_F9)
    opened.settle()
    assert desk.printed == []
    assert opened.preview.options.fields[field].fault() != ""
    assert line.hasFocus()


def test_pages_that_are_not_there_are_refused_at_their_field(opened: Opened, desk: PaperDesk) -> None:
    opened.preview.options.pages.setCurrentText("4")
    opened.key(Qt.Key.Key_F9)
    opened.settle()
    assert desk.printed == []
    assert opened.preview.options.fields["pages"].fault() == "写成 2 或 1-3"


def test_across_black_and_without_notes_are_drawn_anew_and_printed_so(opened: Opened, desk: PaperDesk) -> None:
    options = opened.preview.options
    options.direction.choose(Direction.LANDSCAPE)
    options.black.setChecked(True)
    options.notes.setChecked(False)
    opened.settle()
    opened.key(Qt.Key.Key_F9)
    opened.settle()
    ((document, _job),) = desk.printed
    assert document == a_paper(PaperOptions(Direction.LANDSCAPE, has_notes=False, is_black_only=True))


def test_a_paper_that_lies_across_by_itself_is_shown_so(
    qtbot: QtBot, dress: Callable[..., None], desk: PaperDesk
) -> None:
    dress()
    opened = Opened(qtbot, desk, PreviewOf("宽", "宽", lambda each: report_pdf(a_report(wide(12)), each), TAKEN_AT))
    assert opened.preview.options.direction.chosen_name() == Direction.LANDSCAPE
    opened.preview.options.direction.choose(Direction.PORTRAIT)
    opened.settle()
    assert opened.said() == "12 列在 A4 纸上放不下 改成横放，或少选几列"


def test_a_report_of_too_many_columns_says_so_and_prints_nothing(
    qtbot: QtBot, dress: Callable[..., None], desk: PaperDesk
) -> None:
    def refused(_options: PaperOptions) -> bytes:
        raise TooManyColumnsError(30, Direction.FITTING)

    dress()
    opened = Opened(qtbot, desk, PreviewOf("宽", "宽", refused, TAKEN_AT))
    assert opened.said() == "30 列在 A4 纸上放不下 少选几列，或存成 Excel 表格"
    opened.key(Qt.Key.Key_F9)
    opened.settle()
    assert desk.printed == []


def test_ctrl_s_keeps_the_same_document_as_a_file(opened: Opened, tmp_path: Path) -> None:
    opened.key(Qt.Key.Key_S, CONTROL)
    dialog = opened.preview.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.selectedFiles()[0].endswith("商品销售 2026-02.pdf")
    dialog.fileSelected.emit(str(tmp_path / "纸.pdf"))
    dialog.reject()
    opened.settle()
    assert (tmp_path / "纸.pdf").read_bytes() == a_paper(PaperOptions())
    assert opened.said() == f"已存成 纸.pdf {tmp_path}"


def test_a_place_that_takes_no_file_is_said(opened: Opened, tmp_path: Path) -> None:
    opened.preview._write(tmp_path / "没有" / "纸.pdf")
    opened.settle()
    assert "纸.pdf" in opened.said()
    assert list(tmp_path.iterdir()) == []


def test_a_printer_without_paper_says_so_and_may_be_tried_again(opened: Opened, desk: PaperDesk) -> None:
    desk.fault = OutOfPaperError("办公室 A4 激光")
    opened.key(Qt.Key.Key_F9)
    opened.settle()
    assert "没纸" in opened.said()
    desk.fault = None
    opened.key(Qt.Key.Key_F9)
    opened.settle()
    assert len(desk.printed) == 1


def test_what_is_said_leaves_the_paper_as_large_as_it_is(opened: Opened) -> None:
    place = opened.preview.view.place()
    opened.key(Qt.Key.Key_F9)
    opened.settle()
    assert opened.said()
    assert opened.preview.line.isVisible()
    assert opened.preview.view.place() == place


def test_without_a_printer_it_says_what_can_be_done(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    opened = Opened(qtbot, PaperDesk(names=()), a_preview())
    assert "先存 PDF" in opened.preview.options.fields["printer"].fault()
    opened.key(Qt.Key.Key_F9)
    opened.settle()
    assert "还没有装打印机" in opened.said()


def test_escape_leads_from_an_option_to_the_paper_and_from_there_back(opened: Opened) -> None:
    opened.preview.options.copies.setFocus()
    opened.key(Qt.Key.Key_Escape)
    assert opened.preview.view.hasFocus()
    assert opened.left == []
    opened.key(Qt.Key.Key_Escape)
    assert opened.left == [True]


def test_the_wheel_goes_on_to_the_next_page(opened: Opened) -> None:
    opened.preview.view.turned.emit(1)
    opened.settle()
    assert "2 / 3 页" in opened.place()


def test_tab_walks_from_the_paper_through_every_option(opened: Opened) -> None:
    seen = []
    for _step in range(12):
        opened.key(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in seen:
            break
        seen.append(focus)
    options = opened.preview.options
    ring = [options.printer, options.direction.focusProxy(), options.copies, options.pages, options.left, options.down]
    assert [part for part in ring if part not in seen and not any(part is each.parent() for each in seen)] == []
    assert {options.notes, options.black} <= set(seen)
