"""Run every bench and print it beside its bare baseline; ``--write`` keeps it in ``latest.json``."""

from __future__ import annotations

import json
import os
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path

from bench import commands, folding, journal, reading, reporting, seeking, simulating, slow_disk, window
from bench.measuring import Line
from care_desktop.journal import driver

LATEST = Path(__file__).with_name("latest.json")
MODULES = (journal, folding, seeking, commands, slow_disk, reading, reporting, simulating, window)


def machine() -> dict[str, object]:
    """On what it was measured; the load says whether the machine was at something else when it began."""
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        "load before": round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None,
        "python": platform.python_version(),
        "sqlite": ".".join(map(str, driver.version())),
    }


def shown(line: Line) -> str:
    def number(value: float | None) -> str:
        return "" if value is None else f"{value:.3f}" if value < 10 else f"{value:.1f}"

    ratio = "" if line.ratio is None else f"{line.ratio:.2f}"
    verdict = {None: "", True: "held", False: "OVER"}[line.holds]
    return (
        f"{line.what:36}{number(line.ours):>10}{number(line.baseline):>10}{ratio:>8}"
        f"{number(line.budget):>10} {line.unit:6}{line.n:>8}  {line.taken:10}{verdict}"
    )


def main() -> int:
    told = machine()
    print(", ".join(f"{name}: {value}" for name, value in told.items()))
    lines: list[Line] = []
    for module in MODULES:
        lines += module.measure()
    head = f"{'what':36}{'ours':>10}{'baseline':>10}{'ratio':>8}{'budget':>10} {'unit':6}{'n':>8}  taken"
    print(head, *map(shown, lines), sep="\n")
    if "--write" in sys.argv[1:]:
        found = [{**line._asdict(), "ratio": line.ratio, "holds": line.holds} for line in lines]
        LATEST.write_text(
            json.dumps({"machine": told, "lines": found}, indent=1, ensure_ascii=False) + "\n", "utf-8"
        )
    return 0 if all(line.holds is not False for line in lines) else 1


if __name__ == "__main__":
    sys.exit(main())
