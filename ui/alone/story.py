"""Where a team that plays by itself stands, and what leads on: read off the exercise, nothing is kept."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from enum import StrEnum

from msgspec import Struct

from care_desktop.exercise import commands as c
from care_desktop.exercise.events import Event, InjectSkipped
from care_desktop.exercise.state import Status
from care_desktop.exercise.tally import lead_of
from care_desktop.exercise.words import Words
from care_desktop.scenario.ids import CellId, DecisionId, InjectId, OptionId
from care_desktop.scenario.script import Decides
from care_desktop.scenario.time import DAY, StoryMs
from ui.conduct.decision_rows import open_cells
from ui.conduct.jumping import Goal, goals
from ui.conduct.running_order import order, story_of, waits
from ui.conduct.seen import Seen


class Step(StrEnum):
    """What is on the page."""

    BEGIN = "begin"
    OPENING = "opening"
    PAUSED = "paused"
    EVENT = "event"
    CHOICE = "choice"
    AFTER = "after"
    WAIT = "wait"
    JUMP = "jump"
    ARRIVED = "arrived"
    OVER = "over"


Passes = Callable[[StoryMs], StoryMs | None]
"""The first hour at which a jump so far would leave out what was called up; None where it would not."""


class Place(Struct, frozen=True):
    """Where the team stands: the step, and what it is about; ``to`` is the hour of what was called up."""

    step: Step
    inject: InjectId | None = None
    decision: DecisionId | None = None
    goal: Goal | None = None
    to: StoryMs | None = None


def where(seen: Seen, passes: Passes, read: Collection[InjectId] = ()) -> Place:
    """Where the team stands: what they talked about is asked before anything else is told.

    ``read`` are injects that reach nobody in particular and were looked at.
    """
    status = seen.view.status
    if status is Status.NEW:
        return Place(Step.BEGIN)
    if status is Status.ENDED:
        return Place(Step.OVER)
    if status is Status.SUSPENDED:
        return Place(Step.PAUSED)
    asked = [
        (one.opened, decision)
        for decision, one in seen.view.decisions.items()
        if one.opened is not None and to_answer(seen, decision)
    ]
    if asked:
        return Place(Step.CHOICE, decision=min(asked)[1])
    unread = [
        (one.launched, inject)
        for inject, one in seen.view.injects.items()
        if is_unread(seen, inject, read) and one.launched is not None
    ]
    if unread:
        return Place(Step.EVENT, inject=min(unread)[1])
    return _ahead(seen, passes)


def is_unread(seen: Seen, inject: InjectId, read: Collection[InjectId] = ()) -> bool:
    """Whether an inject was launched and not told yet."""
    one = seen.inject(inject)
    return one.launched is not None and one.recalled is None and not one.deliveries and inject not in read


def holds(seen: Seen, place: Place, read: Collection[InjectId] = ()) -> bool:
    """Whether the page stays as it is: what comes while they talk waits its turn."""
    if place.step is Step.CHOICE and place.decision is not None:
        return bool(to_answer(seen, place.decision))
    return place.step is Step.EVENT and place.inject is not None and is_unread(seen, place.inject, read)


def is_untouched(seen: Seen) -> bool:
    """Whether nothing was read or answered yet: the page then says first how it goes."""
    reached = any(one.deliveries for one in seen.view.injects.values())
    return not reached and not any(one.answers for one in seen.view.decisions.values())


def hour_of(seen: Seen, place: Place) -> StoryMs | None:
    """The hour of the story of what is read or asked; None where the page has none of its own."""
    match place.step:
        case Step.EVENT if place.inject is not None:
            launched = seen.inject(place.inject).launched_at
            return None if launched is None else launched.story
        case Step.CHOICE if place.decision is not None:
            opened = seen.decision(place.decision).opened_at
            return None if opened is None else opened.story
        case Step.ARRIVED if place.goal is not None:
            return place.goal.to
        case _:
            return None


def unhurried(seen: Seen) -> tuple[c.Command, ...]:
    """What takes the time limit off each question: a countdown that nobody sees must not run."""
    return tuple(
        c.ExtendLimit(decision, None)
        for decision, one in seen.view.decisions.items()
        if one.limit is not None and one.reached is None and open_cells(seen, decision)
    )


def corrected(
    seen: Seen, decision: DecisionId, option: OptionId | None, words: Words | None
) -> tuple[c.Command, ...]:
    """What notes another answer than the one that was given: an option replaces it, words are added to it."""
    one = seen.decision(decision)
    if option is not None:
        return tuple(
            c.Revise(decision, option, settled.cell) for settled in one.standing if settled.option != option
        )
    return (c.Amend(one.answers[-1].seq, words),) if one.answers and words is not None else ()


def _ahead(seen: Seen, passes: Passes) -> Place:
    coming = next((inject for inject in order(seen) if waits(seen, inject)), None)
    goal = next(iter(goals(seen)), None)
    end = StoryMs(seen.now.story + DAY) if goal is None else goal.to
    at = None if coming is None else story_of(seen, coming)
    if coming is not None and (goal is None or (at or 0) < goal.to):
        called = None if at is None else passes(StoryMs(at))
        return Place(Step.WAIT, inject=coming) if called is None else Place(Step.WAIT, to=called)
    called = passes(end)
    if called is not None:
        return Place(Step.WAIT, to=called)
    return Place(Step.OVER) if goal is None else Place(Step.JUMP, goal=goal)


def left_out(events: Iterable[Event]) -> StoryMs | None:
    """The hour of the first inject that these events of a preview leave out."""
    hours = [event.at.story for event in events if isinstance(event.fact, InjectSkipped)]
    return min(hours, default=None)


def onward(seen: Seen, place: Place) -> c.Command | None:
    """What brings the next thing that happens: the story goes on to its hour, or it is launched at once."""
    to = place.to if place.goal is None else place.goal.to
    if to is not None:
        return c.Jump(to, c.OpenDecisions.KEEP)
    if place.inject is None:
        return None
    due, at = seen.inject(place.inject).due, story_of(seen, place.inject)
    if at is None or at <= seen.now.story or (due is not None and due.play is not None):
        return c.Launch(place.inject)
    return c.Jump(StoryMs(at), c.OpenDecisions.KEEP)


def to_answer(seen: Seen, decision: DecisionId) -> tuple[CellId, ...]:
    """The cells in whose name one answer is noted, so that it settles the decision."""
    described = seen.index.decisions[decision]
    answered = {given.cell for given in seen.decision(decision).answers}
    left = tuple(cell for cell in open_cells(seen, decision) if cell not in answered)
    match described.decides:
        case Decides.LEAD:
            return tuple(cell for cell in left if cell == lead_of(described))
        case Decides.FIRST:
            return left[:1]
        case Decides.MAJORITY:
            return left[: max(0, len(described.cells) // 2 + 1 - len(answered))]
        case Decides.EACH:
            return left


def progress(seen: Seen, hour: StoryMs) -> tuple[int, int]:
    """Which stretch of the story an hour belongs to, and of how many."""
    phases = seen.index.script.phases
    begun = sum(phase.starts <= hour for phase in phases)
    return max(1, begun), max(1, len(phases))
