"""The report for whoever helps: what happened and the end of the log, and nothing of anybody."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from jxc_desktop.models.values.permissions import Role
from jxc_desktop.services.people.errors import WrongPasswordError
from jxc_desktop.services.shop import Shop
from jxc_desktop.services.storage.backup import make_backup
from jxc_desktop.ui.errors.fault_report import report_text, save_report
from jxc_desktop.ui.errors.fault_text import fault_text
from jxc_desktop.ui.errors.log_file import end_log, start_log
from tests.story import Story

SECRETS = ("Geheim-123456", "geheimes-Wort", "4711", "王秀英", "13800138000")


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "log"
    end_log()
    start_log(folder)
    yield folder
    end_log()
    logging.getLogger("jxc").propagate = True


def test_it_holds_the_details_the_versions_the_sizes_and_the_end_of_the_log(story: Story, log: Path) -> None:
    logging.getLogger("jxc.acts").info("sales.checkout XS20260302-0001 7 ms")
    text = report_text("编号 DISK-FULL", story.shop.path, log)
    assert text.startswith("编号 DISK-FULL")
    assert "SQLAlchemy 2." in text
    assert f"{story.shop.path.stat().st_size:,} B" in text
    assert "XS20260302-0001" in text


def test_of_a_long_log_only_the_end_is_taken(log: Path) -> None:
    for number in range(2_000):
        logging.getLogger("jxc.acts").info("line %d", number)
    text = report_text("", None, log)
    assert "line 1999" in text
    assert "line 1500" not in text


def test_no_secret_gets_into_log_report_or_the_list_of_backups(story: Story, log: Path, tmp_path: Path) -> None:
    shop, (owner, clerk, pin, customer, phone) = story.shop, SECRETS
    key = shop.people.add_operator("小李", Role.CLERK, clerk)
    shop.people.set_pin(key, pin)
    shop.people.set_password(1, owner)
    story.supplier(f"{customer} {phone}")
    story.sell(story.product())
    with pytest.raises(WrongPasswordError) as refused:
        Shop.open(shop.path, story.clock, "老板", clerk)
    logging.getLogger("jxc.faults").error("%s", fault_text(refused.value))
    backup = make_backup(shop.path, tmp_path / "backups")
    listed = repr((shop.backups.listed(), shop.backups.look_into(backup)))
    written = report_text(fault_text(refused.value), shop.path, log) + listed
    written += "".join(path.read_text(encoding="utf-8") for path in log.iterdir())
    assert [secret for secret in SECRETS if secret in written] == []


def test_passwords_and_pins_are_in_no_backup_as_they_were_typed(story: Story, tmp_path: Path) -> None:
    owner, clerk, pin, *_ = SECRETS
    key = story.shop.people.add_operator("小李", Role.CLERK, clerk)
    story.shop.people.set_pin(key, "93758264")
    story.shop.people.set_password(1, owner)
    content = make_backup(story.shop.path, tmp_path / "backups").read_bytes()
    assert [word for word in (owner, clerk, "93758264") if word.encode() in content] == []
    assert pin not in ("", owner)


def test_the_folders_of_this_pc_are_not_named(story: Story, log: Path, tmp_path: Path) -> None:
    assert str(tmp_path) not in report_text(fault_text(OSError(5, "x", str(tmp_path))), story.shop.path, log)


def test_a_report_that_cannot_be_written_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    assert save_report("报告", tmp_path / "报告.txt")
    assert (tmp_path / "报告.txt").read_text(encoding="utf-8") == "报告"
    assert not save_report("报告", tmp_path / "没有" / "报告.txt")
    assert [path.name for path in tmp_path.iterdir()] == ["报告.txt"]


def test_without_a_log_there_is_still_a_report(tmp_path: Path) -> None:
    assert report_text("编号 X", tmp_path / "没有.db", tmp_path / "没有").startswith("编号 X")
