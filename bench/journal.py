"""What keeping costs: a commit, and reading a long journal back, each beside a bare baseline of the same run.

Milliseconds. ``n`` = 2 000 commits of one event each, in turns with the baseline so that both meet the same
disk; 100 000 events, ten to a batch, best of 5 for reading.
"""

from __future__ import annotations

import gc
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import quantiles
from time import perf_counter

from care_desktop.journal.driver import Raw, connect
from care_desktop.journal.journal import Journal
from care_desktop.journal.records import Batch, CommandId, ExerciseId, Row, Stamp
from care_desktop.journal.store import Store

COMMITS = 2_000
EVENTS = 100_000
PER_BATCH = 10
PRAGMAS = ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON", "wal_autocheckpoint = 16384")

STAMP = Stamp("2026-11-24T10:00:00.000Z", "Europe/Paris", 60, 10**12, 10**12, "boot")
COMMAND = b'{"inject":"appel-samu","to":"cellule"}'
BODY = (
    b'{"inject":"appel-samu","channel":"phone","cell":"direction","delivered":true,"to":["urgences","dsi"]}'
)
SELECT = "SELECT seq, batch, kind, v, play, story, cause, body, prev, hash FROM events ORDER BY exercise, seq"


def row(seq: int) -> Row:
    return Row(seq, "InjectDelivered", 1, seq * 250, seq * 250, seq - 1 or None, BODY)


def append(journal: Journal, count: int) -> None:
    first = journal.head.seq + 1
    batch = Batch(CommandId(f"command-{first}"), "animateur", "deliver", COMMAND, STAMP)
    journal.append(batch, [row(seq) for seq in range(first, first + count)])


def timed(action: Callable[[], object]) -> float:
    begun = perf_counter()
    action()
    return (perf_counter() - begun) * 1000


def best(action: Callable[[], object], of: int = 5) -> float:
    """The shortest of some runs; what each gives is thrown away outside the time taken."""
    times = []
    for _ in range(of):
        gc.collect()
        begun = perf_counter()
        result = action()
        times.append((perf_counter() - begun) * 1000)
        del result
    return min(times)


def bare(path: Path) -> Raw:
    """The baseline: the driver alone with the same pragmas and one table of the width of an event."""
    file = connect(path, "rwc", None)
    for pragma in PRAGMAS:
        file.execute(f"PRAGMA {pragma}").fetchall()
    file.execute("CREATE TABLE kept (seq INTEGER PRIMARY KEY, body BLOB)")
    return file


def percentiles(times: list[float]) -> tuple[float, float, float]:
    cuts = quantiles(times, n=100)
    return cuts[49], cuts[94], cuts[98]


def commits(folder: Path) -> dict[str, float]:
    """An append beside a bare INSERT and COMMIT of as many bytes."""
    mine, theirs = [], []
    wide = BODY + COMMAND + bytes(200)
    file = bare(folder / "bare")

    def insert() -> None:
        file.execute("BEGIN IMMEDIATE")
        file.execute("INSERT INTO kept (body) VALUES (?)", (wide,))
        file.execute("COMMIT")

    with Store.open(folder / "store") as store:
        journal = store.create(ExerciseId("bench"), b"{}")
        for _ in range(COMMITS):
            theirs.append(timed(insert))
            mine.append(timed(lambda: append(journal, 1)))
    file.close()
    names = [f"commit.{who}.p{p}" for who in ("journal", "bare") for p in (50, 95, 99)]
    return dict(zip(names, percentiles(mine) + percentiles(theirs), strict=True))


def reading(folder: Path) -> dict[str, float]:
    """The whole journal read and verified, beside the bare SELECT of the same rows."""
    path = folder / "long"
    with Store.open(path) as store:
        journal = store.create(ExerciseId("bench"), b"{}")
        for number in range(EVENTS // PER_BATCH):
            append(journal, PER_BATCH)
            if number % 200 == 0:
                journal.beat(0, STAMP)
        head = journal.head
        file = connect(path, "ro", None)
        found = {
            "read.verified": best(journal.records),
            "read.unverified": best(lambda: journal.records(verify=False)),
            "read.bare": best(lambda: file.execute(SELECT).fetchall()),
            "verify.everything": best(lambda: journal.verify(head), of=3),
        }
        file.close()
    return found


def measure() -> dict[str, float]:
    """Run it all; names to milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        return commits(Path(folder)) | reading(Path(folder))


def main() -> None:
    print(f"commit: n = {COMMITS}, one event each; read: {EVENTS} events, {PER_BATCH} to a batch")
    for name, value in measure().items():
        print(f"{name:24}{value:10.3f} ms")


if __name__ == "__main__":
    main()
