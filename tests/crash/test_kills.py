"""A program killed at any instant keeps what it has acknowledged."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.crash.checks import kept_heads
from tests.crash.recording import CHILDREN, ROOT, SHARED_MEMORY
from tests.crash.resuming import resume_faults

pytestmark = pytest.mark.crash

KILLS, CASES = 300, 10


def kills(child: str, manner: str, folder: Path, times: int, seed: int) -> Iterator[list[str]]:
    """Start and kill a program of ``children/`` again and again; gives the lines it acknowledged each time.

    The instant is drawn: behind an acknowledgement, and a little later. What the program had written
    into the pipe when it died counts: it is what somebody would have been told.
    """
    chance = random.Random(seed)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", f"{CHILDREN}.{child}", manner, str(folder)]
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    ) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        for _ in range(times):
            program.stdin.write("live\n")
            number = int(program.stdout.readline().removeprefix("pid "))
            lines = [program.stdout.readline() for _ in range(chance.choice([0, 0, 1, 2, 5, 20, 40]))]
            for _ in range(chance.randrange(60_000)):  # some time, of no certain length, up to a few commits
                pass
            os.kill(number, signal.SIGKILL)
            lines += iter(program.stdout.readline, "dead\n")
            yield [line.rstrip() for line in lines]
        program.stdin.close()


def as_left(folder: Path, ground: Path) -> Path:
    """A copy of what the dead left: the check mends the copy, the next life mends the original."""
    shutil.rmtree(ground, ignore_errors=True)
    ignored: Callable[[str, list[str]], set[str]] = shutil.ignore_patterns(f"*{SHARED_MEMORY}")
    return Path(shutil.copytree(folder, ground, ignore=ignored))


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")
@pytest.mark.parametrize("case", range(CASES))
def test_no_acknowledged_batch_is_lost_by_kills(tmp_path: Path, ground: Path, case: int) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    acknowledged: dict[int, str] = {}
    for lines in kills("killed", "after", folder, KILLS // CASES, seed=case):
        acknowledged |= {int(seq): digest for seq, digest in map(str.split, lines)}
        kept, findings = kept_heads(as_left(folder, ground))
        assert not findings
        assert acknowledged.items() <= kept.items()
    assert acknowledged


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")
@pytest.mark.parametrize("case", range(CASES))
def test_a_killed_exercise_begins_again_at_most_a_second_back(
    tmp_path: Path, ground: Path, case: int
) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    seen = 0
    for lines in kills("killed_playing", "", folder, KILLS // CASES, seed=100 + case):
        told = [line.split() for line in lines]
        seen = max([seen, *(int(play) for _, _, play in told)])
        left = as_left(folder, ground)
        kept, findings = kept_heads(left)
        assert not findings
        assert all(kept[int(seq)] == digest for seq, digest, _ in told)
        assert not list(resume_faults(left, {"beat": seen - 1_000}))
    assert seen > 0


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")
def test_kills_show_a_program_that_acknowledges_before_it_commits(tmp_path: Path, ground: Path) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    lost = 0
    for lines in kills("killed", "early", folder, 30, seed=0):
        kept, _ = kept_heads(as_left(folder, ground))
        lost += any(int(line.split()[0]) not in kept for line in lines)
    assert lost > 0
