"""The backups: what each holds, where another copy goes, and the ways back."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jxc_desktop.models.values.backup_file import Occasion
from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.people.desk import SignedIn
from jxc_desktop.services.shop import Shop
from jxc_desktop.services.storage.storage import RESTORING
from jxc_desktop.ui.errors.troubles import listen, stop_listening
from jxc_desktop.ui.settings.backup_rows import BackupState
from jxc_desktop.ui.settings.backups_page import BackupsPage
from tests.robots.desk import Desk
from tests.services.storage.spoiling import cut, spoil
from tests.story import Story, TestClock


class BackupsDesk(Desk[BackupsPage]):
    """The owner at the backups."""

    def __init__(self, qtbot: QtBot, story: Story) -> None:
        super().__init__(qtbot, story, BackupsPage)
        self.left: list[tuple[object, bool]] = []
        self.page.leave_wanted.connect(lambda shop, is_restored: self.left.append((shop, is_restored)))

    def column(self, name: str) -> list[str]:
        return self.sees(self.page.table, name)

    def line(self) -> str:
        return self.page.line.shown_words()

    def wait_until_read(self) -> None:
        self.wait(lambda: all(row.state is not BackupState.UNREAD for row in self.page.rows()))


@pytest.fixture
def sold(story: Story) -> str:
    """Two backups: after one sale by hand, after two at the end of the day; the number of the last sale."""
    product = story.product()
    first = story.sell(product).number
    story.shop.backups.make(Occasion.BY_HAND)
    story.sell(product)
    story.shop.backups.make(Occasion.EXIT)
    return first


@pytest.fixture
def desk(qtbot: QtBot, dress: Callable[..., None], story: Story, sold: str) -> Iterator[BackupsDesk]:
    dress()
    desk = BackupsDesk(qtbot, story)
    desk.wait_until_read()
    yield desk
    desk.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "U 盘"
    folder.mkdir()
    return folder


def test_each_backup_says_why_it_was_made_and_what_it_holds_the_newest_first(desk: BackupsDesk, sold: str) -> None:
    assert desk.column("occasion") == ["关窗口", "手动"]
    assert desk.column("place") == ["本机", "本机"]
    assert desk.column("last")[1].startswith(sold)
    assert desk.column("documents") == ["2", "1"]
    assert desk.column("products") == ["1", "1"]
    assert desk.column("state") == ["可以用", "可以用"]


def test_a_shop_without_backups_says_when_there_will_be_one(
    qtbot: QtBot, dress: Callable[..., None], story: Story
) -> None:
    dress()
    desk = BackupsDesk(qtbot, story)
    assert desk.page._panel.is_empty_shown()
    desk.key(Qt.Key.Key_F9)
    desk.wait(lambda: desk.column("occasion") == ["手动"])
    desk.close()


def test_a_backup_that_lost_its_pages_cannot_be_chosen(desk: BackupsDesk) -> None:
    worse = desk.page.rows()[0].file.path.with_name("shop-20991231-235959.jxcbackup")
    worse.write_bytes(desk.page.rows()[0].file.path.read_bytes())
    cut(worse, 2)
    desk.key(Qt.Key.Key_F5)
    desk.wait_until_read()
    assert desk.column("state")[0] == "不能用"
    desk.page.table.choose(0)
    desk.key(Qt.Key.Key_F7)
    assert desk.line().startswith("这一份不能用")


def test_f3_reads_every_page_and_says_whether_it_is_whole(desk: BackupsDesk) -> None:
    desk.key(Qt.Key.Key_F3)
    desk.wait(lambda: desk.column("state") == ["查过完好", "可以用"])
    desk.key(Qt.Key.Key_Down)
    spoil(desk.page.rows()[1].file.path)
    desk.key(Qt.Key.Key_F3)
    desk.wait(lambda: desk.column("state") == ["查过完好", "不能用"])
    assert "换一份" in desk.line()


def test_a_second_place_gets_a_copy_at_once_and_both_are_listed(desk: BackupsDesk, stick: Path) -> None:
    desk.page.choose_second_place(stick)
    desk.wait(lambda: "第二处" in desk.column("place"))
    assert len(list(stick.iterdir())) == 1
    assert str(stick) in desk.page.places.words()
    assert "已备份" in desk.line()


def test_a_second_place_is_chosen_in_a_dialog_by_f2(desk: BackupsDesk, stick: Path) -> None:
    desk.key(Qt.Key.Key_F2)
    desk.pick_file(stick)
    desk.wait(lambda: "第二处" in desk.column("place"))


def test_a_place_where_nothing_can_be_written_is_refused_in_words(desk: BackupsDesk, tmp_path: Path) -> None:
    desk.page.choose_second_place(tmp_path / "没有这个文件夹")
    desk.wait(lambda: desk.line().startswith("这个文件夹放不了备份"))
    assert desk.story.shop.backups.second_place() is None


def test_a_second_place_is_given_up_when_the_same_key_says_so_twice(desk: BackupsDesk, stick: Path) -> None:
    desk.page.choose_second_place(stick)
    desk.wait(lambda: "第二处" in desk.column("place"))
    desk.key(Qt.Key.Key_F8)
    assert desk.story.shop.backups.second_place() is not None
    desk.key(Qt.Key.Key_F8)
    assert desk.story.shop.backups.second_place() is None
    assert len(list(stick.iterdir())) == 1


def test_restoring_over_asks_first_and_lays_the_backup_ready(desk: BackupsDesk) -> None:
    shop = desk.story.shop
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_F7)
    assert "补录" in desk.line()
    assert desk.left == []
    desk.key(Qt.Key.Key_F7)
    desk.wait(lambda: desk.left == [(shop.path, True)])
    assert shop.path.with_name(shop.path.name + RESTORING).is_file()
    assert shop.backups.listed()[0].occasion is Occasion.RESTORE


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_F6])
def test_another_key_takes_the_question_back(desk: BackupsDesk, key: Qt.Key) -> None:
    desk.key(Qt.Key.Key_F7)
    desk.key(key)
    desk.key(Qt.Key.Key_F7)
    assert desk.left == []


def test_restoring_beside_makes_a_shop_of_its_own_and_leaves_this_one_alone(desk: BackupsDesk) -> None:
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_F6)
    desk.key(Qt.Key.Key_F6)
    desk.wait(lambda: len(desk.left) == 1)
    (beside, is_restored) = desk.left[0]
    assert isinstance(beside, Path)
    assert not is_restored
    assert beside != desk.story.shop.path
    with Shop.open(beside, TestClock()) as shop:
        assert shop.health.verify() == ()


def test_only_the_owner_may_restore(desk: BackupsDesk) -> None:
    desk.story.desk.operator = SignedIn(1, "小王", Role.CLERK)
    desk.key(Qt.Key.Key_F7)
    desk.key(Qt.Key.Key_F7)
    desk.wait(lambda: "没有权限" in desk.line())
    assert desk.left == []


def test_a_scan_means_nothing_here_and_is_said_so(desk: BackupsDesk) -> None:
    desk.scan("6901234567892")
    assert "不用扫码" in desk.line()


def test_a_bad_backup_is_said_of_the_backup_and_never_of_the_shop(desk: BackupsDesk) -> None:
    told: list[object] = []
    listen(told.append)
    foreign = desk.page.rows()[0].file.path.with_name("shop-20991231-235959.jxcbackup")
    foreign.write_bytes(b"something else")
    desk.key(Qt.Key.Key_F5)
    desk.wait_until_read()
    stop_listening(told.append)
    assert told == []
    assert "这一份备份不能用" in desk.column("last")[0]
