"""How a batch becomes rows of the tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from msgspec.structs import astuple
from sqlalchemy import Connection, Table, insert
from sqlalchemy.dialects import sqlite

from care_desktop.journal import chain, schema
from care_desktop.journal.records import Batch, Origin, Row, Sealed

Values = tuple[object, ...]


@cache
def _insertion(table: Table) -> str:
    """The INSERT of a whole row, its values in the order of the columns, compiled once."""
    return str(insert(table).compile(dialect=sqlite.dialect()))


def exercise_row(exercise: str, script: bytes, origin: Origin | None) -> Values:
    """The row of an exercise."""
    parent = (None, None, None) if origin is None else astuple(origin)
    return (exercise, script, chain.script_digest(script), *parent)


def batch_row(exercise: str, number: int, batch: Batch, seals: bytes) -> Values:
    """The row of a batch."""
    stamp = astuple(batch.stamp)
    return (exercise, number, batch.id, batch.actor, batch.kind, batch.command, *stamp, seals)


def event_rows(
    exercise: str, number: int, batch: Batch, seals: bytes, rows: Iterable[Row], prev: bytes
) -> tuple[list[Values], bytes]:
    """The rows of a batch's events, chained on ``prev``, and the hash of the last."""
    digest = chain.batch_digest(number, batch, seals)
    values: list[Values] = []
    for row in rows:
        sealed = chain.event_hash(prev, digest, number, row)
        seq, *columns = astuple(row)
        values.append((exercise, seq, number, *columns, prev, sealed))
        prev = sealed
    return values, prev


def insert_exercise(connection: Connection, values: Values) -> None:
    """Insert an exercise."""
    connection.exec_driver_sql(_insertion(schema.exercises), values)


def insert_batch(connection: Connection, values: Values) -> None:
    """Insert the row of a batch."""
    connection.exec_driver_sql(_insertion(schema.batches), values)


def insert_events(connection: Connection, values: list[Values]) -> None:
    """Insert the rows of events."""
    connection.exec_driver_sql(_insertion(schema.events), values)


def insert_texts(connection: Connection, exercise: str, texts: Sequence[Sealed]) -> None:
    """Insert sealed texts, if there are any."""
    if texts:
        connection.exec_driver_sql(
            _insertion(schema.texts),
            [(exercise, text.digest, text.seq, text.salt, text.text, None) for text in texts],
        )
