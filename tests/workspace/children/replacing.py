"""Makes a workspace below the folder given and replaces its index again and again; acknowledges each time."""

from __future__ import annotations

import sys
from pathlib import Path

from care_desktop.workspace import recents
from care_desktop.workspace.place import Workspace
from tests.crash.children import marks
from tests.workspace.sample import recent


def main(folder: Path) -> None:
    place = Workspace.open(folder / "above" / "kept")
    marks.ack("made", 1)
    index = recents.Recents()
    for number in range(1, 21):
        index = index.with_entry(recent(f"exercise {number}", facility="Hôpital " * 100))
        recents.write(place.recents, index)
        marks.ack("written", number)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
