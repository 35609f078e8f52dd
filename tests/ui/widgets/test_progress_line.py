"""How far a long piece of work has come."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from jxc_desktop.ui.look.current import look
from jxc_desktop.ui.widgets.progress_line import ProgressLine


def test_the_bar_grows_and_its_number_stands_beside_it(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    line = ProgressLine()
    qtbot.addWidget(line)
    line.resize(600, 36)
    line.begin("正在导入", can_stop=True)
    assert line.words() == "正在导入"

    def accent(done: int) -> int:
        line.show_progress(done, 10_000)
        image = line.grab().toImage()
        wanted = look().colours.accent.name()
        return sum(image.pixelColor(x, 18).name() == wanted for x in range(image.width()))

    narrow, wide = accent(1_000), accent(9_000)
    assert 0 < narrow < wide
    assert line.words() == "正在导入 9,000 / 10,000"
