"""The tables of a store, what protects them, and the steps by which they came to be.

Stored events are never migrated: a step here changes tables, not what a batch or an event says.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    Connection,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.schema import SchemaItem

# "CaRE" in ASCII: the mark by which a file is known as one of ours.
APPLICATION_ID = 0x43615245

metadata = MetaData()


def _column(name: str, kind: type[Text | Integer | LargeBinary], *, null: bool = False) -> Column[Any]:
    return Column(name, kind, nullable=null)


def _key(name: str, kind: type[Text | Integer]) -> Column[Any]:
    return Column(name, kind, primary_key=True, autoincrement=False)


def _stamp() -> list[Column[Any]]:
    """The columns of a `Stamp`, in the order of its fields."""
    kinds = {
        "wall": Text,
        "zone": Text,
        "offset": Integer,
        "awake_ns": Integer,
        "total_ns": Integer,
        "boot": Text,
    }
    return [_column(name, kind) for name, kind in kinds.items()]


def _clustered(name: str, *parts: SchemaItem) -> Table:
    """A strict table kept in the order of its key, so that an exercise is read in one sweep."""
    return Table(name, metadata, *parts, sqlite_strict=True, sqlite_with_rowid=False)


exercises = Table(
    "exercises",
    metadata,
    _key("id", Text),
    _column("script", LargeBinary),
    _column("script_digest", LargeBinary),
    _column("origin_exercise", Text, null=True),
    _column("origin_seq", Integer, null=True),
    _column("origin_hash", LargeBinary, null=True),
    CheckConstraint("length(script_digest) = 32"),
    CheckConstraint("(origin_exercise IS NULL) = (origin_seq IS NULL)"),
    CheckConstraint("(origin_exercise IS NULL) = (origin_hash IS NULL)"),
    sqlite_strict=True,
)
batches = _clustered(
    "batches",
    _key("exercise", Text),
    _key("batch", Integer),
    _column("command_id", Text),
    _column("actor", Text),
    _column("kind", Text),
    _column("command", LargeBinary),
    *_stamp(),
    _column("seals", LargeBinary),
    CheckConstraint("batch > 0"),
    CheckConstraint("length(seals) % 40 = 0"),
    ForeignKeyConstraint(["exercise"], ["exercises.id"]),
)
events = _clustered(
    "events",
    _key("exercise", Text),
    _key("seq", Integer),
    _column("batch", Integer),
    _column("kind", Text),
    _column("v", Integer),
    _column("play", Integer),
    _column("story", Integer),
    _column("cause", Integer, null=True),
    _column("body", LargeBinary),
    _column("prev", LargeBinary),
    _column("hash", LargeBinary),
    CheckConstraint("seq > 0"),
    CheckConstraint("cause IS NULL OR (cause > 0 AND cause < seq)"),
    CheckConstraint("length(prev) = 32 AND length(hash) = 32"),
    ForeignKeyConstraint(["exercise", "batch"], ["batches.exercise", "batches.batch"]),
)
texts = _clustered(
    "texts",
    _key("exercise", Text),
    _key("digest", Text),
    _column("seq", Integer),
    _column("salt", LargeBinary, null=True),
    _column("text", Text, null=True),
    _column("erased", Text, null=True),
    CheckConstraint("length(digest) = 64"),
    CheckConstraint("(text IS NULL) = (salt IS NULL) AND (text IS NULL) = (erased IS NOT NULL)"),
    ForeignKeyConstraint(["exercise", "seq"], ["events.exercise", "events.seq"]),
)
beats = _clustered(
    "beats",
    _key("exercise", Text),
    _column("play", Integer),
    *_stamp(),
    ForeignKeyConstraint(["exercise"], ["exercises.id"]),
)


def _refusal(name: str, moment: str, reason: str, when: str = "1") -> str:
    return f"CREATE TRIGGER {name} BEFORE {moment} WHEN {when} BEGIN SELECT RAISE(ABORT, '{reason}'); END"


_ONLY_ERASED = (
    "NOT (OLD.erased IS NULL AND NEW.erased IS NOT NULL AND NEW.text IS NULL AND NEW.salt IS NULL"
    " AND NEW.exercise IS OLD.exercise AND NEW.digest IS OLD.digest AND NEW.seq IS OLD.seq)"
)
_NOT_NEXT = "NEW.{0} IS NOT (SELECT coalesce(max({0}), 0) + 1 FROM {1} WHERE exercise = NEW.exercise)"

# The refused inserts also stop INSERT OR REPLACE, which deletes without a delete trigger.
TRIGGERS = (
    *(
        _refusal(f"{table}_{verb.lower()}", f"{verb} ON {table}", f"{table} are insert-only")
        for table in ("exercises", "batches", "events")
        for verb in ("UPDATE", "DELETE")
    ),
    _refusal("texts_delete", "DELETE ON texts", "texts are erased, not deleted"),
    _refusal("texts_update", "UPDATE ON texts", "texts are only erased", _ONLY_ERASED),
    _refusal(
        "exercises_insert",
        "INSERT ON exercises",
        "this exercise exists",
        "EXISTS (SELECT 1 FROM exercises WHERE id = NEW.id)",
    ),
    _refusal(
        "batches_insert", "INSERT ON batches", "not the next batch", _NOT_NEXT.format("batch", "batches")
    ),
    _refusal("events_insert", "INSERT ON events", "not the next event", _NOT_NEXT.format("seq", "events")),
    _refusal(
        "texts_insert",
        "INSERT ON texts",
        "this text exists",
        "EXISTS (SELECT 1 FROM texts WHERE exercise = NEW.exercise AND digest = NEW.digest)",
    ),
)


def _begin(connection: Connection) -> None:
    """Step 1: everything, as first released."""
    metadata.create_all(connection, checkfirst=False)
    connection.exec_driver_sql("CREATE UNIQUE INDEX batches_command ON batches (exercise, command_id)")
    for trigger in TRIGGERS:
        connection.exec_driver_sql(trigger)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


STEPS: tuple[Callable[[Connection], None], ...] = (_begin,)
VERSION = len(STEPS)


def migrate(connection: Connection, version: int) -> None:
    """Take the tables from ``version`` (0: an empty file) to ``VERSION``, inside the caller's transaction."""
    for step in STEPS[version:]:
        step(connection)
    connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")
