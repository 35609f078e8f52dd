"""``--self-check`` says each step, ends with 0 only when all passed, and leaves nothing behind."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfWriter

from jxc_desktop.self_check import FAILED, PASSED, MissingPartError, SelfCheck, expect_paper, parts, run_steps


def test_the_program_checks_itself_and_leaves_nothing_behind(tmp_path: Path) -> None:
    home, work = tmp_path / "home", tmp_path / "work"
    home.mkdir()
    work.mkdir()
    places = {"HOME": str(home), "TMPDIR": str(work), "QT_QPA_PLATFORM": "offscreen"}
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        places[name] = str(home)
    asked = [sys.executable, "-m", "jxc_desktop", "--self-check"]
    ended = subprocess.run(asked, env={**os.environ, **places}, capture_output=True, text=True, timeout=300)
    lines = ended.stdout.splitlines()
    assert ended.returncode == PASSED, ended.stdout + ended.stderr
    assert len(lines) == len(SelfCheck(work).steps())
    assert {line.partition("：")[0] for line in lines} == {"通过"}
    assert ended.stderr == ""
    assert list(work.iterdir()) == []
    kept = [path for path in home.rglob("*") if path.is_file() and "fontconfig" not in path.parts]
    assert kept == []


def test_the_first_step_that_fails_is_named_and_ends_it(capsys: pytest.CaptureFixture[str]) -> None:
    done: list[str] = []

    def fail() -> None:
        raise FileNotFoundError("qtbase_zh_CN.qm")

    steps = (
        (lambda: "先", lambda: done.append("先")),
        (lambda: "字体", fail),
        (lambda: "后", lambda: done.append("后")),
    )
    assert run_steps(steps) == FAILED
    said = capsys.readouterr()
    assert said.out.splitlines() == ["通过：先", "没有通过：字体：qtbase_zh_CN.qm"]
    assert "FileNotFoundError" in said.err
    assert done == ["先"]


def test_every_module_is_loaded_but_the_steps_that_alembic_runs() -> None:
    names = set(parts())
    assert {"jxc_desktop.app", "jxc_desktop.ui.window.help.help_dialog", "jxc_desktop.services.shop"} <= names
    assert not [name for name in names if name.startswith("jxc_desktop.models.migrations.")]


def test_paper_without_ink_and_no_paper_at_all_are_seen(tmp_path: Path) -> None:
    with pytest.raises(MissingPartError):
        expect_paper(tmp_path)
    blank = PdfWriter()
    blank.add_blank_page(100, 100)
    blank.write(tmp_path / "blank.pdf")
    with pytest.raises(MissingPartError, match=r"blank\.pdf"):
        expect_paper(tmp_path)
