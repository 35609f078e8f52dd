"""Figures of a side panel."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.widgets.figures import FigureRow, PairList, Share, ShareBars, SubjectTitle


def test_a_bar_is_as_long_as_its_share_and_never_longer_than_full(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    bars = ShareBars()
    qtbot.addWidget(bars)
    bars.resize(340, 90)

    def accents(share: float) -> int:
        bars.show_shares([Share("门店", share, "4", "安全 4")])
        image = bars.grab().toImage()
        return sum(image.pixelColor(x, 15) == look().colours.accent for x in range(340))

    assert accents(0) == 0
    assert abs(accents(0.5) * 2 - accents(1)) <= 2
    assert accents(7) == accents(1)


def test_every_block_reads_out_what_it_shows(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    title, row, pairs = SubjectTitle(), FigureRow(), PairList()
    for block in (title, row, pairs):
        qtbot.addWidget(block)
    title.show_subject("香满园大豆油", ["6948195801696", "个"])
    row.show_figures([("现存", "8", True), ("占用", "3", False)])
    pairs.show_pairs([("在途", "12 个"), ("库存金额", "6.25")])
    names: list[str] = [block.accessibleName() for block in (title, row, pairs)]

    assert names[0].startswith("香满园大豆油 6948195801696")
    assert names[1:] == ["现存 8 占用 3", "在途 12 个; 库存金额 6.25"]


def test_a_list_of_pairs_is_as_high_as_it_has_lines(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    pairs: QWidget = PairList()
    qtbot.addWidget(pairs)
    assert isinstance(pairs, PairList)
    pairs.show_pairs([("在途", "12 个")])
    one = pairs.sizeHint().height()

    pairs.show_pairs([("在途", "12 个"), ("库存金额", "6.25")])

    assert pairs.sizeHint().height() == 2 * one


def test_a_subject_that_is_awaited_is_one_sentence(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    title = SubjectTitle()
    qtbot.addWidget(title)
    title.show_subject("香满园大豆油", ["6948195801696"])
    title.show_awaited("↓ 选一个商品")
    assert title.accessibleName() == "↓ 选一个商品"
    title.show_subject("香满园大豆油", ["6948195801696"])
    assert title.accessibleName() == "香满园大豆油 6948195801696"
