"""The clocks of the machine, read together."""

from __future__ import annotations

import ctypes
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Protocol
from uuid import uuid4

from care_desktop.journal.records import Stamp

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


class ClockSource(Protocol):
    """Where a session reads the time."""

    def read(self) -> Stamp:
        """All clocks at this moment. Both monotonic ones never go back while ``boot`` is the same."""
        ...


class MachineClock:
    """The machine's own clocks: one that stops while it sleeps, one that does not, and the wall.

    Linux: ``CLOCK_MONOTONIC`` and ``CLOCK_BOOTTIME``. macOS: ``CLOCK_UPTIME_RAW`` and ``CLOCK_MONOTONIC``.
    Windows: ``QueryUnbiasedInterruptTime`` and ``QueryInterruptTime``.
    """

    def __init__(self) -> None:
        self._awake, self._total = _monotonic_clocks()

    def read(self) -> Stamp:
        """All clocks at this moment."""
        now = datetime.now(UTC)
        local = now.astimezone()
        offset = local.utcoffset()
        return Stamp(
            wall=wall_text(now),
            zone=local.tzname() or "",
            offset=0 if offset is None else int(offset.total_seconds() // 60),
            awake_ns=self._awake(),
            total_ns=self._total(),
            boot=_boot(),
        )


def wall_text(moment: datetime) -> str:
    """A moment in UTC as it is stored, to the millisecond."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def wall_ms(wall: str) -> int:
    """A stored wall time in milliseconds since 1970."""
    return round(datetime.fromisoformat(wall).timestamp() * 1000)


@cache
def _boot() -> str:
    """What tells one start of the machine from another; where that is unknown, one start of the program."""
    try:
        return _BOOT_ID.read_text(encoding="ascii").strip()
    except OSError:
        return uuid4().hex


def _monotonic_clocks() -> tuple[Callable[[], int], Callable[[], int]]:
    if sys.platform == "win32":
        return _windows_clock("QueryUnbiasedInterruptTime"), _windows_clock("QueryInterruptTime")
    if sys.platform == "darwin":
        return _unix_clock(time.CLOCK_UPTIME_RAW), _unix_clock(time.CLOCK_MONOTONIC)
    return _unix_clock(time.CLOCK_MONOTONIC), _unix_clock(time.CLOCK_BOOTTIME)


def _unix_clock(clock: int) -> Callable[[], int]:
    return lambda: time.clock_gettime_ns(clock)


def _windows_clock(name: str) -> Callable[[], int]:
    """A Windows clock in nanoseconds; the system counts in units of 100."""
    library = ctypes.WinDLL("kernelbase")  # type: ignore[attr-defined,unused-ignore]
    query = getattr(library, name)

    def read() -> int:
        units = ctypes.c_ulonglong()
        query(ctypes.byref(units))
        return units.value * 100

    return read
