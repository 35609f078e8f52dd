"""Programs that are killed, and power that goes: what was reported as saved is there, and the books hold."""

import os
import random
import shutil
import signal
from pathlib import Path

import pytest

from tests.proof.deaths import TradingProgram, assert_nothing_lost
from tests.story import Story

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="this system ends programs in another way")

WHOLE = pytest.mark.skipif("PROVE_STEPS" not in os.environ, reason="the whole takes minutes: make prove")
KILLS, CUTS = 300, 200
KILLS_A_FILE, CUTS_A_PROGRAM = 25, 20
HEADER, FRAME = 32, 24 + 4096
# Where the log's index says how many frames count.
MX_FRAME_AT = 16


def killed_again_and_again(shop: Path, times: int, chance: random.Random) -> int:
    """One file, traded in by programs that are killed; how many documents were reported."""
    reported: set[int] = set()
    for _ in range(times):
        program = TradingProgram(shop, chance.randrange(1_000_000))
        program.trade_for(chance.uniform(0, 0.2))
        program.kill()
        reported |= program.reported
        assert_nothing_lost(shop, reported)
    return len(reported)


def cut_again_and_again(shop: Path, times: int, chance: random.Random, folder: Path) -> int:
    """Copies of one file at random moments, each log cut where it need not be whole; how many ended in the middle."""
    program, torn = TradingProgram(shop, chance.randrange(1_000_000)), 0
    for number in range(times):
        program.trade_for(chance.uniform(0, 0.15))
        program.stop()
        copy = folder / f"cut-{number}.db"
        torn += cut_copy(shop, copy, chance)
        assert_nothing_lost(copy, program.reported)
        copy.unlink()
        program.go_on()
    program.kill()
    return torn


def cut_copy(shop: Path, copy: Path, chance: random.Random) -> bool:
    """The file and its log as the disk has them; behind what was committed the log ends anywhere, or in nonsense."""
    shutil.copyfile(shop, copy)
    log = bytearray(shop.with_name(shop.name + "-wal").read_bytes())
    index = shop.with_name(shop.name + "-shm").read_bytes()
    saved = HEADER + FRAME * int.from_bytes(index[MX_FRAME_AT : MX_FRAME_AT + 4], "little")
    is_torn = len(log) > saved
    if is_torn:
        del log[chance.randint(saved, len(log)) :]
    log += chance.randbytes(chance.choice((0, 7, 24, 4000, 9000)))
    copy.with_name(copy.name + "-wal").write_bytes(log)
    return is_torn


def test_a_program_killed_at_any_moment_has_saved_what_it_reported(story: Story) -> None:
    story.shop.close()
    killed_again_and_again(story.shop.path, 3, random.Random(3))


def test_a_power_cut_at_any_moment_leaves_what_was_reported(story: Story, tmp_path: Path) -> None:
    story.shop.close()
    cut_again_and_again(story.shop.path, 4, random.Random(4), tmp_path)


@pytest.mark.proof
@WHOLE
@pytest.mark.parametrize("seed", range(KILLS // KILLS_A_FILE))
def test_three_hundred_kills(story: Story, seed: int) -> None:
    story.shop.close()
    assert killed_again_and_again(story.shop.path, KILLS_A_FILE, random.Random(seed)) > KILLS_A_FILE


@pytest.mark.proof
@WHOLE
@pytest.mark.parametrize("seed", range(CUTS // CUTS_A_PROGRAM))
def test_two_hundred_power_cuts(story: Story, tmp_path: Path, seed: int) -> None:
    story.shop.close()
    cut_again_and_again(story.shop.path, CUTS_A_PROGRAM, random.Random(seed), tmp_path)
