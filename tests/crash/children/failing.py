"""A short exercise, run again for each call of the disk that can fail.

Arguments: errno; once or lasts; folder. Prints one line of JSON per run, the last for the run in which
nothing failed any more. Each run keeps its store in a folder of its own, named after the call that failed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from msgspec import Struct
from msgspec.json import encode

from care_desktop.errors import UserError
from care_desktop.journal.journal import Journal
from care_desktop.journal.store import Store
from tests.crash.children import deeds, marks
from tests.crash.children.keeping import COPY, journal_in, open_store

BATCHES, ERASED_BEHIND, COPIED_BEHIND = 9, 3, 6
ERASED = "2026-03-02T12:00:00.000Z"


class Run(Struct):
    """What a run acknowledged, and what its failure looked like from above."""

    nth: int
    acks: dict[str, int] = {}
    failed: int = 0  # calls
    refused: list[str] = []  # steps that raised, in order, with the error
    silent: list[str] = []  # steps during which a call failed, and which did not tell
    resumed: list[str] = []  # steps that wrote, behind one that could not; a copy only reads


Step = tuple[str, Callable[[], None]]


def steps(store: Store, journal: Journal, folder: Path, acks: dict[str, int]) -> Iterator[Step]:
    """The exercise, step by step; each acknowledges what it has done."""

    def append() -> None:
        after = journal.head.seq
        acks["seq"] = journal.append(deeds.batch(after), deeds.rows(after), deeds.texts(after)).seq

    def beat() -> None:
        journal.beat(number * 1000, deeds.stamp(number))
        acks["beat"] = number * 1000

    def erase() -> None:
        acks["erasing"] = journal.head.seq
        journal.erase(range(1, journal.head.seq + 1), ERASED)
        acks["erased"] = journal.head.seq

    def copy() -> None:
        until = journal.head.seq
        store.backup(folder / COPY)
        acks["copied"] = until

    for number in range(1, BATCHES + 1):
        yield "append", append
        yield "beat", beat
        if number == ERASED_BEHIND:
            yield "erase", erase
        if number == COPIED_BEHIND:
            yield "copy", copy


def exercise(folder: Path, run: Run) -> None:
    """All steps, also behind one that failed: nobody may be told that something is kept that is not."""
    try:
        store = open_store(folder)
    except UserError as error:
        run.refused.append(f"open {error.code}")
        return
    with store:
        try:
            journal = journal_in(store)
        except UserError as error:
            run.refused.append(f"create {error.code}")
            return
        run.acks["created"] = 1
        for name, step in steps(store, journal, folder, run.acks):
            before = marks.faults()
            try:
                step()
            except UserError as error:
                run.refused.append(f"{name} {error.code}")
            else:
                run.silent += [name] * (marks.faults() > before)
                if name != "copy" and any(not step.startswith("copy") for step in run.refused):
                    run.resumed.append(name)


def _sync(folder: Path) -> None:
    """The place for a run is not part of it: let it be there in every state."""
    handle = os.open(folder, os.O_RDONLY)
    os.fsync(handle)
    os.close(handle)


def main(errno: int, lasts: bool, folder: Path) -> None:
    for nth in count(1):
        run = Run(nth)
        place = folder / str(nth)
        place.mkdir()
        _sync(folder)
        marks.fail(nth, errno, lasts=lasts)
        exercise(place, run)
        run.failed = marks.faults()
        marks.fail(0, 0)
        marks.ack("run", nth)
        sys.stdout.buffer.write(encode(run) + b"\n")
        if not run.failed:
            return


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2] == "lasts", Path(sys.argv[3]))
