"""The load L: a big made-up script, and a team that plays it as a busy day is played."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from random import Random
from typing import NamedTuple

from bench.script import build
from care_desktop.errors import Refused
from care_desktop.exercise import commands as c
from care_desktop.exercise.engine import Engine
from care_desktop.exercise.events import Entry, Event, Mark
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.state import State
from care_desktop.exercise.view import View
from care_desktop.exercise.words import Words
from care_desktop.journal.records import Seq
from care_desktop.scenario.script import Script
from care_desktop.scenario.time import PlayMs

EVENTS = 10_000
SENTENCE = (
    "Le cadre de santé demande combien de lits restent ouverts au SAMU, réponse attendue avant la relève."
)


Seen = State | View
"""What a team looks at before it acts."""

Habit = Callable[[Seen], c.Command]


class Batch(NamedTuple):
    """What one command or tick brought."""

    at: PlayMs
    command: c.Command
    events: tuple[Event, ...]


class Team:
    """Gives the next command of a play, whatever the state: what is launched is delivered and shown first."""

    def __init__(self, script: Script, seed: int = 1) -> None:
        self._script = script
        self._random = Random(seed)  # noqa: S311 - a play that is the same each time
        self._cells = {one.id: one.cells for one in script.decisions}
        self._coming = [inject for inject in script.injects if inject.when is None]
        self._owed: list[c.Command] = []
        self._typed = 0
        habits = self._habits()
        self._acts = [habit for habit, _ in habits]
        self._weights = [weight for _, weight in habits]

    def next(self, state: Seen) -> c.Command:
        if self._owed:
            return self._owed.pop(0)
        return self._random.choices(self._acts, self._weights)[0](state)

    def words(self) -> Words:
        """A sentence, sealed under a salt of its own as a window would seal it."""
        self._typed += 1
        return Words.seal(f"{self._typed} {SENTENCE}", self._typed.to_bytes(16, "big"))

    def _habits(self) -> list[tuple[Habit, int]]:
        pick, script = self._random.choice, self._script
        return [
            (self._writes, 40),
            (self._launches, 8),
            (self._answers, 9),
            (lambda _: c.Observe(pick(list(Mark)), "criterion-0", self._cell(), self.words()), 10),
            (lambda s: c.Amend(Seq(self._random.randint(1, s.seq)), self.words()), 3),
            (lambda _: c.MarkMoment(self.words()), 3),
            (lambda _: c.DecideSpontaneously(self._cell(), self.words()), 4),
            (lambda s: c.AskInformation(*self._asked(s), self.words()), 4),
            (lambda _: c.RecordCall(pick(script.correspondents).id, ("point-0",), text=self.words()), 5),
            (lambda _: c.NoteArrival(pick(script.functions).id, self._cell()), 4),
            (lambda _: c.BeginStep(pick(script.steps).id), 3),
            (lambda _: c.PauseStep(pick(script.steps).id), 2),
            (lambda _: c.ValidateCare(pick(script.services).id), 2),
            (self._improvises, 3),
        ]

    def _cell(self) -> str:
        return self._random.choice(self._script.cells).id

    def _asked(self, state: Seen) -> tuple[str, str]:
        """A decision that is open, if there is one, and a cell that is asked."""
        waiting = [name for name, one in state.decisions.items() if one.opened and not one.standing]
        decision = self._random.choice(waiting or [self._script.decisions[0].id])
        return decision, self._random.choice(self._cells[decision])

    def _writes(self, _state: Seen) -> c.Command:
        return c.WriteEntry(self.words(), self._random.choice(list(Entry)), self._cell(), by="function-0")

    def _answers(self, state: Seen) -> c.Command:
        option = self._random.choice(["cut", "wait"])
        return c.Answer(*self._asked(state), option, by="function-1", authority="function-0")

    def _launches(self, state: Seen) -> c.Command:
        if not self._coming:
            return self._writes(state)
        inject = self._coming.pop(0)
        self._owed = [c.MarkDelivered(inject.id, one, inject.channel) for one in inject.recipients]
        self._owed.append(c.ConfirmShown(inject.id))
        return c.Launch(inject.id)

    def _improvises(self, state: Seen) -> c.Command:
        number = sum(one.improvised is not None for one in state.injects.values()) + 1
        self._owed = [c.Launch(f"improvised-{number}"), c.ConfirmShown(f"improvised-{number}")]
        return c.ImproviseInject(self._script.injects[0].channel, (self._cell(),), self.words())


def play(index: ScriptIndex, seed: int = 1, every_ms: int = 5_000) -> Iterator[Batch]:
    """Batches without end: a command every few seconds of play, refused ones left out."""
    team, engine, at = Team(index.script, seed), Engine(index), 0
    opening: tuple[c.Command, ...] = (c.Open("0" * 64), c.Begin())
    for command in opening:
        yield Batch(PlayMs(0), command, engine.submit(command, PlayMs(0)))
    while True:
        at += every_ms
        due = engine.advance(PlayMs(at))
        if due:
            yield Batch(PlayMs(at), c.Advance(), due)
        command = team.next(engine.state)
        try:
            yield Batch(PlayMs(at), command, engine.submit(command, PlayMs(at)))
        except Refused:
            continue


def played(events: int = EVENTS, script: Script | None = None) -> tuple[ScriptIndex, list[Batch]]:
    """A play of at least so many events, of a script as large as they deserve where none is given."""
    index = ScriptIndex(script or build(max(300, 300 * events // EVENTS)))
    batches, count = [], 0
    for batch in play(index):
        batches.append(batch)
        count += len(batch.events)
        if count >= events:
            break
    return index, batches


def proportions(events: list[Event]) -> list[tuple[str, float]]:
    """How much of a play each kind of fact is, the most frequent first, in percent."""
    found = Counter(event.fact.kind for event in events)
    return [(kind, 100 * count / len(events)) for kind, count in found.most_common()]
