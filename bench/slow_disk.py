"""The same commands with 20 ms added to every sync, in a process of its own: the honest laptop.

Linux with a C compiler; elsewhere it is left out.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.commands import Found
from bench.measuring import Line, at_percentiles

COMMANDS = 500
ADDED_MS = 20


def compiler() -> str | None:
    names = ("cc", "gcc", "clang") if sys.platform == "linux" else ()
    return next((path for name in names if (path := shutil.which(name))), None)


def library(cc: str, folder: Path) -> Path:
    """Build what makes every sync of a process slower, in ``folder``."""
    built = folder / "slow_sync.so"
    source = Path(__file__).with_name("slow_sync.c")
    subprocess.run([cc, "-O2", "-Wall", "-shared", "-fPIC", "-o", built, source, "-ldl"], check=True)
    return built


def slowed(cc: str) -> Found:
    """The bench of commands under the slow syncs."""
    with tempfile.TemporaryDirectory() as folder:
        told = subprocess.run(
            [sys.executable, "-m", "bench.commands", str(COMMANDS)],
            cwd=Path(__file__).parents[1],
            env={**os.environ, "LD_PRELOAD": str(library(cc, Path(folder))), "SLOW_SYNC_MS": str(ADDED_MS)},
            capture_output=True,
            check=True,
        )
    found: Found = json.loads(told.stdout)
    return found


def measure() -> list[Line]:
    cc = compiler()
    if cc is None:
        print("slow disk: left out, it needs Linux and a C compiler")
        return []
    found = slowed(cc)
    what = f"+{ADDED_MS} ms a sync, a command"
    syncs, bare = found["syncs"], found["bare_syncs"]
    return [
        *at_percentiles(f"{what}: CPU", found["cpu"], found["bare_cpu"], (50, 95), budget=(95, 1)),
        *at_percentiles(f"{what}: wall", found["wall"], found["bare_wall"]),
        Line(f"{what}: syncs", min(syncs), min(bare), len(syncs), "min", unit="syncs"),
        Line(f"{what}: syncs", max(syncs), max(bare), len(syncs), "max", budget=1, unit="syncs"),
    ]
