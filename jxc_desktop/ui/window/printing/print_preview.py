"""打印预览: the very PDF that is printed, page by page, and how it is printed."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from jxc_desktop.models.values.report_paper import PaperOptions
from jxc_desktop.services.errors import ShopError
from jxc_desktop.services.exchange.table_file import write_paper
from jxc_desktop.services.words import _
from jxc_desktop.services.words.refusals import Refusal
from jxc_desktop.ui.background import Background, Task
from jxc_desktop.ui.widgets.file_choice import ask_paper_to_write
from jxc_desktop.ui.widgets.newest_answer import NewestAnswer
from jxc_desktop.ui.widgets.notice_line import NoticeLine
from jxc_desktop.ui.widgets.parts import bold, muted
from jxc_desktop.ui.widgets.pc_choices import PcChoices
from jxc_desktop.ui.widgets.place_keys import hear_keys
from jxc_desktop.ui.widgets.print_preview_request import PreviewOf
from jxc_desktop.ui.widgets.saying import LineKind
from jxc_desktop.ui.window.printing.paper_devices import PaperDevices, PaperJob
from jxc_desktop.ui.window.printing.preview_header import PreviewHeader
from jxc_desktop.ui.window.printing.preview_options import PrintOptions
from jxc_desktop.ui.window.printing.preview_paper import PaperView

# While the window is drawn to another size, one picture is enough.
SETTLES_AFTER_MS = 60


@dataclass(frozen=True, slots=True)
class ShownPaper:
    """A drawn document with the size of each page.

    Units: points.
    """

    document: bytes
    sizes: tuple[QSizeF, ...]


class PrintPreview(QWidget):
    """The paper at the left, the options at the right.

    Attributes:
        paper: what is shown; None until it is drawn. page: the number of the page in front, counted from 0.

    Signals:
        left: Esc, or the way back was clicked.
    """

    left = Signal()

    def __init__(
        self, devices: PaperDevices, pc: PcChoices, preview: PreviewOf, background: Background, drawing: Background
    ) -> None:
        """`background` is asked for what must go on when this is closed, such as printing; `drawing` for pictures.

        Both outlive this: a worker that is still drawing cannot be taken away.
        """
        super().__init__()
        self._devices, self._preview, self._background = devices, preview, background
        self.paper: ShownPaper | None = None
        self.page = 0
        self._papers, self._pictures = NewestAnswer(drawing, self), NewestAnswer(drawing, self)
        self._settled = QTimer(self, singleShot=True, interval=SETTLES_AFTER_MS)
        self.header, self.line, self.view = PreviewHeader(), NoticeLine(), PaperView()
        self.options = PrintOptions(pc, devices.printer_names())
        self.header.show_title(preview.title)
        self._lay_out()
        self._connect()
        self.draw()

    def draw(self) -> None:
        """Draw the paper anew, as it is wanted now."""
        make, devices, wanted = self._preview.make_pdf, self._devices, self.options.wanted()
        self._papers.ask(partial(_drawn, make, devices, wanted), self._show_paper)

    def turn(self, step: int) -> None:
        """So many pages on; the first and the last one stay where they are."""
        if self.paper is None:
            return
        page = min(max(self.page + step, 0), len(self.paper.sizes) - 1)
        if page != self.page:
            self.page = page
            self._show_page()

    def zoom(self, step: int) -> None:
        """Larger (1), smaller (-1), or as it fits (0)."""
        if step:
            self.view.zoom_in(step)
        else:
            self.view.zoom_to(None)
        self._settled.stop()
        self._show_page()

    def print(self) -> None:
        """F9: send what is seen to the printer."""
        if self.paper is None or not self.options.print.isEnabled():
            return
        wanted = self.options.printing()
        if wanted is None:
            return
        if not wanted.printer:
            self.line.say_refused(Refusal(_("系统里还没有装打印机"), _("装好以后重新打开这里，或先存 PDF")))
            return
        copies, moved = wanted.copies, (wanted.left_mm, wanted.down_mm)
        job = PaperJob(wanted.printer, self._preview.title, wanted.pages, copies, *moved)
        self.options.print.setEnabled(False)
        self.line.say(LineKind.NEUTRAL, _("正在送到 {printer}").format(printer=job.printer))
        document, devices = self.paper.document, self._devices

        def work(_task: Task) -> PaperJob:
            devices.print_job(document, job)
            return job

        # Told to methods of this, which hear nothing any more when it was closed meanwhile.
        self._background.start(work, self._say_printed, self._say_refused, ended=self._on_ended)

    def save(self) -> None:
        """Ctrl+S: keep what is seen as a file."""
        if self.paper is not None:
            ask_paper_to_write(self, _("存 PDF"), self._preview.file_name, self._write)

    def say_kept(self, count: int) -> None:
        """So many scans wait for this to be closed."""
        self.line.say(LineKind.WARNING, _("扫了 {count} 件，关掉预览后再处理").format(count=count))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pages, sizes, and back; F5 is not handed on to the page below."""
        acts: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_PageUp: partial(self.turn, -1),
            Qt.Key.Key_PageDown: partial(self.turn, 1),
            Qt.Key.Key_Home: partial(self.turn, -self.page),
            Qt.Key.Key_End: partial(self.turn, len(self.paper.sizes) if self.paper else 0),
            Qt.Key.Key_Plus: partial(self.zoom, 1),
            Qt.Key.Key_Equal: partial(self.zoom, 1),
            Qt.Key.Key_Minus: partial(self.zoom, -1),
            Qt.Key.Key_0: partial(self.zoom, 0),
            Qt.Key.Key_F5: self.draw,
            Qt.Key.Key_Escape: self._step_back,
        }
        act = acts.get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def _step_back(self) -> None:
        """From an option to the paper, from there to the page."""
        if self.view.hasFocus():
            self.left.emit()
        else:
            self.view.setFocus()

    def _lay_out(self) -> None:
        left, paper = QVBoxLayout(), QGridLayout()
        left.setSpacing(0)
        left.addWidget(self.header)
        left.addLayout(paper, 1)
        # The line lies over the paper's empty edge: the paper stays as large as it is.
        paper.addWidget(self.view, 0, 0)
        paper.addWidget(self.line, 0, 0, Qt.AlignmentFlag.AlignBottom)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.options)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self.header.back.connect(self.left)
        for source in (self.header.turned, self.view.turned):
            source.connect(self.turn)
        self.header.zoomed.connect(self.zoom)
        self.view.resized.connect(self._settled.start)
        self._settled.timeout.connect(self._show_page)
        self.options.changed.connect(self.draw)
        self.options.save.clicked.connect(self.save)
        self.options.print.clicked.connect(self.print)
        for answer in (self._papers, self._pictures):
            answer.refused.connect(self.line.say_refused)
        hear_keys(self, ("F9", self.print), ("Ctrl+S", self.save))

    def _show_paper(self, paper: ShownPaper) -> None:
        self.line.clear()
        self.paper, self.page = paper, min(self.page, len(paper.sizes) - 1)
        first = paper.sizes[0]
        self.options.show_document(len(paper.sizes), first.width() > first.height(), self._preview.taken_at)
        self._show_page()

    def _show_page(self) -> None:
        if self.paper is None:
            return
        size, document, page = self.paper.sizes[self.page], self.paper.document, self.page
        self.header.show_place(page + 1, len(self.paper.sizes), self.view.shown_zoom(size))
        picture, dots = self._devices.page_picture, self.view.dots_per_inch(size)
        self._pictures.ask(lambda: picture(document, page, dots), partial(self._show_picture, size))

    def _show_picture(self, size: QSizeF, picture: QImage) -> None:
        self.view.show_page(size, picture)

    def _write(self, path: Path) -> None:
        if self.paper is None:
            return
        document = self.paper.document

        def work(_task: Task) -> Path:
            write_paper(path, document)
            return path

        self._background.start(work, self._say_saved, self._say_refused)

    def _say_saved(self, path: Path) -> None:
        words = (bold(_("已存成 {name}").format(name=path.name)), muted(str(path.parent)))
        self.line.say(LineKind.SUCCESS, words)

    def _say_printed(self, job: PaperJob) -> None:
        sheets = len(job.pages) * job.copies
        words = _("已送到 {printer}，{sheets} 张纸").format(printer=job.printer, sheets=sheets)
        self.line.say(LineKind.SUCCESS, (bold(words),))

    def _on_ended(self, _task: Task) -> None:
        self.options.print.setEnabled(True)

    def _say_refused(self, said: Refusal, _error: ShopError) -> None:
        self.line.say_refused(said)


def _drawn(make: Callable[[PaperOptions], bytes], devices: PaperDevices, wanted: PaperOptions) -> ShownPaper:
    document = make(wanted)
    return ShownPaper(document, tuple(devices.page_sizes(document)))
