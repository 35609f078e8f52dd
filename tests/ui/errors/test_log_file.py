"""The log beside this PC's settings."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from jxc_desktop.ui.errors.log_file import KEPT, LARGEST_BYTES, NAME, end_log, start_log


@pytest.fixture(autouse=True)
def ended() -> Iterator[None]:
    end_log()
    yield
    end_log()
    logging.getLogger("jxc").propagate = True


def test_acts_and_faults_are_written_with_their_time(tmp_path: Path) -> None:
    start_log(tmp_path / "log")
    logging.getLogger("jxc.acts").info("sales.checkout XS20260302-0001 9 ms")
    lines = (tmp_path / "log" / NAME).read_text(encoding="utf-8").splitlines()
    assert "started: version" in lines[0]
    assert lines[1].endswith("INFO sales.checkout XS20260302-0001 9 ms")


def test_what_nobody_looks_for_is_not_written(tmp_path: Path) -> None:
    start_log(tmp_path)
    logging.getLogger("jxc.acts").debug("carts.save")
    assert "carts.save" not in (tmp_path / NAME).read_text(encoding="utf-8")


def test_starting_it_twice_writes_every_line_once(tmp_path: Path) -> None:
    start_log(tmp_path)
    start_log(tmp_path)
    logging.getLogger("jxc.faults").error("once")
    assert (tmp_path / NAME).read_text(encoding="utf-8").count("once") == 1


def test_a_log_that_has_grown_large_is_put_aside_and_the_oldest_goes(tmp_path: Path) -> None:
    for number in range(KEPT + 2):
        (tmp_path / NAME).write_text(f"{number}" + "x" * LARGEST_BYTES, encoding="utf-8")
        start_log(tmp_path)
        end_log()
    kept = sorted(path.name for path in tmp_path.iterdir())
    assert kept == [NAME, *(f"{NAME}.{number}" for number in range(1, KEPT))]
    assert (tmp_path / f"{NAME}.1").read_text(encoding="utf-8")[0] == str(KEPT + 1)


def test_a_place_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("a file where the folder should be")
    start_log(tmp_path / "log")
    logging.getLogger("jxc.faults").error("lost, and the shop goes on")
