"""The facts over a document."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from jxc_desktop.ui.look.type_scale import BODY, text_width
from jxc_desktop.ui.widgets.facts_panel import GAP, INSET, FactsPanel

FACTS = [("时间", "2026-03-04 11:53"), ("收银员", "老板"), ("备注", "周三上午送到后门")]


def test_facts_are_read_out_label_by_label(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    panel = FactsPanel()
    qtbot.addWidget(panel)
    panel.show_facts(FACTS)
    assert panel.accessibleName() == "时间 2026-03-04 11:53; 收银员 老板; 备注 周三上午送到后门"


def test_nothing_is_painted_outside_a_panel_that_is_too_narrow(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    panel = FactsPanel()
    qtbot.addWidget(panel)
    panel.show_facts([("时间", "2026-03-04 11:53"), ("备注", "周三上午送到后门" * 20)])
    panel.resize(text_width(BODY, "2026-03-04 11:53") + 2 * INSET + GAP + 60, panel.sizeHint().height())
    image = panel.grab().toImage()
    edge = image.width() - INSET + 2
    columns = range(edge, image.width() - 2)
    assert len({image.pixel(x, y) for x in columns for y in range(28, 54)}) == 1
