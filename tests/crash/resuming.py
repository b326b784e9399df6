"""Takes an exercise up again as the program would after a power cut or a kill, and says what is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

from care_desktop.exercise.state import Status
from care_desktop.journal.records import Stamp
from care_desktop.session.leaping import LeapingClock
from care_desktop.session.opening import resume
from tests.crash.checks import the_journal
from tests.crash.children.keeping import open_store

LATER = Stamp("2026-11-25T08:00:00.000Z", "CET", 60, 1, 1, "another start")


def resume_faults(folder: Path, acks: Mapping[str, int]) -> Iterator[str]:
    """What is wrong with the exercise in ``folder`` when it is resumed, which is done.

    ``acks["beat"]`` is a play time that somebody saw: resuming may cost the second that follows it, no more.
    """
    with closing(open_store(folder)) as store:
        if not store.exercises():
            return
        journal = the_journal(store)
        before = journal.records()
        run = resume(journal, LeapingClock(LATER))
        play = run.clock.play_at(LATER)
        if run.status is Status.RUNNING:
            yield "it goes on by itself"
        if play < max(acks.get("beat", 0), before[-1].row.play if before else 0):
            yield f"it begins again at {play}, earlier than what was seen: {acks}"
        if journal.records()[: len(before)] != before:
            yield "resuming changed the past"
