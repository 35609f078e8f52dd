"""Spoiled files of every kind: none breaks, hangs or swells the program, and none comes in by halves."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.services.migrate_in.import_in_child import MOST_SECONDS

PROJECT = Path(__file__).resolve().parents[3]
MOST_MEGABYTES = 400
# One of each way in which each kind of file is spoiled.
SAMPLE = 64
ALL = 1_000
PROCESSES = 2
WRITTEN = {
    "products": {"product", "barcode", "category", "product_unit", "number_series", "import_layout", "audit_entry"},
    "partners": {"partner", "import_layout", "audit_entry"},
    "opening-stock": {
        *("document", "stock_line", "stock_move", "cost_entry", "stock_balance", "cost_balance"),
        *("number_series", "import_layout", "audit_entry"),
    },
}


def went_through(folder: Path, count: int) -> list[dict[str, Any]]:
    """What happened to each of so many files, in processes of their own."""
    words = [sys.executable, "-m", "tests.services.migrate_in.import_in_child", str(folder)]
    started = [
        subprocess.Popen(
            [*words, str(first), str(-(-(count - first) // PROCESSES)), str(PROCESSES)],
            cwd=PROJECT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for first in range(PROCESSES)
    ]
    heard = [process.communicate() for process in started]
    assert [process.returncode for process in started] == [0] * PROCESSES, heard
    return [json.loads(line) for said, _faults in heard for line in said.splitlines()]


def look_over(files: list[dict[str, Any]]) -> None:
    """Nothing is wrong with how any of them ended."""
    assert [file for file in files if file["ended"] not in ("taken in", "refused")] == []
    assert [file for file in files if file["seconds"] > MOST_SECONDS] == []
    assert [file for file in files if file["megabytes"] > MOST_MEGABYTES] == []
    assert [file for file in files if file["ended"] == "refused" and file["changed"]] == []
    assert [file for file in files if not set(file["changed"]) <= WRITTEN[file["form"]]] == []
    assert [file for file in files if file["changed"] and "audit_entry" not in file["changed"]] == []


def test_one_file_spoiled_in_each_way_is_taken_in_whole_or_refused(tmp_path: Path) -> None:
    files = went_through(tmp_path, SAMPLE)
    assert len(files) == SAMPLE
    assert {file["ended"] for file in files} == {"taken in", "refused"}
    look_over(files)


@pytest.mark.proof
@pytest.mark.skipif("PROVE_STEPS" not in os.environ, reason="a thousand files take minutes: make prove")
def test_a_thousand_spoiled_files_are_taken_in_whole_or_refused(tmp_path: Path) -> None:
    files = went_through(tmp_path, ALL)
    assert len(files) == ALL
    look_over(files)
