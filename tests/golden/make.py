"""Makes the golden journal of a format, once: ``python -m tests.golden.make FOLDER``. See ``README.md``.

What is made is the same each time: ids, salts and stamps are fixed, all chance comes from a seed.
"""

from __future__ import annotations

import json
import sys
import tempfile
from itertools import count, pairwise
from pathlib import Path
from typing import Any
from uuid import UUID

from care_desktop.exercise import commands as c
from care_desktop.exercise import wire
from care_desktop.exercise.events import EntryWritten, Pause
from care_desktop.exercise.fold import fold
from care_desktop.exercise.state import Status
from care_desktop.journal.journal import Journal
from care_desktop.journal.records import ExerciseId, Seq, Stamp
from care_desktop.journal.store import Store
from care_desktop.scenario.script import RULES_VERSION
from care_desktop.scenario.time import HOUR, StoryMs
from care_desktop.session import opening
from care_desktop.session import run as running
from care_desktop.session.leaping import LeapingClock
from tests.exercise.liseron import LISERON
from tests.exercise.room import said
from tests.golden.playing import Team
from tests.golden.telling import ending, kinds

FORMAT = 1
ACTS = 220
UNREACHED = {"trigger.silenced"}
"""A trigger is cut off after a thousand turns at one instant: its journal would be too large to keep here."""
AFTERWARDS = {"exercise.ended", "review.noted"}
NIGHT, FORK = ExerciseId("golden-night"), ExerciseId("golden-fork")
ZERO = Stamp("2026-11-24T08:00:00.000Z", "CET", 60, 5_000_000_000, 9_000_000_000, "boot-1")
AGAIN = Stamp("2026-11-24T20:00:00.000Z", "CET", 60, 7_000_000_000, 7_000_000_000, "boot-2")
ERASED = "2026-12-01"


def number_the_ids() -> None:
    """Let the ids that a session gives itself be 1, 2, 3…"""
    numbers = count(1)
    for module in (opening, running):
        vars(module)["uuid4"] = lambda: UUID(int=next(numbers))


def eventful_night(folder: Path) -> Path:
    """A store with the first night, of all seeds, in which everything happens that can."""
    for seed in count(1):
        number_the_ids()
        path = folder / f"{seed}.db"
        with Store.open(path) as store:
            happened = night(store, seed) | UNREACHED | AFTERWARDS
        if happened == wire.FACTS.keys():
            return path
    raise AssertionError


def night(store: Store, seed: int) -> set[str]:
    """The first part, up to the moment at which the laptop goes out; the kinds of what happened."""
    clock = LeapingClock(ZERO)
    team = Team(opening.open_new(store, LISERON, clock, NIGHT), clock, seed)
    team.does(c.NoteArrival("director", "direction"))
    team.does(c.Begin())
    team.wanders(ACTS)
    if team.run.status is Status.SUSPENDED:
        team.does(c.Resume())
    team.does(c.Suspend(Pause.REAL_INCIDENT, said("alarme incendie")))
    team.waits(60_000)
    team.does(c.Resume())
    story = team.run.snapshot().view.line.story_at(team.run.clock.play_at(clock.read()))
    team.does(c.Jump(StoryMs(story + 2 * HOUR), c.OpenDecisions.APPLY_DEFAULT))
    team.waits(30_000)
    return team.kinds()


def morning(store: Store) -> None:
    """The second part, after the program was started again: FINEX and the review."""
    clock = LeapingClock(AGAIN)
    team = Team(opening.resume(store.journal(NIGHT), clock), clock, 0, given=1_000)
    team.does(c.Resume())
    team.does(c.WriteEntry(said("on reprend")))
    team.waits(120_000)
    team.does(c.End())
    team.does(c.NoteReview("hot", said("La main courante a tenu"), "director"))
    team.does(c.NoteReview("cold", said("L’annuaire papier manquait")))


def forked(store: Store) -> None:
    """A fork from the end of an early batch; it stands still after one act."""
    records = store.journal(NIGHT).records()
    at = next(
        before.row.seq
        for before, after in pairwise(records)
        if before.row.seq >= 12 and before.batch.id != after.batch.id
    )
    clock = LeapingClock(AGAIN)
    team = Team(opening.fork(store.journal(NIGHT), Seq(at), clock, FORK), clock, 0, given=2_000)
    team.does(c.Resume())
    team.waits(45_000)
    team.does(c.Suspend(Pause.PAUSE, said("à suivre")))


def erased(journal: Journal) -> list[int]:
    """Erase what was typed in the first two lines of the log."""
    _, events = opening.read_back(journal)
    seqs = [event.seq for event in events if isinstance(event.fact, EntryWritten)][:2]
    journal.erase(seqs, ERASED)
    return [int(seq) for seq in seqs]


def told(journal: Journal) -> dict[str, Any]:
    """What a journal must say for ever."""
    index, events = opening.read_back(journal)
    return {
        "events": journal.head.seq,
        "head": journal.head.hash.hex(),
        "kinds": kinds(record.row for record in journal.records()),
        "texts": len(journal.texts()),
        "end": ending(index, fold(index, events)),
    }


def make(folder: Path) -> None:
    """Write the two files, which must not be there yet."""
    database, readable = folder / f"journal-{FORMAT}.db", folder / f"journal-{FORMAT}.json"
    if database.exists() or readable.exists():
        raise SystemExit("a golden journal is never made again")
    with tempfile.TemporaryDirectory() as place:
        path = eventful_night(Path(place))
        with Store.open(path) as store:
            morning(store)
            forked(store)
            gone = erased(store.journal(NIGHT))
            exercises = {name: told(store.journal(name)) for name in (NIGHT, FORK)}
            store.backup(database)
    found = {"format": FORMAT, "rules": RULES_VERSION, "erased": gone, "exercises": exercises}
    readable.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", "utf-8")
    sys.stdout.write(f"{exercises[NIGHT]['events']} events, {database.stat().st_size} bytes\n")


if __name__ == "__main__":
    make(Path(sys.argv[1]))
