"""What must be taken back together with a cause."""

from __future__ import annotations

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

    A condition may have come true through several causes. So it is tried: without the cause, what a watched
    condition brought since then, and would no longer hold, goes too, until nothing more does.
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
            if (seq := brought_by(trial, watch)) is not None
            and seq > cause
            and not holds(moment.index, trial, watch.condition, moment.at)
        }
        if not more:
            return voided
        for seq in more:
            gone.update(moment.state.followers(seq))


def brought_by(state: State, watch: Watch) -> Seq | None:
    """The event that a watched condition has brought; None while it has brought none."""
    about = watch.about
    if isinstance(about, Trigger):
        return state.fired.get(about.id)
    if isinstance(about, Inject):
        return state.inject(about.id).called
    return state.duty(about.id).started
