"""A state as icon and word on a soft ground: the same everywhere."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from jxc_desktop.services.words import _
from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.look.icons import paint_icon
from jxc_desktop.ui.look.tones import Tone, ground, ink
from jxc_desktop.ui.look.type_scale import CAPTION, metrics, text_width
from jxc_desktop.ui.widgets.parts import baseline_in, paint_words


@dataclass(frozen=True, slots=True)
class Badge:
    """A state in one word; its colour is never alone."""

    word: str
    icon: str = ""
    tone: Tone = Tone.MUTED


def state_badge(state: str) -> Badge:
    """The look of a state of a document or of stock.

    Raises:
        KeyError: nobody has drawn this state.
    """
    return _states()[state]


def _states() -> dict[str, Badge]:
    return {
        "draft": Badge(_("草稿"), "pencil"),
        "waiting": Badge(_("待审核"), "hourglass", Tone.ACCENT),
        "approved": Badge(_("已审核"), "circle-check", Tone.ACCENT),
        "partly": Badge(_("部分到货"), "progress", Tone.WARNING),
        "complete": Badge(_("已到齐"), "checks", Tone.SUCCESS),
        "closed": Badge(_("已关闭"), "lock"),
        "cancelled": Badge(_("已取消"), "x", Tone.DANGER),
        "posted": Badge(_("已过账"), "circle-check", Tone.SUCCESS),
        "reversed": Badge(_("已红冲"), "arrow-back-up", Tone.DANGER),
        "mirror": Badge(_("红冲单"), "arrow-back-up"),
        "normal": Badge(_("正常"), "circle-check", Tone.SUCCESS),
        "low": Badge(_("偏低"), "arrow-down", Tone.WARNING),
        "out": Badge(_("缺货"), "circle-x", Tone.DANGER),
        "slow": Badge(_("积压"), "snowflake"),
    }


def badge_width(badge: Badge) -> int:
    """How wide the badge is.

    Units: pixels.
    """
    icon = look().px(14 + 4) if badge.icon else 0
    return text_width(CAPTION, badge.word) + icon + 2 * look().px(8)


def badge_height() -> int:
    """How high a badge is.

    Units: pixels.
    """
    return max(look().px(22), metrics(CAPTION).height())


def paint_badge(painter: QPainter, badge: Badge, place: QRect) -> None:
    """Draw the badge at the left of the place, in the middle of its height; a word that is too long loses its end."""
    tall, wide = badge_height(), min(badge_width(badge), place.width())
    box = QRect(place.x(), place.y() + (place.height() - tall) // 2, wide, tall)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground(badge.tone))
    painter.drawRoundedRect(QRectF(box), 4, 4)
    x = box.x() + look().px(8)
    if badge.icon:
        paint_icon(painter, badge.icon, ink(badge.tone), QRect(x, box.y(), look().px(14), tall))
        x += look().px(14 + 4)
    room = box.right() + 1 - look().px(8) - x
    word = badge.word
    if text_width(CAPTION, word) > room:
        word = metrics(CAPTION).elidedText(word, Qt.TextElideMode.ElideRight, room)
    paint_words(painter, word, CAPTION, ink(badge.tone), x, baseline_in(box, CAPTION))
