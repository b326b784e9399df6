"""Reading an exercise back, and checking it while it is read: one walk for both."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from care_desktop.journal import chain
from care_desktop.journal.connection import Database
from care_desktop.journal.records import Batch, CommandId, Kept, Origin, Record, Row, Stamp
from care_desktop.language import Message

# Rows fetched at a time: no statement stays open between two of them, so none holds the log back.
_CHUNK = 4096

_EVENTS = (
    "SELECT seq, batch, kind, v, play, story, cause, body, prev, hash FROM events"
    " WHERE exercise = ? AND seq > ? AND seq <= ? ORDER BY seq LIMIT ?"
)
_BATCHES = (
    "SELECT batch, seals, command_id, actor, kind, command, wall, zone, offset, awake_ns, total_ns, boot"
    " FROM batches WHERE exercise = ? AND batch BETWEEN ? AND ? ORDER BY batch"
)

# What is said of damage, with the event concerned: raised by a reader, collected by a verification.
Fault = Callable[[Message, int | None], None]

# How a value of another type than the table promises shows itself when it is hashed or compared.
MISSHAPEN = (struct.error, TypeError, AttributeError, ValueError)


# Stands for a batch that is not there.
_LOST = Batch(CommandId(""), "", "", b"", Stamp("", "", 0, 0, 0, ""))


class Mark(NamedTuple):
    """A place in a chain: the event, its batch, its hash. The place before the first is 0, 0, genesis."""

    seq: int
    number: int
    hash: bytes


class Script(NamedTuple):
    """The row of an exercise, but for its id."""

    script: bytes
    digest: bytes
    origin: Origin | None


def script(database: Database, exercise: str) -> Script | None:
    """The script of an exercise and where it comes from; None if the store does not hold it."""
    found = database.rows(
        "SELECT script, script_digest, origin_exercise, origin_seq, origin_hash FROM exercises WHERE id = ?",
        exercise,
    )
    if not found:
        return None
    content, digest, *parent = found[0]
    return Script(content, digest, origin(parent))


def origin(columns: list[Any]) -> Origin | None:
    """The three columns of an origin as one value."""
    return None if columns == [None, None, None] else Origin(*columns)


def batches(database: Database, exercise: str, first: int, last: int) -> Iterator[tuple[int, Batch, bytes]]:
    """The batches of an exercise in order: number, batch, the texts it sealed."""
    for number, seals, command_id, actor, kind, command, *stamp in database.rows(
        _BATCHES, exercise, first, last
    ):
        yield number, Batch(CommandId(command_id), actor, kind, command, Stamp(*stamp)), seals


def walk(
    database: Database, exercise: str, start: Mark, upto: int, fault: Fault | None
) -> Iterator[tuple[Mark, list[Record]]]:
    """The events after ``start`` up to ``upto``, a stretch at a time, each with the place it ends at.

    With ``fault``, everything is hashed again on the way: what differs is told, once, and the walk goes on
    from what is stored. Without, nothing is checked. Raises ``UserError`` if the file cannot be read.
    """
    mark = start
    while events := database.rows(_EVENTS, exercise, mark.seq, upto, _CHUNK):
        numbers = [event[1] for event in events if isinstance(event[1], int)]
        first, last = min(numbers, default=0), max(numbers, default=0)
        known = {number: (batch, seals) for number, batch, seals in batches(database, exercise, first, last)}
        try:
            mark, records = _stretch(mark, events, known, fault)
        except MISSHAPEN:
            if fault is None:
                raise
            fault(Message("journal.misshapen"), None)
            return
        yield mark, records


def _stretch(
    mark: Mark, events: list[tuple[Any, ...]], known: Mapping[int, tuple[Batch, bytes]], fault: Fault | None
) -> tuple[Mark, list[Record]]:
    """Make records of fetched rows: the loop that a long journal spends its time in."""
    expected, current, running = mark
    held, batch, digest = None, _LOST, b""
    records = []
    for seq, number, kind, v, play, story, cause, body, prev, stored in events:
        row = Row(seq, kind, v, play, story, cause, body)
        if number != held:
            held = number
            batch, seals = known.get(number, (_LOST, b""))
            if fault is not None:
                digest = chain.batch_digest(number, batch, seals)
                if batch is _LOST or not current <= number <= current + 1:
                    fault(Message("journal.batch_missing", {"seq": seq}), seq)
                current = number
        if fault is not None:
            expected += 1
            if seq != expected:
                fault(Message("journal.gap", {"seq": expected}), expected)
                expected = seq
            if prev != running or chain.event_hash(running, digest, number, row) != stored:
                fault(Message("journal.changed", {"seq": seq}), seq)
            running = stored
        records.append(Record(batch, row, stored))
    return Mark(seq, number, stored), records


def seals(database: Database, exercise: str) -> dict[str, int]:
    """The texts that the batches of an exercise name: the digest and the event of each."""
    named = database.rows("SELECT seals FROM batches WHERE exercise = ? AND length(seals) > 0", exercise)
    return {digest: seq for (packed,) in named for seq, digest in chain.unpack_seals(packed)}


def texts(database: Database, exercise: str, fault: Fault | None) -> dict[str, Kept]:
    """The texts of an exercise by digest; with ``fault``, what differs from the chain is told.

    An erased text is what its row says, date included: of what is gone nothing is left to compare.
    """
    kept = {
        digest: Kept(seq, salt, text, erased)
        for digest, seq, salt, text, erased in database.rows(
            "SELECT digest, seq, salt, text, erased FROM texts WHERE exercise = ? ORDER BY seq, digest",
            exercise,
        )
    }
    if fault is not None:
        named = seals(database, exercise)
        for digest in named.keys() - kept.keys():
            fault(Message("journal.text_missing", {"seq": named[digest]}), named[digest])
        for digest, text in kept.items():
            if named.get(digest) != text.seq or not _intact(digest, text):
                fault(Message("journal.text_changed", {"seq": text.seq}), text.seq)
    return kept


def _intact(digest: str, kept: Kept) -> bool:
    if kept.salt is None and kept.text is None:
        return isinstance(kept.erased, str)
    if kept.salt is None or kept.text is None or kept.erased is not None:
        return False
    return chain.commitment(kept.salt, kept.text) == digest
