"""How a team goes through an exercise by itself: what it has read, what it answered, what it is told now."""

from __future__ import annotations

from functools import partial

from msgspec import structs

from care_desktop.errors import Refused
from care_desktop.exercise import commands as c
from care_desktop.exercise.state import Status
from care_desktop.scenario.ids import InjectId, OptionId
from care_desktop.scenario.time import PlayMs, StoryMs
from ui.alone.behind import behind, hour_left, last_noted
from ui.alone.story import (
    Place,
    Step,
    corrected,
    holds,
    hour_of,
    is_untouched,
    left_out,
    onward,
    to_answer,
    unhurried,
    where,
)
from ui.alone.telling import Noted, Scene, asked_again, followed, hour_in_words, scene
from ui.conduct.console import Console
from ui.conduct.names import channel_of
from ui.conduct.running_order import to_reach
from ui.conduct.seen import Seen


class Course:
    """Where the team stands is read off the exercise; kept is only what it has in front of it.

    Everything that is done is sent; nothing more is done until all of that was carried out.
    """

    def __init__(self, console: Console) -> None:
        self._console = console
        self.place = Place(Step.BEGIN)
        self.corrects = False
        self._back = 0
        self._read: set[InjectId] = set()
        self._since: dict[InjectId, PlayMs] = {}
        self._noted: Noted | None = None
        self._arrived: Place | None = None
        self._leads_on = self._introduced = self._taken_up = False
        self._led: c.Command | None = None
        self._hour: StoryMs | None = None
        self._unhurried: set[c.Command] = set()
        self._sent = 0

    @property
    def is_idle(self) -> bool:
        """Whether all that was sent has been carried out."""
        return self._sent == 0

    def carried_out(self) -> None:
        """Something that was sent has been carried out, or refused."""
        self._sent = max(0, self._sent - 1)

    def look(self, seen: Seen) -> bool:
        """See where the team stands now; False while the next thing that happens is on its way."""
        self._take_up(seen)
        self.place = self._where(seen)
        if self._leads_on and not self.is_idle:
            return False
        if self._leads_on and self.place.step is Step.WAIT and self._is_led(onward(seen, self.place)):
            return False
        self._leads_on, self._led = False, None
        self._take_note(seen)
        return True

    def hour(self, seen: Seen) -> StoryMs:
        """The hour of what is told; what has none of its own keeps that of what was told before."""
        hour = hour_of(seen, self.place)
        if self._hour is None:
            self._hour = seen.now.story if hour is None else hour
        elif hour is not None:
            self._hour = max(self._hour, hour)
        return self._hour

    def told(self, seen: Seen) -> Scene:
        """What is told now."""
        if self.rereads:
            return self._told_again(seen)
        if self._noted is not None and self.place.step is Step.AFTER:
            return followed(seen, self._noted)
        if self._noted is not None and self.corrects and self.place.step is Step.CHOICE:
            return asked_again(seen, self._noted)
        return scene(seen, self.place)

    @property
    def rereads(self) -> bool:
        """Whether an event of before is on the page."""
        return self._back > 0

    def can_reread(self, seen: Seen) -> bool:
        """Whether there is an event before the one on the page."""
        return self._back < len(behind(seen, self.place, self._read))

    def reread(self, seen: Seen) -> None:
        """Show the event before the one on the page."""
        self._back += self.can_reread(seen)

    def return_to_page(self) -> None:
        """Leave what is read again."""
        self._back = 0

    def go_on(self, seen: Seen) -> None:
        """Leave what was told for what comes next; a choice is left by ``answer``."""
        match self.place.step:
            case Step.EVENT:
                self._heard(seen)
            case Step.BEGIN:
                self._send(c.Begin())
            case Step.PAUSED:
                self._send(c.Resume())
            case Step.OVER:
                self._send(c.End())
            case Step.JUMP:
                self._arrived = self.place
                self._send(onward(seen, self.place))
            case _:
                self._noted = self._arrived = None
                self._introduced = self._leads_on = True

    def answer(self, seen: Seen, option: OptionId | None, typed: str) -> None:
        """Note what was answered, or what the answer should have been."""
        decision, before = self.place.decision, self._noted
        self.corrects = False
        if decision is None or (before is not None and (option, typed) == (before.option, before.typed)):
            return
        words = self._console.words
        if before is None:
            self._noted = Noted(decision, option, typed, dict(seen.view.levels))
            commands: tuple[c.Command, ...] = tuple(
                c.Answer(decision, cell, option, words(typed)) for cell in to_answer(seen, decision)
            )
        else:
            self._noted = Noted(decision, option, typed, before.levels, amends=option is None)
            commands = corrected(seen, decision, option, words(typed))
        for command in commands:
            self._send(command)

    def write(self, text: str) -> None:
        """Write a line of the journal."""
        words = self._console.words(text)
        if words is not None:
            self._send(c.WriteEntry(words))

    def _is_led(self, onward: c.Command | None) -> bool:
        """Whether this leads on: a jump to what is launched by hand brings nothing by itself yet."""
        if onward is None or onward == self._led:
            return False
        self._led = onward
        self._send(onward)
        return True

    def _take_up(self, seen: Seen) -> None:
        """Be where another course of the same exercise was left."""
        if not self._taken_up and seen.view.status is not Status.NEW:
            self._taken_up = True
            self._hour, self._noted = hour_left(seen), last_noted(seen)

    def _told_again(self, seen: Seen) -> Scene:
        inject = behind(seen, self.place, self._read)[self._back - 1]
        place = Place(Step.EVENT, inject=inject)
        told, hour = scene(seen, place), hour_of(seen, place)
        lead = told.lead if hour is None else f"{hour_in_words(seen, hour)} · {told.lead}"
        return structs.replace(told, lead=lead, forward=seen.speaker.say("alone.back"), question="", hint="")

    def _where(self, seen: Seen) -> Place:
        now = where(seen, partial(self._passes, seen), self._read)
        if now.step in (Step.PAUSED, Step.BEGIN) or seen.view.status is Status.ENDED:
            return now
        if not self._introduced and is_untouched(seen):
            return Place(Step.OPENING)
        if self._noted is not None:
            return Place(Step.CHOICE if self.corrects else Step.AFTER, decision=self._noted.decision)
        if holds(seen, self.place, self._read):
            return self.place
        if self._arrived is not None and self._arrived.goal is not None:
            if seen.now.story < self._arrived.goal.to:
                return now
            return Place(Step.ARRIVED, goal=self._arrived.goal)
        return now

    def _passes(self, seen: Seen, to: StoryMs) -> StoryMs | None:
        """What a decision has called up is told before the story goes past it."""
        bridge = self._console.context.bridge
        if bridge.followed is None or to <= seen.now.story:
            return None
        try:
            return left_out(bridge.followed.preview(c.Jump(to, c.OpenDecisions.KEEP), bridge.stamp()))
        except Refused:
            return None

    def _take_note(self, seen: Seen) -> None:
        """Remember since when an event is read; no question is pressed for by a limit that nobody sees."""
        inject = self.place.inject
        if self.place.step is Step.EVENT and inject is not None:
            self._since.setdefault(inject, seen.now.play)
        for command in unhurried(seen):
            if command not in self._unhurried:
                self._unhurried.add(command)
                self._send(command)

    def _heard(self, seen: Seen) -> None:
        inject = self.place.inject
        if inject is None:
            return
        self._read.add(inject)
        self._leads_on = True
        for cell in to_reach(seen, inject):
            self._send(c.MarkDelivered(inject, cell, channel_of(seen, inject), self._since.get(inject)))

    def _send(self, command: c.Command | None) -> None:
        if command is not None:
            self._sent += 1
            self._console.send(command)
