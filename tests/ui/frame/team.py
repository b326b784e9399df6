"""A team without a facilitator, at the page of Autonome."""

from __future__ import annotations

from collections import Counter

from PySide6.QtWidgets import QApplication, QRadioButton
from pytestqt.qtbot import QtBot

from care_desktop.exercise.state import Status
from care_desktop.scenario.script import Way
from care_desktop.session.leaping import LeapingClock
from tests.ui.frame.hands import Hands
from tests.ui.frame.tour import Tour
from ui.alone.page import AlonePage
from ui.alone.story import Step
from ui.conduct.workspace import Workspace


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

    def reaches(self, step: Step) -> None:
        """Go on until the page is at a step."""
        while self.page.place.step is not step:
            self.goes_on()

    def does(self, words: str) -> None:
        """Walk to a button by its words and press it."""
        self.hands.push(words)
        self.settles()

    def pauses(self) -> None:
        self.does("Pause")
        self.hands.until(lambda: self.page.place.step is Step.PAUSED)
        self.settles()

    def is_taken_up_again(self) -> None:
        """Leave the exercise as it is, and go back into it from the home."""
        bridge = self.shell.context.bridge
        exercise = bridge.exercise
        bridge.close()
        self.hands.until(lambda: bridge.followed is None)
        bridge.resume(exercise)
        self.hands.until(lambda: bridge.followed is not None)
        self.shell.go("conduct")
        self.hands.until(lambda: self.page.place.step is Step.PAUSED)
        self.page.foot.forward.click()
        self.hands.until(lambda: self.hands.view.status is Status.RUNNING)
        self.settles()

    def chooses(self, place: int, typed: str = "") -> None:
        """Choose an answer by its place, and say that it is noted."""
        choices = self.page.body.choices
        assert choices is not None
        choices.cards[place].setChecked(True)
        choices.field.setText(typed)
        self.page.foot.forward.click()
        self.settles()

    @property
    def text(self) -> str:
        """What is told in large."""
        assert self.page.scene is not None
        return self.page.scene.text

    def settles(self) -> None:
        self.hands.until(lambda: self.page.is_idle and self.conduct.turns.is_idle)

    def option(self, place: int) -> str:
        decision = self.page.place.decision
        return (
            next(one for one in self.hands.followed.index.script.decisions if one.id == decision)
            .options[place]
            .id
        )

    def facts(self, kind: type) -> list[object]:
        return [event.fact for event in self.hands.followed.events if isinstance(event.fact, kind)]
