"""Taking a very long exercise up again: 100 000 events read, verified, decoded and folded.

One exercise of a script with 3 000 injects and 120 services, a batch for each command or tick: there are
nearly as many batches as events, and three events in four have typed words. All of them are read and hashed;
the bare baseline reads the same rows. The file is made in memory where the system has such a place: what is
measured is reading it from the page cache.
"""

from __future__ import annotations

import gc
import json
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Any

from bench import load
from bench.journal import SELECT
from bench.keeping import EXERCISE, filled, ground
from bench.measuring import Line, best
from care_desktop.exercise import wire
from care_desktop.exercise.fold import fold
from care_desktop.journal import driver
from care_desktop.journal.journal import Journal
from care_desktop.journal.store import Store
from care_desktop.session.bulk import collector_paused
from care_desktop.session.opening import read_back

EVENTS = 100_000
BATCHES, TEXTS = "SELECT * FROM batches", "SELECT * FROM texts"


def rows(path: Path, *statements: str) -> list[list[tuple[Any, ...]]]:
    """All rows by the bare driver, nothing checked."""
    file = driver.connect(path, "ro", None)
    found = [file.execute(sql).fetchall() for sql in statements]
    file.close()
    return found


def bare(path: Path) -> object:
    """The baseline of the whole: the same rows, bodies by the standard library's JSON."""
    events, *others = rows(path, SELECT, BATCHES, TEXTS)
    return [json.loads(row[7]) for row in events], others


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
            journal = store.journal(EXERCISE)
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
            journal = store.journal(EXERCISE)
            index, events = read_back(journal)
            gc.freeze()  # What this bench itself holds is no part of what a program would walk.
            texts, records = journal.texts(), journal.records()
            print(f"{count} events in {len(journal.batches())} batches with {len(texts)} texts")

            def decode() -> object:
                with collector_paused():
                    return [wire.decode(record.row, texts) for record in records]

            lines[:0] = [
                Line(
                    "read, verify, decode, fold",
                    best(lambda: whole(journal)),
                    best(lambda: bare(path)),
                    count,
                    "best of 5",
                    1000,
                ),
                Line(
                    "  read and verify events",
                    best(journal.records),
                    best(lambda: rows(path, SELECT, BATCHES)),
                    count,
                    "best of 5",
                ),
                Line(
                    "  read and verify texts",
                    best(journal.texts),
                    best(lambda: rows(path, TEXTS)),
                    len(texts),
                    "best of 5",
                ),
                Line(
                    "  decode",
                    best(decode),
                    best(lambda: [json.loads(record.row.body) for record in records]),
                    count,
                    "best of 5",
                ),
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
