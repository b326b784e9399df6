"""Who has the workspace open: a lock of the operating system, which the end of a process releases."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec
from msgspec import Struct

from care_desktop.errors import UserError
from care_desktop.language import Message

if sys.platform == "win32":
    import msvcrt

    # Windows lets nobody read a locked byte: one far behind the text is locked
    _FAR = 1 << 30

    def _lock(handle: int) -> bool:
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

    def _unlock(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

    def _host() -> str:
        return os.environ.get("COMPUTERNAME", "")

else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)

    def _host() -> str:
        return os.uname().nodename


class Outcome(Enum):
    """What came of an attempt to take the lock."""

    HELD = "held"
    TAKEN_BY_ANOTHER = "taken by another"


class Holder(Struct, frozen=True):
    """Who holds the lock; ``since`` is ISO 8601 in UTC."""

    pid: int
    host: str
    since: str


class WorkspaceLock:
    """The right to write in a workspace: whoever does not get it opens the store to read only.

    Leaving its context releases it, as the end of the process does, however it ends. The file stays: a lock
    on a file that was removed would protect nothing.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    def acquire(self) -> Outcome:
        """Take the lock if nobody has it; never waits, and changes nothing if it is held already.

        Raises ``UserError("workspace.not_locked")`` if this place knows no locks, or nothing can be written.
        """
        if self._handle is not None:
            return Outcome.HELD
        try:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                if _lock(handle):
                    _write(handle, Holder(os.getpid(), _host(), datetime.now(UTC).isoformat("T", "seconds")))
                    self._handle = handle
            finally:
                if self._handle is None:
                    os.close(handle)
        except OSError as error:
            raise UserError("workspace.not_locked", path=str(self._path)) from error
        return Outcome.TAKEN_BY_ANOTHER if self._handle is None else Outcome.HELD

    def release(self) -> None:
        """Let others take the lock; without effect if it is not held."""
        handle, self._handle = self._handle, None
        if handle is not None:
            _unlock(handle)  # of itself too: a forked process may still have the handle
            os.close(handle)

    def holder(self) -> Holder | None:
        """Who holds the lock as its file says, if it can be told. Means something only while it is taken."""
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=Holder)
        except (OSError, msgspec.DecodeError, UnicodeError, RecursionError):
            return None

    def taken(self) -> Message:
        """Say that another has the workspace open, so that here nothing can be written."""
        holder = self.holder()
        if holder is None:
            return Message("workspace.taken")
        if holder.host == _host():
            return Message("workspace.taken_here", {"pid": holder.pid})
        return Message("workspace.taken_elsewhere", {"host": holder.host})

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def _write(handle: int, holder: Holder) -> None:
    os.ftruncate(handle, 0)
    os.lseek(handle, 0, os.SEEK_SET)
    os.write(handle, msgspec.json.encode(holder))
