"""What a command costs, from the press to the commit, beside a bare insert and commit in the same run.

Load L. Between two commands five seconds pass and are looked at; only the command itself is timed. CPU time
is that of the whole process.
"""

from __future__ import annotations

import ctypes
import gc
import json
import sys
import tempfile
from pathlib import Path
from time import perf_counter, process_time
from typing import TypedDict

from bench import load
from bench.journal import bare
from bench.measuring import Line, at_percentiles
from bench.script import build
from care_desktop.exercise import commands as c
from care_desktop.journal.records import CommandId, Stamp
from care_desktop.journal.store import Store
from care_desktop.session.leaping import LeapingClock
from care_desktop.session.opening import open_new
from care_desktop.session.published import Sent

COMMANDS = 4_000
STAMP = Stamp("2026-11-24T08:00:00.000Z", "Europe/Paris", 60, 10**12, 10**12, "boot")
BYTES = 700
"""What a batch of one event takes with its command and its text."""


class Found(TypedDict):
    """Milliseconds of each accepted command and of each bare insert; syncs where they are counted."""

    cpu: list[float]
    wall: list[float]
    bare_cpu: list[float]
    bare_wall: list[float]
    syncs: list[int]
    bare_syncs: list[int]


def _syncs() -> int:
    """How many syncs this process has asked for; 0 where the counting library is not loaded."""
    counter = getattr(ctypes.CDLL(None), "slow_syncs", None) if sys.platform == "linux" else None
    return counter() if counter is not None else 0


def play(commands: int) -> Found:
    """Give so many commands that are taken, in turns with the bare insert."""
    found = Found(cpu=[], wall=[], bare_cpu=[], bare_wall=[], syncs=[], bare_syncs=[])
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "store") as store:
        clock, script = LeapingClock(STAMP), build()
        run, team, file = open_new(store, script, clock), load.Team(script), bare(Path(folder) / "bare")
        run.carry_out(Sent(CommandId("begin"), c.Begin(), "facilitator", clock.read()))
        wide = bytes(BYTES)
        gc.collect()
        number = 0
        while len(found["cpu"]) < commands:
            number += 1
            run.tick(clock.leap(5_000))
            command = team.next(run.snapshot().view)
            sent = Sent(CommandId(f"{number:032x}"), command, "facilitator", clock.read())
            syncs, wall, cpu = _syncs(), perf_counter(), process_time()
            told = run.carry_out(sent)
            spent, passed, asked = process_time() - cpu, perf_counter() - wall, _syncs() - syncs
            if told.refusal is not None:
                continue
            found["cpu"].append(spent * 1000)
            found["wall"].append(passed * 1000)
            found["syncs"].append(asked)
            syncs, wall, cpu = _syncs(), perf_counter(), process_time()
            file.execute("BEGIN IMMEDIATE")
            file.execute("INSERT INTO kept (body) VALUES (?)", (wide,))
            file.execute("COMMIT")
            spent, passed, asked = process_time() - cpu, perf_counter() - wall, _syncs() - syncs
            found["bare_cpu"].append(spent * 1000)
            found["bare_wall"].append(passed * 1000)
            found["bare_syncs"].append(asked)
        file.close()
    return found


def measure() -> list[Line]:
    found = play(COMMANDS)
    return [
        *at_percentiles("a command: CPU", found["cpu"], found["bare_cpu"], (50, 95), budget=(95, 1)),
        *at_percentiles("a command: wall", found["wall"], found["bare_wall"]),
    ]


if __name__ == "__main__":
    json.dump(play(int(sys.argv[1])), sys.stdout)
