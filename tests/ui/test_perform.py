"""Short acts: done, refused in words, or stopped."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from jxc_desktop.services.errors import NotFoundError
from jxc_desktop.services.storage.faults import DiskFullError
from jxc_desktop.ui.errors.troubles import Trouble, listen, stop_listening
from jxc_desktop.ui.perform import perform


@pytest.fixture
def told() -> Iterator[list[Trouble]]:
    heard: list[Trouble] = []
    listen(heard.append)
    yield heard
    stop_listening(heard.append)


class Disk:
    """Full until somebody makes room."""

    is_full = True

    def write(self) -> str:
        if self.is_full:
            raise DiskFullError(Path("店.db"))
        return "written"


def test_a_refusal_is_said_in_a_line_and_stops_nothing(told: list[Trouble]) -> None:
    said: list[str] = []

    def refuse() -> None:
        raise NotFoundError("product", 7)

    perform(refuse, lambda _done: said.append("done"), lambda refusal, _error: said.append(refusal.line))
    assert said == ["这个商品已经停用或不存在"]
    assert told == []


def test_what_cannot_be_saved_is_said_in_the_line_and_at_length(told: list[Trouble]) -> None:
    said: list[str] = []
    perform(Disk().write, pytest.fail, lambda refusal, _error: said.append(refusal.fact))
    assert said == ["磁盘满了，这一步没有保存"]
    assert [(trouble.stop.code, trouble.is_awaited) for trouble in told] == [("DISK-FULL", True)]
    assert "DiskFullError" in told[0].details


def test_it_can_be_done_once_more_from_there(told: list[Trouble]) -> None:
    disk, done = Disk(), list[str]()
    perform(disk.write, done.append, lambda _refusal, _error: None)
    assert told[0].again is not None
    told[0].again()
    assert (done, len(told)) == ([], 2)
    disk.is_full = False
    told[0].again()
    assert done == ["written"]
