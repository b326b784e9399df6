"""Autonome: a team without a facilitator plays the shipped exercise from preparation to the debriefing."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtWidgets import QApplication, QRadioButton
from pytestqt.qtbot import QtBot

from care_desktop.exercise.events import AnswerGiven, Ended, EntryWritten, InjectDelivered, InjectLaunched
from care_desktop.exercise.state import Status
from care_desktop.scenario.script import Way
from care_desktop.session.leaping import LeapingClock
from tests.log_fail import ExpectWarning
from tests.ui.frame.hands import Hands
from tests.ui.frame.tour import Tour
from ui.alone.body import Body
from ui.alone.page import AlonePage
from ui.alone.story import Step
from ui.conduct.desk import Desk
from ui.conduct.panes import Panes
from ui.conduct.workspace import Workspace

pytestmark = pytest.mark.ui

_PATIENCE = 600
"""How many presses of Enter the whole exercise may want."""


class Team:
    """A team at the page, with Enter, the arrows and the letters of the keyboard."""

    def __init__(self, qtbot: QtBot, tour: Tour, clock: LeapingClock) -> None:
        self.tour, self.hands, self.shell = tour, Hands(qtbot, tour.shell, clock), tour.shell
        tour.begin(Way.UNAIDED)
        view = self.shell.view("conduct")
        assert isinstance(view, Workspace)
        self.conduct: Workspace = view
        assert isinstance(view.face, AlonePage)
        self.page: AlonePage = view.face
        self.steps: Counter[Step] = Counter()
        self.shown: list[str] = []

    def goes_on(self) -> None:
        """Choose where there is a choice, and press Enter."""
        self.steps[self.page.place.step] += 1
        told = self.page.scene
        assert told is not None
        self.shown.append("\n".join((told.lead, told.text, told.more, told.hint, str(told.choices))))
        if self.page.place.step is Step.CHOICE:
            assert isinstance(QApplication.focusWidget(), QRadioButton)
            self.hands.press("Space")
        before = len(self.hands.followed.events)
        scene = self.page.scene
        self.hands.press("Return")
        self.hands.until(lambda: len(self.hands.followed.events) > before or self.page.scene is not scene)
        self.settles()

    def settles(self) -> None:
        self.hands.until(lambda: self.page.is_idle and self.conduct.turns.is_idle)

    def facts(self, kind: type) -> list[object]:
        return [event.fact for event in self.hands.followed.events if isinstance(event.fact, kind)]


def secrets(team: Team) -> list[str]:
    """What the script says to a facilitator alone."""
    script = team.hands.followed.index.script
    told = [text for one in script.injects for text in (one.say, one.answers)]
    told += [each.text for one in script.injects for each in one.reactions]
    told += [one.judged.according_to for d in script.decisions for one in d.options if one.judged is not None]
    told += [text for one in script.correspondents for text in (one.answers, one.asks, one.refuses, one.tone)]
    return [text.fr.strip() for text in told if text.fr.strip()]


@pytest.fixture
def team(qtbot: QtBot, tour: Tour, clock: LeapingClock) -> Team:
    return Team(qtbot, tour, clock)


def test_the_shipped_exercise_is_played_to_the_debriefing_by_enter_alone(team: Team) -> None:
    assert team.page.isVisible()
    assert team.shell.findChildren(Panes) == []
    presses = 0
    while team.hands.view.status is not Status.ENDED and presses < _PATIENCE:
        team.goes_on()
        presses += 1
    team.hands.until(lambda: team.shell.front == "review")
    assert [one for one in secrets(team) if any(one in page for page in team.shown)] == []
    launched = {one.inject for one in team.facts(InjectLaunched)}  # type: ignore[attr-defined]
    reached = {one.inject for one in team.facts(InjectDelivered)}  # type: ignore[attr-defined]
    assert launched == reached
    assert len(team.facts(Ended)) == 1
    assert team.facts(AnswerGiven)
    phases = len(team.hands.followed.index.script.phases)
    assert team.steps[Step.JUMP] == team.steps[Step.ARRIVED] == phases - 1


def test_a_note_is_written_and_enter_in_it_does_not_go_on(team: Team) -> None:
    place = team.page.place
    team.page.foot.note.setFocus()
    team.hands.press("Return")
    team.hands.write("On appelle le médecin coordonnateur.")
    team.hands.press("Return")
    team.hands.until(lambda: team.facts(EntryWritten))
    team.settles()
    assert team.page.place == place
    assert team.page.foot.forward.hasFocus()


def test_pause_stops_the_exercise_and_the_same_place_comes_back(team: Team) -> None:
    team.goes_on()
    place = team.page.place
    team.page.foot.pause.setFocus()
    team.hands.press("Return")
    team.hands.until(lambda: team.page.place.step is Step.PAUSED)
    team.settles()
    team.page.foot.forward.setFocus()
    team.hands.press("Return")
    team.hands.until(lambda: team.page.place == place)


def test_an_answer_is_asked_for_before_it_is_noted(team: Team) -> None:
    while team.page.place.step is not Step.CHOICE:
        team.goes_on()
    before = len(team.facts(AnswerGiven))
    team.hands.press("Return")
    choices = team.page.body.choices
    assert choices is not None
    assert choices.fault.isVisible()
    assert len(team.facts(AnswerGiven)) == before


def test_a_bug_in_the_page_does_not_end_the_exercise(
    team: Team, monkeypatch: pytest.MonkeyPatch, expect_warning: ExpectWarning
) -> None:
    expect_warning("ui.bugs", "a bug")

    def stumble(*_given: object) -> None:
        raise ValueError

    monkeypatch.setattr(Body, "show_scene", stumble)
    team.hands.press("Return")
    team.hands.until(team.shell.banner.sentence)
    assert team.hands.view.status is Status.RUNNING
    monkeypatch.undo()
    team.conduct.refresh()
    assert team.page.body.isVisible()


def test_each_exercise_has_its_face_and_at_the_page_only_what_such_a_team_can_do_is_at_hand(
    team: Team,
) -> None:
    team.shell.context.bridge.close()
    shown: list[tuple[object, bool]] = []
    at_hand = set[str]()
    for way in (Way.TABLE, Way.UNAIDED):
        team.tour.begin(way)
        shown.append((type(team.conduct.face), team.page.isVisible()))
        at_hand = {action.id for action in team.shell.context.actions.at_hand()}
        team.shell.context.bridge.close()
    assert shown == [(Desk, False), (AlonePage, True)]
    here = ("suspend", "real_incident", "end", "launch", "write", "mark")
    assert {name for name in at_hand if name.startswith("conduct.")} == {f"conduct.{one}" for one in here}
