"""How a recorded program talks to the recorder; without it, nothing happens.

A program whose every cut is to be checked keeps one exercise in ``keeping.DATABASE`` in the folder given as
its last argument, and acknowledges, once it knows and no earlier: ``created`` 1; ``seq``, the head of the
chain; ``beat``, its play time; ``erasing`` before and ``erased`` after words of events up to a number are
erased; ``copied``, the head when the copy ``keeping.COPY`` was begun; ``asked``, the number of a
command that is given now. What it does not do, it leaves out.
"""

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
