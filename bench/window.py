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
from typing import TypedDict

from bench.measuring import Line, at_percentiles, percentile, timed
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
    """Process start to first paint, in turns with a bare window; of each the fastest, and the middle one."""
    ours, bare = [], []
    for _ in range(STARTS):
        bare.append(timed(lambda: child("bare")))
        ours.append(timed(lambda: child("start", str(folder / "start"))))
    floor = min(bare)
    return [
        Line("start to painted home", min(ours), floor, STARTS, "min", 1.3 * floor),
        Line("start to painted home", percentile(ours, 50), percentile(bare, 50), STARTS, "p50"),
    ]


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
