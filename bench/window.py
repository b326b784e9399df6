"""The window: its start beside a bare Qt window; LANCER to the wall and how long it was blocked, load L.

Offscreen, each in a process of its own. The baseline of being blocked is the same process with nothing to do.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic_ns
from typing import TypedDict

from bench.measuring import Line, at_percentiles, percentile
from bench.slow_disk import ADDED_MS, compiler, library

STARTS = 9
# As a user has it, compiled at the first start; an environment may forbid that
_COMPILED = {
    "PYTHONDONTWRITEBYTECODE": "",
    "PYTHONPYCACHEPREFIX": str(Path(__file__).resolve().parents[1] / "build" / "bytecode"),
}


class Played(TypedDict):
    """Milliseconds: from LANCER to the painted wall; between two beats of the window, playing and idle."""

    launch: list[float]
    gaps: list[float]
    idle: list[float]


def child(what: str, *arguments: str, environment: dict[str, str] | None = None) -> str:
    """Run one window and return what it printed."""
    told = subprocess.run(
        [sys.executable, "-m", "bench.window_child", what, *arguments],
        cwd=Path(__file__).parents[1],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **_COMPILED, **(environment or {})},
        capture_output=True,
        text=True,
        check=True,
    )
    return told.stdout


def measure() -> list[Line]:
    with TemporaryDirectory() as folder:
        lines = starting(Path(folder))
        store = str(Path(folder) / "load")
        child("prepare", store)
        played: Played = json.loads(child("play", store))
        lines += _told("LANCER to the wall", played, budget=50)
        lines += _blocked("window blocked", played)
        cc = compiler()
        if cc is not None:
            slowed = {"LD_PRELOAD": str(library(cc, Path(folder))), "SLOW_SYNC_MS": str(ADDED_MS)}
            played = json.loads(child("play", store, environment=slowed))
            lines += _told(f"+{ADDED_MS} ms a sync, LANCER to the wall", played, budget=80)
            lines += _blocked(f"+{ADDED_MS} ms a sync, window blocked", played)
    return lines


def starting(folder: Path) -> list[Line]:
    """Process start to first paint, in turns with a bare window; of each the fastest, and the middle one.

    Then until the home is whole and its first thing can be done by a key; and both at the very first start,
    in a folder of its own each time.
    """
    bare, ours, first = [], [], []
    for number in range(STARTS):
        bare.append(_moments("bare", folder)[0])
        first.append(_moments("start", folder / f"first-{number}"))
        ours.append(_moments("start", folder / "start"))
    painted, whole = zip(*ours[1:], strict=True)
    first_painted, first_whole = zip(*first, strict=True)
    floor, middle = min(bare), percentile(bare, 50)
    return [
        Line("start to painted home", min(painted), floor, len(painted), "min", 1.3 * floor),
        Line("start to painted home", percentile(painted, 50), middle, len(painted), "p50"),
        Line("start to whole home", min(whole), floor, len(whole), "min"),
        Line("very first start, painted", min(first_painted), floor, STARTS, "min"),
        Line("very first start, whole", min(first_whole), floor, STARTS, "min"),
    ]


def _moments(what: str, folder: Path) -> tuple[float, ...]:
    """The moments that a window printed, in milliseconds from the start of its process."""
    begun = monotonic_ns()
    return tuple((int(line) - begun) / 1e6 for line in child(what, str(folder)).split())


def _told(what: str, played: Played, budget: float) -> list[Line]:
    times = played["launch"]
    return [
        Line(what, percentile(times, 50), None, len(times), "p50"),
        Line(what, percentile(times, 95), None, len(times), "p95", budget),
    ]


def _blocked(what: str, played: Played) -> list[Line]:
    gaps, idle = played["gaps"], played["idle"]
    return [
        *at_percentiles(what, gaps, idle, (99,), budget=(99, 16)),
        Line(what, max(gaps), max(idle), len(gaps), "max", 50),
    ]
