"""A second window on the same exercises: nothing is written from it, what has ended can be looked back at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from care_desktop.exercise.commands import Begin, Command, End, MarkMoment
from care_desktop.scenario.scenario import Facility
from care_desktop.workspace import recents
from tests.exercise.liseron import LISERON
from tests.ui.frame.opened import opened
from ui.home.notice import Notice
from ui.home.recent_row import RecentRow
from ui.home.resume_card import ResumeCard
from ui.shell import Shell

pytestmark = pytest.mark.ui


def played(qtbot: QtBot, shell: Shell, *commands: Command) -> None:
    bridge = shell.context.bridge
    bridge.open_new(LISERON, Facility("A"))
    qtbot.waitUntil(lambda: bridge.followed is not None)
    for command in commands:
        with qtbot.waitSignal(bridge.told):
            bridge.send(command)


@pytest.fixture
def second(qtbot: QtBot, tmp_path: Path) -> Iterator[Shell]:
    """A window that comes while another has an exercise that ended, and one that runs."""
    with opened(qtbot, tmp_path) as first:
        played(qtbot, first, Begin(), End())
        first.context.bridge.close()
        played(qtbot, first, Begin())
        with opened(qtbot, tmp_path) as window:
            yield window


def row(shell: Shell, word: str) -> RecentRow:
    (found,) = (one for one in shell.findChildren(RecentRow) if one.row.word == word and one.isVisible())
    return found


def test_it_says_who_has_them_and_does_not_call_what_runs_there_interrupted(second: Shell) -> None:
    assert second.banner.sentence().startswith("Vos exercices sont déjà ouverts dans une autre fenêtre")
    (card,) = second.findChildren(ResumeCard)
    assert not card.isVisible()
    assert row(second, "ni suspendu ni terminé").row.entry.status == "running"


def test_what_runs_there_cannot_be_taken_up_here_and_is_left_alone(second: Shell) -> None:
    row(second, "ni suspendu ni terminé").click()
    (notice,) = (one for one in second.findChildren(Notice) if one.isVisible())
    assert notice.error is not None
    assert notice.error.code == "window.only_reads"
    assert second.front == "home"


def test_what_has_ended_is_looked_back_at_and_nothing_is_written(
    qtbot: QtBot, second: Shell, tmp_path: Path
) -> None:
    copies, index = list((tmp_path / "backups").iterdir()), (tmp_path / "recents.json").read_bytes()
    row(second, "débriefing").click()
    qtbot.waitUntil(lambda: second.front == "review")
    bridge = second.context.bridge
    assert bridge.followed is not None
    assert bridge.followed.view.status == "ended"
    refusal = bridge.refusal(MarkMoment())
    assert refusal is not None
    assert refusal.id == "window.only_looks"
    bridge.close()
    assert (tmp_path / "recents.json").read_bytes() == index
    assert list((tmp_path / "backups").iterdir()) == copies


def test_no_exercise_is_begun_from_it(second: Shell, tmp_path: Path) -> None:
    failed: list[object] = []
    second.context.bridge.failed.connect(failed.append)
    second.context.bridge.open_new(LISERON, Facility("A"))
    assert len(failed) == 1
    assert len(recents.read(tmp_path / "recents.json")[0].entries) == 2
