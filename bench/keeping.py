"""A long play kept in a journal, as a session keeps it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from bench import load
from care_desktop.exercise import wire
from care_desktop.journal.journal import Journal
from care_desktop.journal.records import Batch as Kept
from care_desktop.journal.records import CommandId, ExerciseId, Sealed, Stamp
from care_desktop.journal.store import Store

EXERCISE = ExerciseId("bench")
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
        journal = store.create(EXERCISE, msgspec.json.encode(index.script))
        for number, batch in enumerate(batches):
            keep(journal, number, batch)
            if number % 200 == 0:
                journal.beat(0, STAMP)
        return journal.head.seq, load.proportions([event for batch in batches for event in batch.events])
