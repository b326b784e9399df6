"""Runs a program under the recorder and gives the states that a power cut could have left."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.crash.replay import OPEN, SYNC, Call, Disk, Mode, State, read_log

ROOT = Path(__file__).parents[2]
CHILDREN = "tests.crash.children"
Done = subprocess.CompletedProcess[str]
SHARED_MEMORY = "-shm"  # of SQLite: rebuilt at opening, never durable


def no_recorder() -> str | None:
    """Why programs cannot be recorded here; None when they can."""
    if sys.platform != "linux":
        return "the recorder of disk calls is written for Linux"
    if compiler() is None:
        return "no C compiler (cc, gcc, clang) to build the recorder of disk calls"
    return None


def compiler() -> str | None:
    return next((path for name in ("cc", "gcc", "clang") if (path := shutil.which(name))), None)


def build(folder: Path) -> Path:
    """The recorder, compiled into ``folder``."""
    source, library = Path(__file__).with_name("recorder.c"), folder / "recorder.so"
    options = ["-std=gnu11", "-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC"]
    subprocess.run([str(compiler()), *options, "-o", library, source, "-ldl", "-lpthread"], check=True)
    return library


@dataclass(frozen=True)
class Recording:
    """All that a program asked of its disk below ``folder``, and what it printed."""

    folder: Path
    calls: tuple[Call, ...]
    printed: str

    def end(self) -> Disk:
        """The disk after the last call."""
        disk = Disk()
        for call in self.calls:
            disk.apply(call)
        return disk


def surroundings(recorder: Path, folder: Path, **extra: str) -> dict[str, str]:
    """The environment of a recorded program."""
    watched = {"LD_PRELOAD": str(recorder), "CARE_BELOW": str(folder)}
    return {**os.environ, "PYTHONPATH": str(ROOT), **watched, **extra}


def run(child: str, folder: Path, environment: dict[str, str], *arguments: str) -> Done:
    """Run a program of ``children/`` to its end; its last argument is ``folder``."""
    return subprocess.run(
        [sys.executable, "-m", f"{CHILDREN}.{child}", *arguments, folder],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def record(recorder: Path, child: str, folder: Path, *arguments: str) -> Recording:
    """Run a program of ``children/`` that keeps what it keeps in the new ``folder``."""
    folder.mkdir(parents=True)
    log = folder.with_name(folder.name + ".log")
    done = run(child, folder, surroundings(recorder, folder, CARE_LOG=str(log)), *arguments)
    if done.returncode:
        raise AssertionError(f"the recorded program failed:\n{done.stderr}")
    recording = Recording(folder, read_log(log), done.stdout)
    _check_nothing_was_missed(recording)
    return recording


def _check_nothing_was_missed(recording: Recording) -> None:
    """What the log says was written is what lies on the disk: else the recorder overlooked some call."""
    replayed = {name: bytes(content) for name, content in recording.end().killed().files.items()}
    real = {
        str(path.relative_to(recording.folder)): path.read_bytes()
        for path in recording.folder.rglob("*")
        if path.is_file() and not path.name.endswith(SHARED_MEMORY)
    }
    if replayed != real:
        names = sorted(name for name in replayed | real if replayed.get(name) != real.get(name))
        raise AssertionError(f"the recorder missed changes of {names}")


def states(
    recording: Recording,
    *,
    modes: Sequence[Mode] = ("kill", "sync", "rand"),
    seeds: int = 1,
    part: int = 0,
    parts: int = 1,
) -> Iterator[State]:
    """The states at every cut point of one part of the recording, each different from those before it.

    A cut lies before the first call, between two, or after the last; ``seeds`` is how many states of
    chance are drawn at each. The same content again with the same acknowledgements is left out.
    """
    cuts = len(recording.calls) + 1
    first, last = cuts * part // parts, cuts * (part + 1) // parts
    disk, seen = Disk(), set[tuple[int, int]]()
    for cut in range(last):
        if cut:
            disk.apply(recording.calls[cut - 1])
        if cut < first:
            continue
        for state in _at(disk, modes, seeds):
            known = (state.key, hash(tuple(state.acks.items())))
            if known not in seen:
                seen.add(known)
                yield state


def _at(disk: Disk, modes: Sequence[Mode], seeds: int) -> Iterator[State]:
    if "kill" in modes:
        yield disk.killed()
    if "sync" in modes:
        yield disk.cut_off()
    if "rand" in modes:
        for seed in range(seeds):
            yield disk.torn(seed)


def syncs_by_file(calls: Sequence[Call]) -> dict[str, int]:
    """How often each file (or folder: its name) was synced."""
    names: dict[int, str] = {}
    counts: dict[str, int] = {}
    for call in calls:
        if call.op == OPEN:
            names[call.handle] = call.name
        elif call.op == SYNC:
            counts[names[call.handle]] = counts.get(names[call.handle], 0) + 1
    return counts
