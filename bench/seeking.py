"""Looking back: a seek in an exercise of 10 000 events, beside a bare fold of everything before it."""

from __future__ import annotations

from random import Random

from bench import load
from bench.measuring import Line, at_percentiles, best, timed
from care_desktop.exercise.fold import fold
from care_desktop.exercise.view import view_of
from care_desktop.journal.records import Seq
from care_desktop.session.replay import Replay

SEEKS = 500


def measure() -> list[Line]:
    index, batches = load.played(load.EVENTS)
    events = [event for batch in batches for event in batch.events][: load.EVENTS]
    random = Random(3)  # noqa: S311 - the same places each time
    places = [Seq(random.randint(0, len(events))) for _ in range(SEEKS)]
    looking = Replay(index, events)
    first = best(lambda: Replay(index, events).after(Seq(len(events))))
    looking.after(Seq(len(events)))
    ours, bare = [], []
    for place in places:
        ours.append(timed(lambda place=place: looking.after(place)))  # type: ignore[misc]
        bare.append(timed(lambda place=place: view_of(fold(index, events[:place]))))  # type: ignore[misc]
    whole = best(lambda: view_of(fold(index, events)))
    return [
        *at_percentiles("seek at 10 000 events", ours, bare, budget=(95, 20)),
        Line("  the first seek, to the end", first, whole, len(events), "best of 5"),
    ]
