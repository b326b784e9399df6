"""The window is killed in the middle of an exercise: it is taken up again, nothing that was told is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from care_desktop.exercise.state import Status
from tests.ui.frame.hands import Hands
from tests.ui.frame.opened import opened
from tests.ui.frame.told import lines

pytestmark = [
    pytest.mark.ui,
    pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL"),
]

ROOT = Path(__file__).resolve().parents[3]
MOMENTS = {
    "as it begins": ("exercise.begun", 1),
    "as a launch is told": ("inject.launched", 1),
    "with a decision half written": ("at deciding", 1),
    "as a decision is told": ("decision.settled", 1),
    "in a burst of lines": ("log.written", 12),
}


def killed(folder: Path, sign: str, times: int, manner: str = "play") -> list[str]:
    """Play in another process, kill it at the sign; all that it was told, as far as it could say so."""
    command = [sys.executable, "-m", "tests.ui.frame.cut_off_child", manner, str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    told: list[str] = []
    with subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        for line in program.stdout:
            told.append(line.rstrip("\n"))
            if sum(sign in one for one in told) == times:
                break
        program.send_signal(signal.SIGKILL)
        told += [line.rstrip("\n") for line in program.stdout]
    assert sum(sign in one for one in told) >= times, told[-3:]
    return [line for line in told if line.startswith("told ")]


@pytest.mark.parametrize("moment", MOMENTS)
def test_killed_it_stands_still_with_all_that_was_told(qtbot: QtBot, tmp_path: Path, moment: str) -> None:
    told = killed(tmp_path, *MOMENTS[moment])
    with opened(qtbot, tmp_path) as shell:
        hands = Hands(qtbot, shell)
        hands.take_up()
        assert hands.view.status is Status.SUSPENDED
        assert set(told) <= set(lines(hands.followed.events))


def test_killed_twice_it_comes_to_its_report_with_all_that_was_told(qtbot: QtBot, tmp_path: Path) -> None:
    told = killed(tmp_path, *MOMENTS["in a burst of lines"])
    again = killed(tmp_path, "log.written", len(told) + 12, "take_up")
    with opened(qtbot, tmp_path) as shell:
        hands = Hands(qtbot, shell)
        hands.take_up()
        hands.go_on()
        hands.launch()
        hands.end()
        assert {*told, *again} <= set(lines(hands.followed.events))
        report = tmp_path / "retex.pdf"
        hands.report(report)
        assert report.read_bytes().startswith(b"%PDF-")
