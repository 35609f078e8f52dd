"""What of a delivery should be looked at before it is posted: goods too old first, then what became dearer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jxc_desktop.services.purchasing.receiving_draft import GoodsLine, ReceivingDraft
from jxc_desktop.services.words import _
from jxc_desktop.ui.look.tones import Tone
from jxc_desktop.ui.purchasing.receive_lot_words import is_expired
from jxc_desktop.ui.widgets.figure_text import price_text


@dataclass(frozen=True, slots=True)
class Warned:
    """Goods with the same thing wrong with them.

    Attributes:
        title: what is wrong, and how often; goods: each one's name and its figures.
    """

    title: str
    tone: Tone
    goods: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class WarningLine:
    """One line of them.

    Attributes:
        words: figures at the right; after a title the goods that have no line of their own.
    """

    name: str
    words: str = ""
    tone: Tone = Tone.TEXT
    is_title: bool = False


def warnings_of(draft: ReceivingDraft, today: date) -> tuple[Warned, ...]:
    """What is wrong with a delivery, the most important first."""
    return tuple(warned for warned in (_old_goods(draft, today), _dearer_goods(draft)) if warned.goods)


def lines_in(warnings: Sequence[Warned], room: int) -> list[WarningLine]:
    """The lines there is room for: all titles, then of each a first line, then the others in their order."""
    lines = []
    for warned, shown in zip(warnings, _shares([len(warned.goods) for warned in warnings], room), strict=True):
        others = _("、").join(name for name, _figures in warned.goods[shown:])
        lines.append(WarningLine(warned.title, others, warned.tone, is_title=True))
        lines += [WarningLine(name, figures) for name, figures in warned.goods[:shown]]
    return lines


def _shares(wanted: Sequence[int], room: int) -> list[int]:
    """How many of the goods of each get a line of their own beside the titles."""
    left = max(room - len(wanted), 0)
    shares = [0] * len(wanted)
    for most in (1, left):
        for number, count in enumerate(wanted):
            more = min(count - shares[number], most, left)
            shares[number] += more
            left -= more
    return shares


def _old_goods(draft: ReceivingDraft, today: date) -> Warned:
    lines = [line for line in draft.goods_lines if is_expired(line.lot, today)]
    title = _("已经过期 {count} 行，不要收").format(count=len(lines))
    return Warned(title, Tone.DANGER, tuple((line.goods.name, str(line.lot.expires_on)) for line in lines))


def _dearer_goods(draft: ReceivingDraft) -> Warned:
    """涨价提醒."""
    lines = [line for line in draft.goods_lines if line.is_dearer]
    title = _("涨价提醒 {count} 种").format(count=len(lines))
    return Warned(title, Tone.WARNING, tuple((line.goods.name, _rise(line)) for line in lines))


def _rise(line: GoodsLine) -> str:
    """From what, to what, and what the shop sells it for."""
    price, last = line.unit_price, line.last_price
    assert price is not None
    assert last is not None
    words = _("{last} → {price}　零售 {retail}")
    return words.format(last=price_text(last), price=price_text(price), retail=price_text(line.goods.price))
