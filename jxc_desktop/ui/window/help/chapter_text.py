"""A chapter of the handbook on the screen: markdown in our colours, its keys drawn as keys."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPainter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrame,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.type_scale import BODY, KEY_CAP, TITLE, font
from jxc_desktop.ui.widgets.key_cap import key_cap_width, paint_quiet_cap

LINE_GAP = 5
HEADINGS = {1: TITLE.size, 2: 15}
ABOVE, BELOW = {1: 0, 2: 14}, {1: 8, 2: 4}
PARAGRAPH_GAP, ITEM_GAP, MARGIN, INDENT = 6, 3, 4, 22


class HelpText(QTextBrowser):
    """One chapter at a time; it never takes the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setOpenLinks(False)
        self.viewport().setAutoFillBackground(False)
        self._searched = ""
        self._hits: list[QTextCursor] = []
        self._hit = 0

    def show_chapter(self, markdown: str, searched: str = "") -> None:
        """Another chapter from its beginning; from the first place where the searched text stands."""
        document = self.document()
        document.setDocumentMargin(look().px(MARGIN))
        document.setIndentWidth(look().px(INDENT))
        document.setDefaultFont(font(BODY))
        self.setMarkdown(markdown)
        for block in _blocks(document):
            _dress(block)
        _dress_tables(document.rootFrame())
        self._draw_keys(document)
        self._mark(searched)

    def next_hit(self) -> None:
        """On to the next place where the searched text stands, after the last to the first."""
        if self._hits:
            self._hit = (self._hit + 1) % len(self._hits)
            self._show_hits()

    def turn_page(self, step: int) -> None:
        """Up or down by what is seen."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + step * bar.pageStep())

    def words(self) -> str:
        """What it shows, as plain text."""
        return self.document().toPlainText()

    def _mark(self, searched: str) -> None:
        self._hits, self._hit = [], 0
        found = self.document().find(searched) if searched else QTextCursor()
        while not found.isNull():
            self._hits.append(found)
            found = self.document().find(searched, found)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._show_hits()

    def _show_hits(self) -> None:
        """All of them on the ground of a warning, the one in turn on that of a selection."""
        marks = []
        for number, cursor in enumerate(self._hits):
            mark = QTextEdit.ExtraSelection()
            mark.cursor = cursor
            colours = look().colours
            ground = colours.selection if number == self._hit else colours.warning_soft
            mark.format.setBackground(ground)
            marks.append(mark)
        self.setExtraSelections(marks)
        if self._hits:
            place = QTextCursor(self._hits[self._hit])
            place.clearSelection()
            self.setTextCursor(place)
            self.ensureCursorVisible()

    def _draw_keys(self, document: QTextDocument) -> None:
        """In place of each key its cap, from the last to the first so that places stay what they are."""
        for start, key in reversed(list(_keys(document))):
            name = f"key:{key}"
            picture = key_picture(key, self.devicePixelRatioF())
            document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), picture)
            cap = QTextImageFormat()
            cap.setName(name)
            cap.setToolTip(key)
            size = picture.deviceIndependentSize()
            cap.setWidth(size.width())
            cap.setHeight(size.height())
            cap.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
            cursor = QTextCursor(document)
            cursor.setPosition(start)
            cursor.setPosition(start + len(key), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertImage(cap)


def key_picture(key: str, ratio: float) -> QImage:
    """The cap of a key, as it is drawn on buttons.

    Units: ratio in device pixels per pixel.
    """
    wide, tall = key_cap_width(key) + look().px(4), look().px(KEY_CAP.size + 8)
    picture = QImage(round(wide * ratio), round(tall * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(Qt.GlobalColor.transparent))
    painter = QPainter(picture)
    paint_quiet_cap(painter, key, QRect(QPoint(look().px(2), 0), QPoint(wide, tall - 1)))
    painter.end()
    return picture


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _dress(block: QTextBlock) -> None:
    """Sizes, gaps and colours of a paragraph; of headings by their level."""
    worn, level = look(), block.blockFormat().headingLevel()
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    shape = QTextBlockFormat()
    shape.setLineHeight(worn.px(LINE_GAP), QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value)
    is_listed = block.textList() is not None or cursor.currentTable() is not None
    gap = ITEM_GAP if is_listed else PARAGRAPH_GAP
    shape.setTopMargin(worn.px(ABOVE.get(level, 0)))
    shape.setBottomMargin(worn.px(BELOW.get(level, gap)))
    cursor.mergeBlockFormat(shape)
    ink = QTextCharFormat()
    ink.setForeground(worn.colours.text)
    if level:
        ink.setProperty(QTextFormat.Property.FontPixelSize.value, worn.px(HEADINGS.get(level, BODY.size)))
        ink.setFontWeight(QFont.Weight.Bold)
        cursor.setCharFormat(ink)  # in place of markdown's own, which makes them larger still
    else:
        cursor.mergeCharFormat(ink)


def _dress_tables(frame: QTextFrame) -> None:
    """Thin lines between rows, the width of the text."""
    worn = look()
    for table in frame.childFrames():
        if not isinstance(table, QTextTable):
            continue
        shape = table.format()
        shape.setBorder(1)
        shape.setBorderBrush(worn.colours.border)
        shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        shape.setBorderCollapse(True)
        shape.setCellPadding(worn.px(5))
        shape.setBottomMargin(worn.px(10))
        shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table.setFormat(shape)


def _keys(document: QTextDocument) -> Iterator[tuple[int, str]]:
    """Where each key stands, and its name: what markdown calls code."""
    for block in _blocks(document):
        fragments = block.begin()
        while not fragments.atEnd():
            fragment = fragments.fragment()
            if fragment.charFormat().fontFixedPitch():
                yield fragment.position(), fragment.text()
            fragments += 1
