"""A field of a form."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from jxc_desktop.ui.widgets.field import FaultLine, Field
from jxc_desktop.ui.widgets.number_input import NumberInput


def _field(qtbot: QtBot) -> tuple[Field, NumberInput]:
    editor = NumberInput("7.20", "元")
    field = Field("最低售价", editor)
    qtbot.addWidget(field)
    field.show()
    return field, editor


def test_a_fault_appears_below_the_field_and_goes_away(qtbot: QtBot, dress: Callable[..., None]) -> None:
    dress()
    field, editor = _field(qtbot)
    field.set_fault("比零售价高")
    line = field.findChild(FaultLine)

    assert isinstance(line, FaultLine)
    assert line.isVisible()
    assert (field.fault(), editor.property("bad")) == ("比零售价高", True)

    field.set_fault("")
    assert not line.isVisible()
    assert (field.fault(), editor.property("bad")) == ("", False)


def test_the_label_names_the_field_for_a_screen_reader(qtbot: QtBot) -> None:
    field, editor = _field(qtbot)

    assert field.editor is editor
    assert editor.accessibleName() == "最低售价"


def test_the_focus_goes_to_what_is_typed_into(qtbot: QtBot) -> None:
    field, editor = _field(qtbot)

    assert field.focusProxy() is editor
