"""How a connection is set so that what is committed stays, and what is asserted about it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from care_desktop.errors import UserError
from care_desktop.journal.driver import Raw

# The write-ahead log is emptied between decisions; SQLite itself, which would do it inside a commit, waits
# for a log that nobody relieves.
_AUTOCHECKPOINT_PAGES = 16384

# Name, value to set, value it must have then.
Pragma = tuple[str, str, object]

# fullfsync is for macOS, and without effect elsewhere.
EVERYWHERE: tuple[Pragma, ...] = (
    ("busy_timeout", "2000", 2000),
    ("temp_store", "MEMORY", 2),
    ("foreign_keys", "ON", 1),
    ("recursive_triggers", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("secure_delete", "ON", 1),
    ("fullfsync", "ON", 1),
    ("checkpoint_fullfsync", "ON", 1),
)
DURABLE: tuple[Pragma, ...] = (
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),
    ("wal_autocheckpoint", str(_AUTOCHECKPOINT_PAGES), _AUTOCHECKPOINT_PAGES),
)


def loses_commits(version: tuple[int, ...]) -> bool:
    """Whether this SQLite has the WAL-reset bug, or no write-ahead log at all."""
    mended = version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)
    return not mended


def assert_set(raw: Raw, pragmas: Sequence[Pragma], path: Path) -> None:
    """Set a connection; raises ``UserError`` if one did not take, as WAL on a network share."""
    for name, value, expected in pragmas:
        # To the last row: a pragma that writes commits behind its answer, and an error there would be lost.
        raw.execute(f"PRAGMA {name} = {value}").fetchall()
        if raw.execute(f"PRAGMA {name}").fetchall() != [(expected,)]:
            raise UserError("journal.unsuitable_place", path=str(path), setting=name)
