"""Beginning an exercise, taking it up again after a stop, and forking it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import msgspec

from care_desktop.errors import UserError
from care_desktop.exercise import wire
from care_desktop.exercise.commands import Interrupt, Open
from care_desktop.exercise.events import Event, Gap
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.state import Status
from care_desktop.journal.chain import script_digest
from care_desktop.journal.journal import Journal
from care_desktop.journal.records import Beat, ExerciseId, Seq, Stamp
from care_desktop.journal.store import Store
from care_desktop.scenario.script import SCRIPT_VERSION, Script
from care_desktop.scenario.time import PlayMs
from care_desktop.session.bulk import collector_paused
from care_desktop.session.clock_source import ClockSource
from care_desktop.session.play_clock import PlayClock, gap_ms
from care_desktop.session.run import Run, by_session

_write_script = msgspec.json.Encoder().encode


def open_new(store: Store, script: Script, clock: ClockSource, exercise: ExerciseId | None = None) -> Run:
    """Begin a new exercise: it is kept with its script, and waits for DEBEX.

    Raises ``UserError`` if that cannot be recorded.
    """
    journal = store.create(exercise or ExerciseId(uuid4().hex), _write_script(script))
    run = Run(ScriptIndex(script), journal, (), PlayClock())
    _open(run, clock.read())
    return run


def resume(journal: Journal, clock: ClockSource, why: Gap = Gap.STOPPED) -> Run:
    """Take an exercise up where its journal ends.

    One that was running stands still then, at its last sign of life and never before its last event, and
    the gap is recorded: it waits for the facilitator. One that was cut off before its first event is opened
    now. Raises ``UserError`` if the journal is damaged, was written by a newer version, or if what is to be
    recorded cannot be written.
    """
    index, events = read_back(journal)
    beat = journal.last_beat()
    reached = max((0, *(event.at.play for event in events[-1:]), 0 if beat is None else beat.play))
    run = Run(index, journal, events, PlayClock.standing_at(PlayMs(reached)))
    stamp = clock.read()
    if run.status is Status.NEW:
        _open(run, stamp)
    elif run.status is Status.RUNNING:
        last = _last_sign(beat, journal.batches()[-1].stamp)
        _record(run, Interrupt(why, gap_ms(last, stamp)), stamp)
    return run


def fork(journal: Journal, at: Seq, clock: ClockSource, exercise: ExerciseId | None = None) -> Run:
    """A new exercise that goes on from event ``at`` of another, which stays as it is; it stands still."""
    return resume(journal.fork(at, exercise or ExerciseId(uuid4().hex)), clock, Gap.FORK)


@contextmanager
def opened_new(
    path: Path, script: Script, clock: ClockSource, *, passphrase: str | None = None
) -> Iterator[Run]:
    """Open a store and begin an exercise in it; the store is closed on leaving."""
    with Store.open(path, passphrase=passphrase) as store:
        yield open_new(store, script, clock)


@contextmanager
def resumed(
    path: Path, exercise: ExerciseId, clock: ClockSource, *, passphrase: str | None = None
) -> Iterator[Run]:
    """Open a store and take an exercise up again; the store is closed on leaving."""
    with Store.open(path, passphrase=passphrase) as store:
        yield resume(store.journal(exercise), clock)


def read_back(journal: Journal) -> tuple[ScriptIndex, tuple[Event, ...]]:
    """The script and the events of an exercise, verified on the way."""
    stored = journal.script()
    try:
        script = msgspec.json.decode(stored, type=Script)
    except msgspec.ValidationError as error:
        raise UserError("session.newer_script", known=SCRIPT_VERSION) from error
    with collector_paused():
        texts = journal.texts()
        events = tuple(wire.decode(record.row, texts) for record in journal.read())
    return ScriptIndex(script), events


def _last_sign(beat: Beat | None, batch: Stamp) -> Stamp:
    """The later of the last beat and the last batch; no start of the machine has a beat before a batch."""
    if beat is None or beat.stamp.boot != batch.boot:
        return batch
    return max(beat.stamp, batch, key=lambda stamp: stamp.total_ns)


def _open(run: Run, stamp: Stamp) -> None:
    _record(run, Open(script_digest(run.journal.script()).hex()), stamp)


def _record(run: Run, command: Open | Interrupt, stamp: Stamp) -> None:
    """Have the session itself give a command; raises ``UserError`` if it cannot be recorded."""
    told = run.carry_out(by_session(command, stamp))
    if told.problem is not None:
        raise told.problem
