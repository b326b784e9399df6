"""The database driver, with the types that it lacks."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

from sqlcipher3 import dbapi2 as dbapi2  # type: ignore[import-untyped]

FULL: int = dbapi2.SQLITE_FULL
READONLY: int = dbapi2.SQLITE_READONLY
NOTADB: int = dbapi2.SQLITE_NOTADB
CORRUPT: int = dbapi2.SQLITE_CORRUPT
ERROR: int = dbapi2.SQLITE_ERROR
# What a disk, or another program, may answer once and not the next time.
PASSING: tuple[int, ...] = (
    dbapi2.SQLITE_IOERR,
    dbapi2.SQLITE_CANTOPEN,
    dbapi2.SQLITE_BUSY,
    dbapi2.SQLITE_NOMEM,
)

# A damaged file may put bytes that are no text into a value, or into the error message itself.
Error: tuple[type[Exception], type[Exception]] = (dbapi2.Error, UnicodeDecodeError)


class Rows(Protocol):
    """What a statement gives."""

    def fetchone(self) -> tuple[Any, ...]:
        """The first row; only asked of statements that have one."""

    def fetchall(self) -> list[tuple[Any, ...]]:
        """All rows."""

    def __iter__(self) -> Iterator[tuple[Any, ...]]: ...


class Raw(Protocol):
    """A bare connection."""

    isolation_level: str | None

    def execute(self, sql: str, parameters: Sequence[object] = ...) -> Rows:
        """Run one statement."""

    def backup(self, target: Raw) -> None:
        """Copy all pages to another connection."""

    def close(self) -> None:
        """Close it."""


def version() -> tuple[int, ...]:
    """The version of SQLite inside the driver."""
    numbers: tuple[int, ...] = dbapi2.sqlite_version_info
    return numbers


def connect(path: Path, mode: str, passphrase: str | None) -> Raw:
    """Open a file; the key, if any, is set first and nothing is read yet. ``mode`` is ``ro`` or ``rw``."""
    raw: Raw = dbapi2.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, check_same_thread=False)
    raw.isolation_level = None
    if passphrase is not None:
        # Typed accents may come composed or not: one form, or the same words would be two keys.
        key = unicodedata.normalize("NFC", passphrase).encode()
        raw.execute("PRAGMA cipher_log_level = NONE")
        raw.execute(f"PRAGMA hexkey = '{key.hex()}'")
    return raw
