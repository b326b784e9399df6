"""A new exercise that starts from the middle of another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from care_desktop.errors import UserError
from care_desktop.journal import chain, reading, storing
from care_desktop.journal.connection import Database
from care_desktop.journal.reading import Mark
from care_desktop.journal.records import ExerciseId, Origin, Record
from care_desktop.language import Message


def fork(database: Database, parent: ExerciseId, start: Mark, at: int, new: ExerciseId) -> None:
    """Copy ``parent`` up to event ``at`` into a new exercise, chained anew from its own genesis.

    Any event may be the last. If it is inside a batch, the batch is kept with the events up to it and the
    texts of these only: what follows from its command is then longer than what the fork holds. The parent is
    verified on the way, so that damage is not sealed as sound. One transaction.
    """
    kept = reading.script(database, parent)
    if kept is None or chain.script_digest(kept.script) != kept.digest:
        raise UserError("journal.damaged", exercise=parent)
    records = list(_verified(database, parent, start, at))
    origin = Origin(parent, at, records[-1].hash if records else start.hash)
    sealed = _seals(database, parent, at)
    prev = chain.genesis(new, kept.digest, origin)
    with database.writing() as connection:
        storing.insert_exercise(connection, storing.exercise_row(new, kept.script, origin))
        for number, (_, group) in enumerate(groupby(records, key=lambda record: record.batch.id), start=1):
            members = list(group)
            batch, seals = members[0].batch, sealed.get(number, b"")
            rows = [record.row for record in members]
            events, prev = storing.event_rows(new, number, batch, seals, rows, prev)
            storing.insert_batch(connection, storing.batch_row(new, number, batch, seals))
            storing.insert_events(connection, events)
        connection.exec_driver_sql(
            "INSERT INTO texts SELECT ?, digest, seq, salt, text, erased FROM texts"
            " WHERE exercise = ? AND seq <= ?",
            (new, parent, at),
        )


def _verified(database: Database, parent: ExerciseId, start: Mark, at: int) -> Iterator[Record]:
    def refuse(message: Message, seq: int | None) -> None:
        raise UserError("journal.damaged", exercise=parent, finding=message.id, seq=seq or 0)

    reached = start.seq
    for mark, records in reading.walk(database, parent, start, at, refuse):
        yield from records
        reached = mark.seq
    if reached != at:
        refuse(Message("journal.gap", {"seq": at}), at)


def _seals(database: Database, parent: ExerciseId, at: int) -> dict[int, bytes]:
    """The texts that each batch of the parent names, without those of events after ``at``."""
    named = database.rows("SELECT batch, seals FROM batches WHERE exercise = ? AND length(seals) > 0", parent)
    return {
        number: chain.pack_seals((seq, digest) for seq, digest in chain.unpack_seals(seals) if seq <= at)
        for number, seals in named
    }
