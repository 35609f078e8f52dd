"""The first start: four questions by keyboard, and a shop at the end."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jxc_desktop.services.people.go_live import GoLiveState, GoLiveStep
from jxc_desktop.services.people.settings import IS_PRACTICE, RECEIPT_WIDTH
from jxc_desktop.services.shop import back_up
from jxc_desktop.ui.window.first_start.answers import Beginning
from tests.robots.first_start import ENTER, ESCAPE, FirstMorning
from tests.ui.window.conftest import Start, opened

KEY = Qt.Key


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "进销存" / "店.db"


@pytest.fixture
def morning(qtbot: QtBot, start: Start, place: Path) -> FirstMorning:
    return FirstMorning(qtbot, start(place))


def test_the_four_questions_come_one_after_the_other_and_nothing_is_made_before_the_last(
    morning: FirstMorning, place: Path
) -> None:
    steps = [morning.step()]
    morning.write("晨光便利店")
    for _question in range(3):
        morning.key(ENTER)
        steps.append(morning.step())
    assert steps == [f"第 {number} 步，共 4 步" for number in (1, 2, 3, 4)]
    assert not place.parent.exists()
    morning.key(ENTER)
    shop = opened(morning.qtbot, morning.program)
    assert (shop.path, shop.settings.shop_name()) == (place, "晨光便利店")
    page = morning.program.window.current_page()
    assert page is not None
    assert page.key == "catalog.go_live"
    assert morning.program.window.tab_line.isVisible()


def test_going_back_keeps_everything_that_was_typed(morning: FirstMorning) -> None:
    morning.answer("晨光便利店", "chenguang")
    morning.key(KEY.Key_3)
    for _question in range(3):
        morning.key(ESCAPE)
    page = morning.page
    assert page.name.name.text() == "晨光便利店"
    assert QApplication.focusWidget() is page.name.name
    assert (page.password.password.text(), page.password.again.text()) == ("chenguang", "chenguang")
    assert page.beginning.beginning() is Beginning.SAMPLE
    morning.key(ESCAPE)
    assert morning.step() == "第 1 步，共 4 步"


def test_a_shop_without_a_name_is_refused_at_its_field(morning: FirstMorning) -> None:
    morning.write("  ")
    morning.key(ENTER)
    assert morning.step() == "第 1 步，共 4 步"
    assert "还没有填" in morning.page.name.faults()[0]


def test_a_place_that_cannot_be_written_to_is_refused_at_its_field_and_another_one_will_do(
    morning: FirstMorning, place: Path, tmp_path: Path
) -> None:
    place.parent.write_text("a file stands in the way of the folder")
    morning.write("晨光便利店")
    morning.key(ENTER)
    assert morning.step() == "第 1 步，共 4 步"
    assert "不能写" in morning.page.name.faults()[1]
    morning.page.name.choose_folder(tmp_path / "别处")
    assert morning.page.name.faults() == ("", "")
    morning.key(ENTER)
    assert morning.step() == "第 2 步，共 4 步"


def test_a_place_that_is_taken_meanwhile_leads_back_to_where_it_is_asked(morning: FirstMorning, place: Path) -> None:
    morning.answer("晨光便利店")
    place.parent.mkdir()
    place.write_text("somebody was quicker")
    morning.key(ENTER)
    assert morning.step() == "第 1 步，共 4 步"
    assert "已经有文件" in morning.page.name.faults()[1]
    assert place.read_text() == "somebody was quicker"


def test_an_empty_password_is_warned_of_and_taken(morning: FirstMorning) -> None:
    morning.write("晨光便利店")
    morning.key(ENTER)
    assert "都是老板" in morning.page.password.words()
    morning.key(ENTER)
    assert morning.step() == "第 3 步，共 4 步"


@pytest.mark.parametrize(
    ("first", "second", "faults"), [("abc", "abc", (True, False)), ("abcdef", "abcdeg", (False, True))]
)
def test_a_password_that_is_short_or_typed_otherwise_the_second_time_is_refused_at_its_field(
    morning: FirstMorning, first: str, second: str, faults: tuple[bool, bool]
) -> None:
    morning.write("晨光便利店")
    morning.key(ENTER)
    morning.write(first)
    morning.key(ENTER)
    morning.write(second)
    morning.key(ENTER)
    assert morning.step() == "第 2 步，共 4 步"
    short, other = morning.page.password.faults()
    assert (bool(short), bool(other)) == faults


def test_the_line_that_is_wrong_has_the_focus_and_is_marked_to_be_typed_over(morning: FirstMorning) -> None:
    morning.write("晨光便利店")
    morning.key(ENTER)
    morning.write("12345")
    morning.key(ENTER)
    morning.key(ENTER)
    assert QApplication.focusWidget() is morning.page.password.password
    assert morning.page.password.password.hasSelectedText()


def test_a_password_that_is_shown_is_typed_once(morning: FirstMorning) -> None:
    morning.write("晨光便利店")
    morning.key(ENTER)
    morning.write("chenguang")
    morning.key(KEY.Key_F4)
    assert not morning.page.password.again.isVisible()
    morning.key(ENTER)
    assert morning.step() == "第 3 步，共 4 步"


def test_the_owners_password_is_asked_for_at_the_next_start(
    qtbot: QtBot, start: Start, morning: FirstMorning, place: Path
) -> None:
    morning.answer("晨光便利店", "chenguang")
    morning.key(ENTER)
    opened(qtbot, morning.program)
    qtbot.waitUntil(lambda: morning.program._status is not None)
    morning.program.window.close()
    again = start(place)
    qtbot.waitUntil(lambda: again._opening is not None and again._opening._sign_in is not None)
    assert again.shop is None


def test_paper_and_printer_are_chosen_and_tried(
    qtbot: QtBot, start: Start, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jxc_desktop.app._printer_names", lambda: ("XP-80C",))
    morning = FirstMorning(qtbot, start(place))
    morning.write("晨光便利店")
    morning.key(ENTER)
    morning.key(ENTER)
    printer = morning.page.printer
    assert (printer.printer(), printer.width_mm()) == ("XP-80C", "80")
    morning.key(KEY.Key_2)
    morning.key(KEY.Key_Up)
    morning.key(KEY.Key_F5)
    qtbot.waitUntil(lambda: "已存成文件" in printer.words(), timeout=10_000)
    assert list((place.parent / "小票").glob("TEST*.pdf"))
    morning.key(ENTER)
    morning.key(ENTER)
    shop = opened(qtbot, morning.program)
    assert shop.settings.read(RECEIPT_WIDTH) == "58"
    assert morning.program._pc.printer() == ""
    steps = {row.step: row.state for row in shop.go_live.rows()}
    assert steps[GoLiveStep.PRINTER] is GoLiveState.DONE


def test_a_table_to_move_in_says_what_is_recognised_and_has_to_be_chosen(morning: FirstMorning, tmp_path: Path) -> None:
    table = tmp_path / "商品资料.csv"
    table.write_text("品名,条形码,售价\n可乐,6901234567892,3.00\n", encoding="utf-8")
    morning.answer("晨光便利店")
    morning.key(KEY.Key_1)
    morning.key(ENTER)
    panel = morning.page.beginning.panel
    assert morning.program.shop is None
    assert "还没有选文件" in panel.words()
    morning.choose_file(table)
    assert panel.words() == "商品资料.csv\n1 行，3 列都认得：商品名称、条码、零售价"
    morning.key(ENTER)
    opened(morning.qtbot, morning.program)


def test_a_file_that_is_no_table_is_refused_where_it_is_chosen(morning: FirstMorning, tmp_path: Path) -> None:
    photo = tmp_path / "照片.xlsx"
    photo.write_bytes(b"JPEG" * 100)
    morning.answer("晨光便利店")
    morning.choose_file(photo)
    assert morning.page.beginning.panel.words().startswith("照片.xlsx\n照片.xlsx ")
    morning.key(ENTER)
    assert morning.program.shop is None


def test_a_table_that_is_dropped_is_one_that_was_chosen(morning: FirstMorning, tmp_path: Path) -> None:
    table = tmp_path / "商品资料.csv"
    table.write_text("品名,条形码,售价\n可乐,6901234567892,3.00\n", encoding="utf-8")
    morning.answer("晨光便利店")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(table))])
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    morning.page.beginning.dropEvent(drop)
    morning.qtbot.waitUntil(lambda: morning.page.beginning.file == table, timeout=10_000)
    assert morning.page.beginning.beginning() is Beginning.MOVE_IN


def test_the_sample_shop_opens_beside_the_own_one_which_is_there_too(morning: FirstMorning, place: Path) -> None:
    morning.answer("晨光便利店")
    morning.key(KEY.Key_3)
    morning.key(ENTER)
    shop = opened(morning.qtbot, morning.program)
    assert shop.path == place.with_name("示例店.db")
    assert shop.settings.read(IS_PRACTICE) == "yes"
    assert place.exists()
    assert morning.program._pc.own_shop() == place


def test_who_has_a_shop_already_opens_its_file(morning: FirstMorning, shop_file: Path) -> None:
    morning.page.open_wanted.connect(lambda: None)
    morning.key(KEY.Key_F2)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.close()
    opening = morning.program._opening
    assert opening is not None
    opening._open_other(shop_file)
    assert opened(morning.qtbot, morning.program).settings.shop_name() == "惠民便利店"


def test_an_old_shop_comes_back_from_its_backup(
    morning: FirstMorning, shop_file: Path, tmp_path: Path, place: Path
) -> None:
    backup = back_up(shop_file, tmp_path / "U盘")
    opening = morning.program._opening
    assert opening is not None
    opening._restore_first(morning.page, backup)
    shop = opened(morning.qtbot, morning.program)
    assert (shop.path, shop.settings.shop_name()) == (place, "惠民便利店")
