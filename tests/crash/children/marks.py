"""How a recorded program talks to the recorder; without it, nothing happens."""

from __future__ import annotations

import ctypes

_loaded = ctypes.CDLL(None)
RECORDED = hasattr(_loaded, "care_ack")


def ack(name: str, number: int) -> None:
    """From now on somebody has been told that ``number`` of ``name`` is kept."""
    if RECORDED:
        _loaded.care_ack(name.encode(), ctypes.c_uint64(number))


def fail(nth: int, errno: int, *, lasts: bool = False) -> None:
    """Let the nth changing call from now fail; ``lasts``: and all after it. 0: no call."""
    _loaded.care_fail(ctypes.c_long(nth), ctypes.c_int(errno), ctypes.c_int(lasts))


def faults() -> int:
    """How many calls were made to fail since ``fail``."""
    return int(_loaded.care_faults())
