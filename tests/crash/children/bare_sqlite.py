"""A control: commits rows with bare SQLite; arguments: value of ``synchronous``, folder."""

from __future__ import annotations

import sys
from pathlib import Path

from sqlcipher3 import dbapi2  # type: ignore[import-untyped]

from tests.crash.children import marks


def main(synchronous: str, folder: Path) -> None:
    database = dbapi2.connect(str(folder / "control.db"), isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute(f"PRAGMA synchronous = {synchronous}")
    database.execute("CREATE TABLE facts (n INTEGER PRIMARY KEY, words TEXT)")
    marks.ack("table", 1)
    for number in range(1, 41):
        database.execute("INSERT INTO facts VALUES (?, ?)", (number, f"fact {number} " * 60))
        marks.ack("facts", number)
    database.close()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
