"""A fault can be sent to whoever helps without giving anybody away."""

import sqlite3

import pytest
from PySide6.QtGui import QColor

from jxc_desktop.services.errors import NotFoundError
from jxc_desktop.ui.errors.fault_text import fault_code, fault_place, fault_text
from jxc_desktop.ui.look.icons import icon_image

CUSTOMER, PASSWORD = "张三 13800000000", "kanmen-2026"


def raised(error: BaseException, behind: BaseException | None = None) -> BaseException:
    try:
        raise error from behind
    except type(error) as caught:
        return caught


@pytest.mark.parametrize(
    "error",
    [
        KeyError(CUSTOMER),
        ValueError(CUSTOMER),
        AssertionError(CUSTOMER),
        LookupError(PASSWORD),
        NotFoundError("member", CUSTOMER),
        OSError(28, "No space left", f"/home/{CUSTOMER}/店.db"),
    ],
)
def test_no_customer_and_no_password_is_in_it(error: BaseException) -> None:
    text = fault_text(raised(error, ValueError(PASSWORD)))
    assert CUSTOMER not in text
    assert PASSWORD not in text
    assert type(error).__name__ in text


def test_what_python_says_of_names_in_the_code_is_in_it() -> None:
    assert "division by zero" in fault_text(raised(ZeroDivisionError("division by zero")))


def test_it_shows_the_way_through_the_program_and_no_folder_of_this_pc() -> None:
    text = fault_text(raised(ValueError()))
    assert "test_fault_text.py" in text
    assert "raise error from behind" in text
    assert __file__ not in text


def test_errors_behind_the_error_come_first() -> None:
    text = fault_text(raised(KeyError(), ZeroDivisionError()))
    assert text.index("ZeroDivisionError") < text.index("KeyError")


def test_what_the_store_said_is_known_by_its_name() -> None:
    error = sqlite3.OperationalError(CUSTOMER)
    error.sqlite_errorname = "SQLITE_FULL"
    assert "SQLITE_FULL" in fault_text(error)


def test_the_same_fault_at_the_same_place_has_the_same_code() -> None:
    codes = {fault_code(raised(KeyError(word))) for word in ("a", "b")}
    assert len(codes) == 1
    assert codes != {fault_code(raised(ValueError()))}
    assert all(code.startswith("BUG-") for code in codes)


def test_the_place_of_a_fault_is_in_the_program_where_that_was_part_of_it() -> None:
    with pytest.raises(FileNotFoundError) as caught:
        icon_image("no such icon", QColor("black"), 16)
    kind, file, function = fault_place(caught.value)
    assert (kind, file, function) == ("FileNotFoundError", "jxc_desktop/ui/look/icons.py", "_source")
