"""Autonome: a team without a facilitator plays the shipped exercise from preparation to the debriefing."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from care_desktop.exercise import commands as c
from care_desktop.exercise.events import (
    AnswerGiven,
    DecisionRevised,
    DefaultApplied,
    Ended,
    EntryWritten,
    InjectDelivered,
    InjectLaunched,
    InjectSkipped,
    Interrupted,
    LimitExtended,
    LimitReached,
    Pause,
    RecordAmended,
    Suspended,
)
from care_desktop.exercise.state import Status
from care_desktop.scenario.choosing import FacilityKind, LegalForm
from care_desktop.scenario.scenario import Facility
from care_desktop.scenario.script import Way
from care_desktop.scenario.time import MINUTE
from care_desktop.session.leaping import LeapingClock
from care_desktop.workspace import own_facility
from tests.log_fail import ExpectWarning
from tests.ui.frame.team import Team
from tests.ui.frame.tour import Tour
from ui.alone.band import AloneBand
from ui.alone.body import Body
from ui.alone.choices import Choices
from ui.alone.course import Course
from ui.alone.page import AlonePage
from ui.alone.story import Step
from ui.conduct.desk import Desk
from ui.conduct.panes import Panes
from ui.frame.rail import Rail
from ui.frame.status_line import StatusLine
from ui.widgets.text import Label

pytestmark = pytest.mark.ui

_PATIENCE = 600
"""How many presses of Enter the whole exercise may want."""


def secrets(team: Team) -> list[str]:
    """What the script says to a facilitator alone."""
    script = team.hands.followed.index.script
    told = [text for one in script.injects for text in (one.say, one.answers)]
    told += [each.text for one in script.injects for each in one.reactions]
    told += [one.judged.according_to for d in script.decisions for one in d.options if one.judged is not None]
    told += [one.feedback for d in script.decisions for one in d.options]
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
    assert team.facts(InjectSkipped) == []
    assert len(team.facts(Ended)) == 1
    assert team.facts(AnswerGiven)
    phases = len(team.hands.followed.index.script.phases)
    assert team.steps[Step.JUMP] == team.steps[Step.ARRIVED] == phases - 1
    assert team.steps[Step.WAIT] == 0


def test_the_first_page_says_how_it_goes_and_there_is_nothing_else_in_the_window(team: Team) -> None:
    assert team.page.place.step is Step.OPENING
    around = [*team.shell.findChildren(Rail), *team.shell.findChildren(StatusLine)]
    assert [part.isVisible() for part in around] == [False, False]
    team.shell.go("home")
    assert [part.isVisible() for part in around] == [True, True]


def test_what_launches_by_itself_at_the_very_moment_is_no_fault_of_theirs(
    team: Team, clock: LeapingClock
) -> None:
    clock.leap(MINUTE)
    team.goes_on()
    assert team.page.place.step is Step.EVENT
    assert team.conduct.notice.isHidden()


def test_a_question_that_comes_while_something_else_is_read_waits_its_turn(team: Team) -> None:
    team.goes_on()
    place = team.page.place
    asks = next(one for one in team.hands.followed.index.script.injects if one.asks is not None)
    team.tour.send(c.Launch(asks.id))
    for cell in asks.recipients:
        team.tour.send(c.MarkDelivered(asks.id, cell, asks.channel))
    assert team.hands.asks() == [asks.asks]
    assert team.page.place == place
    team.goes_on()
    assert team.page.place.decision == asks.asks


def test_while_they_talk_the_hour_stands_still_and_no_limit_passes(team: Team, clock: LeapingClock) -> None:
    limited = {one.id for one in team.hands.followed.index.script.decisions if one.limit is not None}
    while team.page.place.decision not in limited or team.page.place.step is not Step.CHOICE:
        team.goes_on()
    hour = team.page.band.hour.text()
    for _ in range(40):
        clock.leap(MINUTE)
        team.tour.send(c.MarkMoment())
    assert team.page.place.step is Step.CHOICE
    assert team.page.band.hour.text() == hour
    assert [one.limit for one in team.facts(LimitExtended)] == [None]  # type: ignore[attr-defined]
    assert team.facts(LimitReached) == team.facts(DefaultApplied) == []


def test_an_answer_that_was_noted_is_corrected_by_another_and_by_words(team: Team) -> None:
    team.reaches(Step.CHOICE)
    team.chooses(0)
    team.does("Corriger cette réponse")
    team.chooses(1)
    (revised,) = team.facts(DecisionRevised)
    assert revised.option == team.option(1)  # type: ignore[attr-defined]
    assert team.page.place.step is Step.AFTER
    team.does("Corriger cette réponse")
    team.chooses(-1, "On coupe tout sauf le téléphone.")
    (amended,) = team.facts(RecordAmended)
    assert amended.text.text == "On coupe tout sauf le téléphone."  # type: ignore[attr-defined]
    team.does("Corriger cette réponse")
    team.page.foot.forward.click()
    team.settles()
    assert len(team.facts(DecisionRevised)) + len(team.facts(RecordAmended)) == 2


def test_what_was_begun_is_still_there_after_reading_again_and_after_a_pause(team: Team) -> None:
    team.reaches(Step.CHOICE)
    choices = team.page.body.choices
    assert choices is not None
    choices.cards[-1].setChecked(True)
    choices.field.setText("À moitié dit")
    for gesture, back in (("Relire", "Revenir"), ("Pause", "Reprendre")):
        team.does(gesture)
        team.hands.until(lambda: team.page.body.choices is None)
        team.does(back)
        team.hands.until(lambda: team.page.body.choices is not None)
    again = team.page.body.choices
    assert again is not None
    assert again.begun() == (None, "À moitié dit")


def test_out_of_the_page_by_the_pause_home_and_back_or_to_the_end(team: Team) -> None:
    team.goes_on()
    place = team.page.place
    team.pauses()
    team.does("Revenir à l’accueil")
    assert team.shell.front == "home"
    team.shell.go("conduct")
    team.page.foot.forward.click()
    team.hands.until(lambda: team.page.place == place)
    team.pauses()
    team.does("Terminer l’exercice")
    assert team.hands.view.status is Status.SUSPENDED
    team.conduct.asking.yes.click()
    team.hands.until(lambda: team.shell.front == "review")


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


def test_the_arrows_choose_and_enter_notes(team: Team) -> None:
    team.reaches(Step.CHOICE)
    second = team.option(1)
    team.hands.press("Down", "Return")
    team.hands.until(lambda: team.facts(AnswerGiven))
    (given,) = team.facts(AnswerGiven)
    assert given.option == second  # type: ignore[attr-defined]


def test_an_answer_is_asked_for_before_it_is_noted(team: Team) -> None:
    while team.page.place.step is not Step.CHOICE:
        team.goes_on()
    before = len(team.facts(AnswerGiven))
    team.hands.press("Return")
    choices = team.page.body.choices
    assert choices is not None
    assert choices.fault.isVisible()
    assert len(team.facts(AnswerGiven)) == before


@pytest.mark.parametrize(
    ("kind", "method", "is_beside"),
    [
        (AloneBand, "refresh", True),
        (Course, "hour", True),
        (Course, "told", False),
        (Body, "show_scene", False),
        (Label, "setText", False),
    ],
)
def test_a_bug_in_the_page_is_told_and_does_not_end_the_exercise(
    team: Team,
    kind: type,
    method: str,
    is_beside: bool,
    monkeypatch: pytest.MonkeyPatch,
    expect_warning: ExpectWarning,
) -> None:
    expect_warning("ui.bugs", "a bug")
    team.goes_on()

    def stumble(*_given: object, **_named: object) -> None:
        raise ValueError("le nom d’une patiente")

    monkeypatch.setattr(kind, method, stumble)
    before, scene = len(team.facts(InjectDelivered)), team.page.scene
    team.hands.press("Return")
    team.hands.until(lambda: len(team.facts(InjectDelivered)) > before)
    team.settles()
    monkeypatch.undo()
    assert (team.page.scene is not scene) == is_beside
    assert team.hands.view.status is Status.RUNNING
    assert team.shell.context.actions.refusal("copy_bug") is None
    team.shell.context.actions.trigger("copy_bug")
    report = QApplication.clipboard().text()
    assert "stumble" in report
    assert [one for one in ("patiente", *secrets(team), *team.shown) if one and one in report] == []
    team.conduct.refresh()
    team.goes_on()
    assert team.page.body.isVisible()


def test_where_the_choices_cannot_be_shown_the_pause_is_still_a_way_out(
    team: Team, monkeypatch: pytest.MonkeyPatch, expect_warning: ExpectWarning
) -> None:
    expect_warning("ui.bugs", "a bug")

    def stumble(*_given: object) -> None:
        raise ValueError

    monkeypatch.setattr(Choices, "_add", stumble)
    while team.page.place.step is not Step.CHOICE:
        team.hands.press("Return")
        team.settles()
    team.hands.press("F8")
    team.hands.until(lambda: team.page.place.step is Step.PAUSED)
    team.settles()
    team.does("Revenir à l’accueil")
    assert team.shell.front == "home"


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


def test_what_was_told_before_is_read_again_one_after_the_other(team: Team) -> None:
    told: list[str] = []
    for _ in range(4):
        team.goes_on()
        told.append(team.text)
    again: list[str] = []
    while team.page.foot.again.isEnabled():
        team.page.foot.again.click()
        again.append(team.text)
    assert again == told[-2::-1]
    team.page.foot.forward.click()
    assert team.text == told[-1]
    team.page.foot.again.click()
    team.hands.press("Escape")
    assert team.text == told[-1]


def test_an_exercise_taken_up_again_is_at_the_page_where_it_was_left(team: Team, clock: LeapingClock) -> None:
    team.reaches(Step.CHOICE)
    hour, question = team.page.band.hour.text(), team.page.place
    clock.leap(3 * MINUTE)
    team.is_taken_up_again()
    assert (team.page.place, team.page.band.hour.text()) == (question, hour)
    assert team.page.foot.again.isEnabled()
    team.chooses(1)
    left = team.page.scene
    assert team.page.place.step is Step.AFTER
    assert left is not None
    assert left.changes
    clock.leap(3 * MINUTE)
    team.is_taken_up_again()
    assert (team.page.scene, team.page.band.hour.text()) == (left, hour)
    team.does("Corriger cette réponse")
    team.chooses(0)
    assert len(team.facts(DecisionRevised)) == 1


def test_a_nursing_home_is_told_whom_it_plays_where_the_exercise_is_a_hospital_s(
    qtbot: QtBot, tour: Tour, clock: LeapingClock
) -> None:
    tour.shell.context.workspace.facility.parent.mkdir(parents=True, exist_ok=True)
    home = Facility("Les Tilleuls", FacilityKind.NURSING_HOME, LegalForm.ASSOCIATION)
    own_facility.write(tour.shell.context.workspace.facility, home)
    team = Team(qtbot, tour, clock)
    assert team.page.place.step is Step.OPENING
    assert team.text == "Vous jouez la cellule de crise d’un hôpital."


def test_whoever_closes_the_window_has_paused_the_exercise(team: Team) -> None:
    team.goes_on()
    bridge = team.shell.context.bridge
    exercise = bridge.exercise
    team.shell.close()
    bridge.resume(exercise)
    team.hands.until(lambda: bridge.followed is not None)
    assert team.facts(Suspended) == [Suspended(Pause.PAUSE)]
    assert team.facts(Interrupted) == []


def test_an_answer_in_words_is_told_that_the_scenario_has_nothing_for_it(team: Team) -> None:
    team.reaches(Step.CHOICE)
    team.chooses(-1, "On appelle la direction.")
    assert team.page.scene is not None
    assert "ne prévoit rien pour cette réponse" in team.page.scene.more
