"""A control: keeps facts by replacing a file; arguments: careful (syncs the folder) or hasty, folder."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from tests.crash.children import marks


def main(manner: str, folder: Path) -> None:
    facts: list[str] = []
    for number in range(1, 41):
        facts.append(f"fact {number} " * 60)
        fresh = folder / "fresh.json"
        with fresh.open("w", encoding="utf-8") as file:
            json.dump(facts, file)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(folder / "control.json")
        if manner == "careful":
            handle = os.open(folder, os.O_RDONLY)
            os.fsync(handle)
            os.close(handle)
        marks.ack("facts", number)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
