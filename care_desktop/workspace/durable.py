"""Files that after a power cut are whole and there, or as they were before."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from itertools import count
from pathlib import Path


def write_durably(path: Path, content: bytes) -> None:
    """Put a file with ``content`` in place of ``path``, at once; on return it outlasts a power cut.

    It is for its owner alone; its folder must be there. Raises ``OSError``: then ``path`` is as it was, or,
    if only its folder could not be synced, whole with the new content.
    """
    partial = path.with_name(f".{os.urandom(8).hex()}.partial")
    try:
        partial.touch(0o600, exist_ok=False)
        with partial.open("wb") as file:
            file.write(content)
            file.flush()
            _sync(file.fileno())
        partial.replace(path)
        _sync_folder(path.parent)
    finally:
        with suppress(OSError):
            partial.unlink()


def put_aside(path: Path) -> Path:
    """Rename a damaged file to ``.damaged-1``, ``.damaged-2`` and so on; its new path. Raises ``OSError``."""
    names = (path.with_name(f"{path.name}.damaged-{number}") for number in count(1))
    return path.rename(next(name for name in names if not os.path.lexists(name)))


def make_folder(path: Path) -> None:
    """Make a folder, and those above it that are missing, for their owner alone; they outlast a power cut.

    A folder that is there stays as it is. Raises ``OSError``.
    """
    missing = [folder for folder in (path, *path.parents) if not folder.is_dir()]
    for folder in reversed(missing):
        folder.mkdir(0o700, exist_ok=True)
        _sync_folder(folder.parent)


def _sync(handle: int) -> None:
    if sys.platform == "darwin":
        import fcntl

        # There, fsync alone leaves the content in the memory of the drive. Not all disks know the other call.
        with suppress(OSError):
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)


def _sync_folder(folder: Path) -> None:
    """Have the names in a folder written to the disk."""
    if os.name == "nt":
        return  # Windows has no such call; its changes of names are journalled
    handle = os.open(folder, os.O_RDONLY)
    try:
        _sync(handle)
    finally:
        os.close(handle)
