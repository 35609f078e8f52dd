"""Lines of fixed columns, put together from top to bottom: for receipts and the counter's other slips."""

from jxc_desktop.models.values.receipt_text import LineLook, PlacedText, ReceiptTextLine, Side
from jxc_desktop.models.values.text_width import one_line, text_columns, wrap


class TextSheet:
    """A slip that grows downwards; no line ever becomes wider than the paper.

    Attributes:
        columns: the paper's width.
        lines: what has been written.
    """

    def __init__(self, columns: int) -> None:
        self.columns = columns
        self.lines: list[ReceiptTextLine] = []

    def left(self, text: str, look: LineLook = LineLook.PLAIN, indent: int = 0) -> None:
        """A text at the left, in as many lines as it needs."""
        self._wrapped(text, look, indent, Side.LEFT)

    def middle(self, text: str, look: LineLook = LineLook.PLAIN) -> None:
        """A text in the middle, in as many lines as it needs."""
        self._wrapped(text, look, self._columns(look) // 2, Side.MIDDLE)

    def right(self, text: str, look: LineLook = LineLook.PLAIN) -> None:
        """A text that ends at the right edge, in as many lines as it needs."""
        self._wrapped(text, look, self._columns(look), Side.RIGHT)

    def spread(self, left: str, right: str, look: LineLook = LineLook.PLAIN, indent: int = 0) -> None:
        """One text at the left and one at the right, below each other where the line is too short for both."""
        left, right = one_line(left), one_line(right)
        if self.has_room(left, right, look, indent):
            self.row(PlacedText(left, indent), PlacedText(right, self._columns(look), Side.RIGHT), look=look)
            return
        self.left(left, look, indent)
        self.right(right, look)

    def flow(self, *texts: str) -> None:
        """Texts in reading order, two in a line where both have room."""
        waiting = [text for text in map(one_line, texts) if text]
        while len(waiting) > 1:
            first, second = waiting[:2]
            if self.has_room(first, second):
                self.spread(first, second)
                del waiting[:2]
            else:
                self.left(waiting.pop(0))
        for text in waiting:
            self.left(text)

    def row(self, *texts: PlacedText, look: LineLook = LineLook.PLAIN) -> None:
        """One line of texts at given places; the caller has seen to it that they have room."""
        self.lines.append(ReceiptTextLine(self._columns(look), texts, look))

    def rule(self) -> None:
        """A dashed line from edge to edge."""
        self.row(look=LineLook.RULE)

    def barcode(self, content: str) -> None:
        """A Code 128 of the content."""
        self.row(PlacedText(content), look=LineLook.BARCODE)

    def has_room(self, left: str, right: str, look: LineLook = LineLook.PLAIN, indent: int = 0) -> bool:
        """Whether both texts stand in one line and are seen to be two."""
        gap = 1 if look is LineLook.DOUBLE else 2
        return indent + text_columns(left) + gap + text_columns(right) <= self._columns(look)

    def _columns(self, look: LineLook) -> int:
        return self.columns // 2 if look is LineLook.DOUBLE else self.columns

    def _wrapped(self, text: str, look: LineLook, column: int, side: Side) -> None:
        room = self._columns(look) - (column if side is Side.LEFT else 0)
        for line in wrap(one_line(text), room):
            self.row(PlacedText(line, column, side), look=look)
