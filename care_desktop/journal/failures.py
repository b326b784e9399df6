"""Which error to show for what the database answered."""

from __future__ import annotations

import shutil
from contextlib import suppress
from errno import EDQUOT, ENOSPC
from pathlib import Path

from care_desktop.errors import UserError
from care_desktop.journal import driver

_FULL = frozenset({ENOSPC, EDQUOT})
_LEAST = 128 * 1024
"""Bytes: a first page, the shared memory of 32 KiB, and a log that begins."""


def _kind(error: BaseException) -> int:
    """The primary result code of SQLite, -1 if the error does not come from it."""
    code = getattr(error, "sqlite_errorcode", None)
    return code & 0xFF if isinstance(code, int) else -1


def is_unfinished(error: BaseException) -> bool:
    """Whether reading needs a writer first: one that was interrupted left something to undo."""
    return _kind(error) == driver.READONLY


def is_full(error: OSError) -> bool:
    """Whether a disk has no room, or none for this user."""
    return error.errno in _FULL


def not_opened(error: BaseException, path: str, *, protected: bool) -> UserError:
    """The file could not be opened; ``protected`` says that a passphrase was given."""
    kind = _kind(error)
    if kind == driver.NOTADB and protected:
        return UserError("journal.wrong_passphrase", path=path)
    if kind == driver.NOTADB:
        return UserError("journal.needs_passphrase", path=path)
    if kind in (driver.CORRUPT, driver.ERROR) or isinstance(error, UnicodeDecodeError):
        return UserError("journal.damaged_file", path=path)
    if kind == driver.FULL or (isinstance(error, OSError) and is_full(error)):
        return UserError("journal.no_room", path=path)
    # The memory that readers and writers share finds no room either, and SQLite does not say why
    return UserError("journal.no_room" if _is_short(path) else "journal.not_opened", path=path)


def _is_short(path: str) -> bool:
    """Whether the disk has less room than a database that is opened asks for."""
    with suppress(OSError):
        return shutil.disk_usage(Path(path).parent).free < _LEAST
    return False


def not_read(error: BaseException) -> UserError:
    """Something kept could not be read. An error of the disk is not called damage: it may pass."""
    if _kind(error) in driver.PASSING:
        return UserError("journal.not_read")
    return UserError("journal.damaged")


def not_written(error: BaseException) -> UserError:
    """A transaction did not reach the disk."""
    kind = _kind(error)
    if kind == driver.FULL:
        return UserError("journal.disk_full")
    if kind == driver.READONLY:
        return UserError("journal.read_only")
    return UserError("journal.not_written")
