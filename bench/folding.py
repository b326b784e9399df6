"""Taking a very long exercise up again: 100 000 events read, verified, decoded and folded.

One exercise of a script with 3 000 injects and 120 services, a batch for each command or tick: there are
nearly as many batches as events, and three events in four have typed words. All of them are read and hashed;
the bare baseline reads the same rows. The file is made in memory where the system has such a place: what is
measured is reading it from the page cache.
"""

from __future__ import annotations

import gc
import json
import os
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import msgspec

from bench import load
from bench.journal import SELECT
from bench.measuring import Line, best
from care_desktop.exercise import wire
from care_desktop.exercise.fold import fold
from care_desktop.journal import driver
from care_desktop.journal.journal import Journal
from care_desktop.journal.records import Batch as Kept
from care_desktop.journal.records import CommandId, ExerciseId, Sealed, Stamp
from care_desktop.journal.store import Store
from care_desktop.session.bulk import collector_paused
from care_desktop.session.opening import read_back

EVENTS = 100_000
OTHERS = ("SELECT * FROM batches", "SELECT * FROM texts")
STAMP = Stamp("2026-11-24T10:00:00.000Z", "Europe/Paris", 60, 10**12, 10**12, "boot")


@contextmanager
def ground() -> Iterator[Path]:
    memory = Path("/dev/shm")  # noqa: S108 - a folder of a fresh name is made in it
    inside = memory if memory.is_dir() and os.access(memory, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="care-bench-", dir=inside) as folder:
        yield Path(folder)


def keep(journal: Journal, number: int, batch: load.Batch) -> None:
    """Append what a command brought, as ``session.run`` does."""
    encoded = [wire.encode(event) for event in batch.events]
    seq = batch.events[0].seq
    texts: dict[str, Sealed] = {one.digest: one for one in wire.sealed_in(batch.command, seq)}
    texts.update((one.digest, one) for _, own in encoded for one in own if one.digest not in texts)
    command = wire.encode_command(batch.command, batch.at)
    kept = Kept(CommandId(f"{number:032x}"), "facilitator", batch.command.kind, command, STAMP)
    journal.append(kept, [row for row, _ in encoded], list(texts.values()))


def filled(path: Path, events: int) -> tuple[int, list[tuple[str, float]]]:
    """Keep a play at ``path``; how many events it has, and how much of it each kind of fact is."""
    index, batches = load.played(events)
    with Store.open(path) as store:
        journal = store.create(ExerciseId("bench"), msgspec.json.encode(index.script))
        for number, batch in enumerate(batches):
            keep(journal, number, batch)
            if number % 200 == 0:
                journal.beat(0, STAMP)
        return journal.head.seq, load.proportions([event for batch in batches for event in batch.events])


def bare(path: Path) -> list[object]:
    """The baseline: all rows by the bare driver, bodies by the standard library's JSON, nothing checked."""
    file = driver.connect(path, "ro", None)
    events, *others = [file.execute(sql).fetchall() for sql in (SELECT, *OTHERS)]
    file.close()
    return [[json.loads(row[7]) for row in events], others]


def whole(journal: Journal) -> object:
    """As ``opening.resume`` and ``Run`` do it; the events stay."""
    with collector_paused():
        index, events = read_back(journal)
        return events, fold(index, events)


def measure() -> list[Line]:
    with ground() as folder:
        usual = folder / "usual"
        filled(usual, load.EVENTS)
        with Store.open(usual, read_only=True) as store:
            journal = store.journal(ExerciseId("bench"))
            lines = [
                Line(
                    "10 000 events (load L), the same",
                    best(partial(whole, journal)),
                    best(lambda: bare(usual)),
                    journal.head.seq,
                    "best of 5",
                )
            ]
        path = folder / "long"
        count, shares = filled(path, EVENTS)
        print(
            "100 000 events: " + ", ".join(f"{kind} {share:.1f} %" for kind, share in shares if share >= 0.5)
        )
        with Store.open(path, read_only=True) as store:
            journal = store.journal(ExerciseId("bench"))
            index, events = read_back(journal)
            gc.freeze()  # What this bench itself holds is no part of what a program would walk.
            texts, records = journal.texts(), journal.records()
            print(f"{count} events in {len(journal.batches())} batches with {len(texts)} texts")
            bare_ms = best(lambda: bare(path))

            def decode() -> object:
                with collector_paused():
                    return [wire.decode(record.row, texts) for record in records]

            lines[:0] = [
                Line(
                    "read, verify, decode, fold",
                    best(lambda: whole(journal)),
                    bare_ms,
                    count,
                    "best of 5",
                    1000,
                ),
                Line("  read and verify events", best(journal.records), bare_ms, count, "best of 5"),
                Line("  read and verify texts", best(journal.texts), bare_ms, count, "best of 5"),
                Line("  decode", best(decode), bare_ms, count, "best of 5"),
                Line(
                    "  fold",
                    best(lambda: fold(index, events)),
                    best(lambda: Counter(type(event.fact) for event in events)),
                    count,
                    "best of 5",
                    300,
                ),
            ]
            gc.unfreeze()
    return lines
