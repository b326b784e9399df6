"""What keeping costs: a commit, and reading a long journal back, each beside a bare baseline of the same run.

Milliseconds. ``n`` = 2 000 commits of one event each, in turns with the baseline so that both meet the same
disk; 100 000 events, ten to a batch, best of 5 for reading.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench.measuring import Line, at_percentiles, best, timed
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


def bare(path: Path) -> Raw:
    """The baseline: the driver alone with the same pragmas and one table of the width of an event."""
    file = connect(path, "rwc", None)
    for pragma in PRAGMAS:
        file.execute(f"PRAGMA {pragma}").fetchall()
    file.execute("CREATE TABLE kept (seq INTEGER PRIMARY KEY, body BLOB)")
    return file


def commits(folder: Path) -> list[Line]:
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
    return at_percentiles("append one event: wall", mine, theirs)


def reading(folder: Path) -> list[Line]:
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
        bare_ms = best(lambda: file.execute(SELECT).fetchall())
        found = [
            Line("read 100 000 events, verified", best(journal.records), bare_ms, EVENTS, "best of 5"),
            Line(
                "read 100 000 events, unverified",
                best(lambda: journal.records(verify=False)),
                bare_ms,
                EVENTS,
                "best of 5",
            ),
            Line(
                "verify everything",
                best(lambda: journal.verify(head), of=3),
                bare_ms,
                EVENTS,
                "best of 3",
            ),
        ]
        file.close()
    return found


def measure() -> list[Line]:
    with tempfile.TemporaryDirectory() as folder:
        return commits(Path(folder)) + reading(Path(folder))
