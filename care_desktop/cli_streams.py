"""Where a command says what it has to say: terminals that lack a letter, readers that go, disks that fill."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from errno import EDQUOT, EFBIG, EIO, ENOSPC
from typing import TextIO

_FULL = frozenset({ENOSPC, EDQUOT, EFBIG, EIO})


def tolerate_poor_terminals() -> None:
    """Let a terminal that lacks a character show another: narrow spaces are not worth a crash."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def is_full(error: OSError) -> bool:
    """Whether what was said found no room; an error that names a file is another's."""
    return error.errno in _FULL and error.filename is None


@contextmanager
def counting() -> Iterator[Callable[[str], None]]:
    """A line that counts on, where somebody looks at a terminal; it is gone afterwards."""
    looked_at = sys.stderr.isatty()

    def show(line: str) -> None:
        if looked_at:
            print(f"\r{line}", end="", file=sys.stderr, flush=True)

    try:
        yield show
    finally:
        if looked_at:
            print("\r\033[K", end="", file=sys.stderr, flush=True)


def fall_silent(*streams: TextIO) -> None:
    """Let what is still to be said go nowhere: nothing takes it, and Python would complain of that."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in streams:
        with suppress(OSError):  # a stream that is no file
            os.dup2(nowhere, stream.fileno())
