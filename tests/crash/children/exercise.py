"""A whole exercise, headless: batches and signs of life, words erased, a copy made; all acknowledged."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.crash.children import deeds, marks
from tests.crash.children.keeping import COPY, journal_in, open_store

# Enough behind the erasure, which empties the write-ahead log, that a beat has to move the log into the file
BATCHES, ERASED_BEHIND, COPIED_BEHIND = 145, 12, 25
ERASED = "2026-03-02T12:00:00.000Z"


def main(folder: Path) -> None:
    store = open_store(folder)
    journal = journal_in(store)
    marks.ack("created", 1)
    for number in range(1, BATCHES + 1):
        after = journal.head.seq
        head = journal.append(deeds.batch(after), deeds.rows(after), deeds.texts(after))
        marks.ack("seq", head.seq)
        journal.beat(number * 1000, deeds.stamp(number))
        marks.ack("beat", number * 1000)
        if number == ERASED_BEHIND:
            marks.ack("erasing", head.seq)
            journal.erase(range(1, head.seq + 1), ERASED)
            marks.ack("erased", head.seq)
        if number == COPIED_BEHIND:
            store.backup(folder / COPY)
            marks.ack("copied", head.seq)
    store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
