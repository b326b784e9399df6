"""Every screen of the window, one after the other, in a short exercise of TILLEUL: for eyes and for tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QTimer

from care_desktop import paths
from care_desktop.exercise import commands as c
from care_desktop.exercise.state import Status
from care_desktop.exercise.words import Words
from care_desktop.language import Language
from care_desktop.scenario.script import Way
from care_desktop.scenario.time import MINUTE
from care_desktop.session.followed import Followed
from care_desktop.session.leaping import LeapingClock
from ui.alone.page import AlonePage
from ui.alone.story import Step
from ui.conduct.face import Face
from ui.conduct.workspace import Workspace as Conduct
from ui.home import remembered
from ui.home.exercise_card import ExerciseCard
from ui.prepare.ways import Ways
from ui.shell import Shell
from ui.widgets.tick import OptionCard

PANELS = ("call", "decision", "jump", "recovery", "reserve", "improvise", "presence", "sheet", "correct")
_TURNS = 4
"""How many turns of the loop layouts and what follows them may take."""

Until = Callable[[Callable[[], object]], None]


class Tour:
    """A walk through the window. It stops where there is something to see, and says what it is."""

    def __init__(self, shell: Shell, clock: LeapingClock, until: Until) -> None:
        self.shell, self._clock, self._until = shell, clock, until

    def stops(self) -> Iterator[str]:
        """All screens: each is there as long as nobody asks for the next one."""
        yield from self.before()
        self.begin()
        yield from self.during()
        yield from self.panels()
        yield from self.overlays()
        yield from self.after()
        yield from self.alone()

    def before(self) -> Iterator[str]:
        """The window without an exercise."""
        self.go("home")
        self._until(lambda: self.shell.findChildren(ExerciseCard))
        self.settle()
        yield "home-empty"
        for empty in ("conduct", "review"):
            self.go(empty)
            yield f"{empty}-empty"
        self.go("scenarios")
        yield "scenarios"
        self.go("preferences")
        yield "preferences"
        self._prepare()
        yield "prepare"

    def begin(self, way: Way = Way.TABLE) -> None:
        """DEBEX, the way of playing chosen as a person does."""
        self._prepare()
        (ways,) = self.shell.findChildren(Ways)
        ways.findChildren(OptionCard)[list(Way).index(way)].click()
        self.shell.context.actions.trigger("prepare.begin")
        self._until(lambda: self.shell.front == "conduct" and self._is(Status.RUNNING))
        self.settle()

    def during(self) -> Iterator[str]:
        """The console at several moments."""
        yield "conduct-begun"
        while not self._asked():
            self._launch()
        self.send(c.WriteEntry(self._words("La cadre de nuit prévient l’administrateur de garde.")))
        yield "conduct-asked"
        self._act("suspend")
        self._until(lambda: self._is(Status.SUSPENDED))
        self.settle()
        yield "conduct-suspended"
        self._act("suspend")
        self._until(lambda: self._is(Status.RUNNING))
        self.settle()

    def panels(self) -> Iterator[str]:
        """The console with each of its panels, and with what asks before it does something grave."""
        for name in PANELS:
            self.open(name)
            yield f"panel-{name}"
            self._face.leave()
        for grave in ("end", "real_incident"):
            self._act(grave)
            self.settle()
            yield f"conduct-{grave}"
            self._conduct.asking.leave()
        self.settle()

    def open(self, name: str) -> None:
        """Open a panel, about what there is."""
        console = self._conduct.console
        about = {"correct": console.following, "sheet": next(iter(self._launched()), console.following)}
        console.open(name, about.get(name))
        self.settle()

    def facts(self) -> list[str]:
        """What has happened so far, by its kind."""
        followed = self.shell.context.bridge.followed
        return [] if followed is None else [event.fact.kind for event in followed.events]

    def overlays(self) -> Iterator[str]:
        """What opens over the console."""
        self.shell.context.actions.trigger("palette")
        self.settle()
        yield "palette"
        self.go("conduct")
        self.shell.context.actions.trigger("sheet")
        self.settle()
        yield "keys"
        self.go("conduct")

    def after(self) -> Iterator[str]:
        """The review, and a home that knows of exercises."""
        self.leap()
        yield "conduct-late"
        self.send(c.End())
        self._until(lambda: self.shell.front == "review")
        for way in ("timeline", "services", "table"):
            self._until(lambda: self.shell.context.actions.refusal("review.report") is None)
            self.shell.context.actions.trigger(f"review.{way}")
            self.settle()
            yield f"review-{way}"
        self.shell.context.actions.trigger("review.timeline")
        self.go("home")
        yield "home-recents"
        self.begin()
        self.shell.context.bridge.close()
        self.go("home")
        yield "home-resume"

    def alone(self) -> Iterator[str]:
        """The page of a team that plays by itself, each kind of it, with all that opens on it."""
        self.begin(Way.UNAIDED)
        page = self._conduct.face
        assert isinstance(page, AlonePage)
        yield "alone-opening"
        page.write()
        yield "alone-note"
        page.leave()
        for step in (Step.EVENT, Step.CHOICE, Step.AFTER, Step.JUMP, Step.ARRIVED):
            self._plays_to(page, step)
            yield f"alone-{step}"
            if step is Step.CHOICE:
                page.go_on()
                self.settle()
                yield "alone-choose-first"
                page.foot.again.click()
                self.settle()
                yield "alone-again"
                page.foot.again.click()
                self.settle()
            elif step is Step.AFTER:
                page.body.asked.emit("correct")
                self.settle()
                yield "alone-correct"
                page.leave()
        self._act("suspend")
        self._until(lambda: page.place.step is Step.PAUSED)
        self.settle()
        yield "alone-paused"
        page.body.asked.emit("end")
        self.settle()
        yield "alone-end"
        self._conduct.asking.leave()
        page.go_on()
        self._plays_to(page, Step.OVER)
        yield "alone-over"
        self.shell.context.bridge.close()

    def _plays_to(self, page: AlonePage, step: Step) -> None:
        """Go on, with the first of what can be chosen, until the page is at a step."""
        while page.place.step is not step:
            if page.body.choices is not None:
                page.body.choices.cards[0].setChecked(True)
            told = page.scene
            page.go_on()
            self._until(partial(_is_told_more, page, told))
            self._until(lambda: self._conduct.turns.is_idle)
            self.settle()

    def leap(self) -> None:
        """Go on to the last phase, answering nothing."""
        for phase in self._followed.index.script.phases[1:]:
            self.send(c.Jump(phase.starts, c.OpenDecisions.WITHDRAW))
            self._launch()

    @property
    def _followed(self) -> Followed:
        followed = self.shell.context.bridge.followed
        assert followed is not None
        return followed

    @property
    def _conduct(self) -> Conduct:
        view = self.shell.view("conduct")
        assert isinstance(view, Conduct)
        return view

    @property
    def _face(self) -> Face:
        face = self._conduct.face
        assert face is not None
        return face

    def _words(self, text: str) -> Words:
        return self.shell.context.bridge.words(text)

    def _is(self, status: Status) -> bool:
        return self._followed.view.status is status

    def go(self, workspace: str) -> None:
        """Bring a workspace to the front."""
        self.shell.go(workspace)
        self.settle()

    def _prepare(self) -> None:
        path = next(paths.scenarios().glob("*/scenario.yaml"))
        self.shell.context.settings.set(remembered.SCENARIO, str(path))
        self.go("prepare")
        self._until(lambda: self.shell.context.actions.refusal("prepare.begin") is None)

    def _act(self, name: str) -> None:
        self.shell.context.actions.trigger(f"conduct.{name}")

    def send(self, command: c.Command) -> None:
        """Give a command and wait until the window was told what came of it."""
        told: list[object] = []
        self.shell.context.bridge.told.connect(told.append)
        self.shell.context.bridge.send(command)
        self._until(lambda: any(getattr(one, "command", None) is not None for one in told))
        self.shell.context.bridge.told.disconnect(told.append)
        self.settle()

    def _launched(self) -> dict[str, int]:
        launched = {of: one.launched for of, one in self._followed.view.injects.items() if one.launched}
        return dict(sorted(launched.items(), key=lambda pair: -pair[1]))

    def _launch(self) -> None:
        following = self._conduct.console.following
        if following is not None:
            self.send(c.Launch(following))
            self._conduct.console.deliver(following)
            self._clock.leap(MINUTE)
            self.send(c.MarkMoment())

    def _asked(self) -> list[str]:
        decisions = self._followed.view.decisions.items()
        return [name for name, one in decisions if one.opened and not one.standing]

    def look(self, **settings: str | int) -> None:
        """Look and speak as these settings say."""
        for key, value in settings.items():
            self.shell.context.settings.set(key, value)
        self.shell.take_settings()
        self.settle()

    def speak(self, language: Language) -> None:
        """Speak another language from here on."""
        self.shell.context.voice.switch(language)
        self.settle()

    def settle(self) -> None:
        """Let everything be shown."""
        for _ in range(_TURNS):
            gone: list[bool] = []
            QTimer.singleShot(0, partial(gone.append, True))  # noqa: FBT003 - what a list takes
            self._until(partial(bool, gone))
        self._until(lambda: self.shell.front != "conduct" or self._conduct.turns.is_idle)


def _is_told_more(page: AlonePage, told: object) -> bool:
    return page.is_idle and page.scene is not told
