"""What must be taken back together with a cause."""

from __future__ import annotations

from collections.abc import Iterator

from care_desktop.exercise.conditions import holds
from care_desktop.exercise.deciding.registry import Moment
from care_desktop.exercise.events import CauseVoided, Event, Void
from care_desktop.exercise.fold import apply
from care_desktop.exercise.index import Watch
from care_desktop.exercise.state import State
from care_desktop.journal.records import Seq
from care_desktop.scenario.script import Inject, Trigger


def undone_by(moment: Moment, cause: Seq) -> tuple[Seq, ...]:
    """A cause, all that follows from it, and what its absence would not have let happen, in order.

    A condition may have come true through several causes. So it is tried: what a watched condition brought
    since then goes too, if it holds now and would not without the cause, until nothing more does.
    """
    gone = set(moment.state.followers(cause))
    while True:
        voided = tuple(sorted(gone))
        trial = moment.state.copy()
        number = Seq(trial.seq + 1)
        apply(moment.index, trial, Event(number, moment.at, cause, CauseVoided(cause, Void.RECALL, voided)))
        more = {
            seq
            for watch in moment.index.watches
            for seq in _thanks_to_it(moment, trial, watch)
            if seq > cause and seq not in gone
        }
        if not more:
            return voided
        for seq in more:
            gone.update(moment.state.followers(seq))


def _thanks_to_it(moment: Moment, trial: State, watch: Watch) -> Iterator[Seq]:
    """What a watched condition brought, or let go, and would not have without the cause."""
    would_hold = holds(moment.index, trial, watch.condition, moment.at)
    brought = brought_by(trial, watch)
    if brought is not None and not would_hold and _holds(moment, watch):
        yield brought
    if not isinstance(watch.about, Trigger) or watch.about.id not in moment.state.rearmed:
        return
    rearmed = moment.state.rearmed[watch.about.id].seq
    if rearmed in moment.state.voided:
        return
    if would_hold and not _holds(moment, watch):
        yield rearmed
    if brought is not None and watch.about.id not in trial.rearmed and brought > rearmed:
        yield brought


def _holds(moment: Moment, watch: Watch) -> bool:
    return holds(moment.index, moment.state, watch.condition, moment.at)


def brought_by(state: State, watch: Watch) -> Seq | None:
    """The event that a watched condition has brought; None while it has brought none."""
    about = watch.about
    if isinstance(about, Trigger):
        return state.fired.get(about.id)
    brought = state.inject(about.id).called if isinstance(about, Inject) else state.duty(about.id).started
    return brought if brought in state.by_condition else None
