"""Having the disk keep what was written."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path


def sync(path: Path) -> None:
    """Have a file, or the names in a folder, written to the disk; raises ``OSError`` if that failed."""
    if path.is_dir() and os.name == "nt":
        return  # Windows has no such call; its changes of names are journalled
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        _sync(handle)
    finally:
        os.close(handle)


def _sync(handle: int) -> None:
    if sys.platform == "darwin":
        import fcntl

        # There, fsync alone leaves the content in the memory of the drive. Not all disks know the other call.
        with suppress(OSError):
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)
