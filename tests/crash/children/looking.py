"""Opens a store where nothing can be written, then reads the copy beside it; prints what came of it."""

from __future__ import annotations

import sys
from pathlib import Path

from care_desktop.errors import UserError
from care_desktop.journal.store import Store
from tests.crash.children.keeping import COPY, open_store


def main(folder: Path) -> None:
    try:
        open_store(folder).close()
        outcome = "opened"
    except UserError as error:
        outcome = error.code
    with Store.open(folder / COPY, read_only=True) as store:
        (entry,) = store.exercises()
        read = store.journal(entry.exercise).head.seq
    sys.stdout.write(f"{outcome} read {read}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
