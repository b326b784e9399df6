"""The records that the journal keeps: plain data, no meaning.

Those that come in great numbers are made with ``gc=False``: they hold no cycle, and reading a long
journal is a quarter faster when the collector need not walk them.
"""

from __future__ import annotations

from typing import NewType

from msgspec import Struct

from care_desktop.language import Message

Seq = NewType("Seq", int)
ExerciseId = NewType("ExerciseId", str)
CommandId = NewType("CommandId", str)


class Stamp(Struct, frozen=True, gc=False):
    """When a batch was written, by every clock of the machine.

    ``wall`` is ISO 8601 UTC with milliseconds; ``zone`` the name of the local zone and ``offset`` its
    minutes east of UTC; ``awake_ns`` stops while the machine sleeps, ``total_ns`` does not, both count
    from the start ``boot``. The wall clock is for the record only: nothing is ordered by it.
    """

    wall: str
    zone: str
    offset: int
    awake_ns: int
    total_ns: int
    boot: str


class Batch(Struct, frozen=True, gc=False):
    """One command or tick with who gave it: one transaction, one sync.

    ``id`` is unique in the exercise, so a retry cannot double a command. ``command`` holds the stored
    bytes of the command and of the play time at which it was given.
    """

    id: CommandId
    actor: str
    kind: str
    command: bytes
    stamp: Stamp


class Row(Struct, frozen=True, gc=False):
    """One event as stored. ``seq`` counts from 1 without a gap; ``cause`` is an earlier ``seq``.

    ``play`` and ``story`` are milliseconds; ``kind`` and ``v`` say how to read ``body``.
    """

    seq: int
    kind: str
    v: int
    play: int
    story: int
    cause: int | None
    body: bytes


class Sealed(Struct, frozen=True, gc=False):
    """Words that a person typed, kept outside the chain so that they can be erased.

    ``digest`` is ``commitment(salt, text)`` and stands in the body of event ``seq`` or of its command.
    """

    seq: int
    digest: str
    salt: bytes
    text: str


class Kept(Struct, frozen=True, gc=False):
    """What is left of sealed words: the text, or when it was erased. Exactly one is set."""

    seq: int
    salt: bytes | None
    text: str | None
    erased: str | None


class Record(Struct, frozen=True, gc=False):
    """An event as read back, with the batch that brought it and its place in the chain."""

    batch: Batch
    row: Row
    hash: bytes


class Head(Struct, frozen=True):
    """The end of a chain: print it, and a later loss or change can be shown against it."""

    exercise: ExerciseId
    seq: int
    hash: bytes


class Origin(Struct, frozen=True):
    """Where a forked exercise comes from: the head of its parent at the fork."""

    exercise: ExerciseId
    seq: int
    hash: bytes


class Beat(Struct, frozen=True):
    """The last sign of life of a running exercise; outside the chain, overwritten each second."""

    play: int
    stamp: Stamp


class Entry(Struct, frozen=True):
    """One exercise of a store: ``opened`` is the wall time of its first batch, None if it has none."""

    exercise: ExerciseId
    opened: str | None
    origin: Origin | None
    script_digest: bytes


class Finding(Struct, frozen=True):
    """What a verification found wrong: ``code`` is stable, ``seq`` the event concerned, if there is one."""

    code: str
    message: Message
    seq: int | None
