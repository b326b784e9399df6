"""What may be appended: the rules that a caller must keep. To break one is a bug, hence ``ValueError``."""

from __future__ import annotations

from collections.abc import Sequence

from care_desktop.journal import chain
from care_desktop.journal.records import Batch, Row, Sealed

# A page of typed text is 3 kB, a big script 1 MB: these bounds stop what has gone wrong, not a person.
TEXT_BYTES = 1_000_000
BODY_BYTES = 1_000_000
COMMAND_BYTES = 4_000_000
SCRIPT_BYTES = 64_000_000

_INTEGERS = range(-(2**63), 2**63)


def admit(batch: Batch, rows: Sequence[Row], texts: Sequence[Sealed], after: int) -> None:
    """Check a batch against the chain that ends at ``after``; raises ``ValueError``."""
    stamp = batch.stamp
    if not rows:
        raise ValueError("a batch has at least one event")
    if not (batch.id and batch.actor and batch.kind):
        raise ValueError("a batch has an id, an actor and a kind")
    if len(batch.command) > COMMAND_BYTES:
        raise ValueError(f"a command of {len(batch.command)} bytes")
    _storable(stamp.offset, stamp.awake_ns, stamp.total_ns)
    for expected, row in enumerate(rows, start=after + 1):
        if row.seq != expected:
            raise ValueError(f"event {row.seq} where {expected} is due")
        _admit_row(row)
    for text in texts:
        _admit_text(text, batch, rows)
    if len({text.digest for text in texts}) != len(texts):
        raise ValueError("the same sealed text twice")


def _admit_row(row: Row) -> None:
    if row.cause is not None and not 0 < row.cause < row.seq:
        raise ValueError(f"event {row.seq} is caused by {row.cause}")
    if not row.kind or len(row.body) > BODY_BYTES:
        raise ValueError(f"event {row.seq}: no kind, or a body of {len(row.body)} bytes")
    _storable(row.v, row.play, row.story)


def _admit_text(text: Sealed, batch: Batch, rows: Sequence[Row]) -> None:
    if len(text.text.encode()) > TEXT_BYTES:
        raise ValueError(f"a text of more than {TEXT_BYTES} bytes")
    if len(text.salt) < 16:
        raise ValueError("a salt has at least 16 bytes")
    if chain.commitment(text.salt, text.text) != text.digest:
        raise ValueError("the digest is not the commitment of the text")
    holder = next((row for row in rows if row.seq == text.seq), None)
    if holder is None:
        raise ValueError(f"a text for event {text.seq}, which is not in the batch")
    if text.digest.encode() not in holder.body and text.digest.encode() not in batch.command:
        raise ValueError("the digest of a text stands neither in its event nor in the command")


def _storable(*numbers: int) -> None:
    if any(number not in _INTEGERS for number in numbers):
        raise ValueError("a number that does not fit 64 bits")
