"""Beside the preview: which fields were found, which are still missing, and what is to be known."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from jxc_desktop.services.migrate_in.preview import Fit, ImportPreview
from jxc_desktop.services.migrate_in.remarks import remark_text
from jxc_desktop.services.words import _
from jxc_desktop.services.words.list_words import list_word
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.icons import paint_icon
from jxc_desktop.ui.look.tones import Tone, ink
from jxc_desktop.ui.look.type_scale import BODY, CAPTION, font, metrics
from jxc_desktop.ui.widgets.figures import PaintedBlock
from jxc_desktop.ui.widgets.parts import Part, paint_parts, paint_right
from jxc_desktop.ui.widgets.section_title import SectionTitle
from jxc_desktop.ui.widgets.side_panel import SidePanel

WIDTH = 300
LINE = 27
FEWEST_LINES = 4
ICON = 16
WRAPPED = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignTop.value


@dataclass(frozen=True, slots=True)
class FoundLine:
    """One field: what it is called, where it is, and how sure that is."""

    icon: str
    tone: Tone
    word: str
    where: str


class FoundFields(PaintedBlock):
    """A line for each field, painted; those there is no room for are counted in the last one."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[FoundLine, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumHeight(look().px(LINE * FEWEST_LINES))

    def show_lines(self, lines: Sequence[FoundLine]) -> None:
        """Other fields."""
        self._lines = tuple(lines)
        self.setAccessibleName(self.words())
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        """All lines as plain text."""
        return "; ".join(f"{line.word} {line.where}" for line in self._lines)

    @override
    def design_height(self) -> int:
        return LINE * len(self._lines) + 6

    def shown_lines(self) -> list[FoundLine]:
        """Those there is room for: what the headings say themselves stands over the columns anyway."""
        most = max(self.height() // look().px(LINE), 1)
        if len(self._lines) <= most:
            return list(self._lines)
        rest = _("另有 {count} 列按列名对上").format(count=len(self._lines) - most + 1)
        return [*self._lines[: most - 1], FoundLine("check", Tone.SUCCESS, rest, "")]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, inner, tall, size = QPainter(self), self.inner(), look().px(LINE), look().px(ICON)
        for at, line in enumerate(self.shown_lines()):
            place = QRect(inner.x(), at * tall, inner.width(), tall)
            paint_icon(painter, line.icon, ink(line.tone), QRect(place.x(), place.y(), size, tall))
            end = paint_right(painter, Part(line.where, CAPTION, Tone.MUTED), place)
            words = place.adjusted(size + look().px(8), 0, 0, 0)
            words.setRight(end - look().px(8))
            tone = Tone.DANGER if line.tone is Tone.DANGER else Tone.TEXT
            paint_parts(painter, [Part(line.word, BODY, tone)], words, 0)


class RemarkLines(QWidget):
    """Sentences below each other, each as high as it needs, with a warning sign before it."""

    def __init__(self) -> None:
        super().__init__()
        self._texts: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_texts(self, texts: Sequence[str]) -> None:
        """Other sentences."""
        self._texts = tuple(texts)
        self.setAccessibleName(self.words())
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        """All of them as plain text."""
        return "\n".join(self._texts)

    @override
    def sizeHint(self) -> QSize:
        gap = look().px(8)
        return QSize(0, sum(self._height(text) + gap for text in self._texts) + gap)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, top, inset = QPainter(self), look().px(4), look().px(20)
        size, gap = look().px(ICON), look().px(8)
        for text in self._texts:
            tall = self._height(text)
            line = metrics(BODY).height()
            paint_icon(painter, "alert-triangle", look().colours.warning, QRect(inset, top, size, line))
            painter.setFont(font(BODY))
            painter.setPen(look().colours.text)
            painter.drawText(QRect(inset + size + gap, top, self._room(), tall), WRAPPED, text)
            top += tall + gap

    def _room(self) -> int:
        return look().px(WIDTH) - 2 * look().px(20) - look().px(ICON) - look().px(8)

    def _height(self, text: str) -> int:
        return metrics(BODY).boundingRect(QRect(0, 0, self._room(), 10_000), WRAPPED, text).height()


class ImportSide(SidePanel):
    """What is recognised in a file.

    Attributes:
        found: the fields. remarks: what is to be known.
    """

    def __init__(self) -> None:
        super().__init__(WIDTH)
        self.found, self.remarks = FoundFields(), RemarkLines()
        self._remarks_title = SectionTitle(_("请看一眼"))
        title = SectionTitle(_("导入哪些"), _("不对就在表头上面改"), is_first=True)
        parts: tuple[QWidget, ...] = (title, self.found, self._remarks_title, self.remarks)
        for part in parts:
            self.add(part)
        self.add(QWidget(), 1)

    def show_file(self, seen: ImportPreview) -> None:
        """What is recognised in this file."""
        self.found.show_lines([*_missing_lines(seen), *_found_lines(seen)])
        texts = [remark_text(remark) for remark in seen.remarks]
        if seen.seems:
            words = _("这个文件像是{seems}，不是{wanted}")
            texts.insert(0, words.format(seems=list_word(seen.seems), wanted=seen.form.word()))
        self.remarks.show_texts(texts)
        self._remarks_title.setVisible(bool(texts))
        self.remarks.setVisible(bool(texts))


def _missing_lines(seen: ImportPreview) -> list[FoundLine]:
    if not seen.missing:
        return []
    words = [seen.form.field(key).word() for key in seen.missing]
    if seen.form.field(seen.missing[0]).required:
        return [FoundLine("alert-circle", Tone.DANGER, word, _("必填，还没选列")) for word in words]
    few = _("、").join(words[:3])
    return [FoundLine("alert-circle", Tone.DANGER, _("{few} 等").format(few=few), _("至少要有一列"))]


def _found_lines(seen: ImportPreview) -> list[FoundLine]:
    order = [field.key for field in seen.form.fields]
    found = sorted(
        (column for column in seen.columns if column.field),
        key=lambda column: (column.fit is Fit.EXACT, order.index(column.field)),
    )
    return [
        FoundLine(
            "check",
            Tone.SUCCESS,
            seen.form.field(column.field).word(),
            " ".join(filter(None, (_("{letter} 列").format(letter=column.letter), _fit_word(column.fit)))),
        )
        for column in found
    ]


def _fit_word(fit: Fit) -> str:
    """How the column came by its field; nothing where its heading says so itself."""
    return {
        Fit.ALIKE: _("按相近的列名"),
        Fit.REMEMBERED: _("和上次一样"),
        Fit.CHOSEN: _("自己选的"),
    }.get(fit, "")
