"""A control: keeps everything by writing one JSON file anew each time, as many programs do."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.crash.children import marks


def main(folder: Path) -> None:
    facts: list[str] = []
    for number in range(1, 41):
        facts.append(f"fact {number} " * 60)
        with (folder / "control.json").open("w", encoding="utf-8") as file:
            json.dump(facts, file)
        marks.ack("facts", number)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
