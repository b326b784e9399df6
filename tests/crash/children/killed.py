"""Appends without end and says so after each commit, to be killed; started again on each line it is given.

Arguments: manner, folder. In the manner ``early``, a control, it says so before each commit.

All is imported once, then a fresh process is forked for each life, before anything is opened: a real
process is killed each time without waiting for the imports each time. Printed: ``pid N``, then a line
``seq hash`` per acknowledged batch, then ``dead`` once the process has gone.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.crash.children import deeds
from tests.crash.children.keeping import journal_in, open_store


def live(folder: Path, *, early: bool) -> None:
    """One life; a line goes out in one write, so a kill cannot cut it."""
    os.write(1, b"pid %d\n" % os.getpid())
    journal = journal_in(open_store(folder))
    after = journal.head.seq
    while True:
        if early:
            os.write(1, b"%d early\n" % deeds.rows(after)[-1].seq)
        head = journal.append(deeds.batch(after), deeds.rows(after), deeds.texts(after))
        if not early:
            os.write(1, b"%d %s\n" % (head.seq, head.hash.hex().encode()))
        after = head.seq


def main(manner: str, folder: Path) -> None:
    for _ in sys.stdin:
        child = os.fork()
        if not child:
            live(folder, early=manner == "early")
        os.waitpid(child, 0)
        os.write(1, b"dead\n")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
