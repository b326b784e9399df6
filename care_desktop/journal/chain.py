"""How the chain is hashed: pure functions over stored bytes, nothing is ever serialised again.

Every hash is a SHA-256 that starts with its own domain tag; every field of varying size carries its length,
so that no two different contents give the same input.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from struct import Struct

from care_desktop.journal.records import Batch, Origin, Row

_TEXT = b"care.text.1\0"
_GENESIS = b"care.genesis.1\0"
_BATCH = b"care.batch.1\0"
_EVENT = b"care.event.1\0"

_event_fields = Struct(">13s32s32sqqqqq?qQQ").pack
_length = Struct(">Q").pack
_batch_numbers = Struct(">qqqq").pack
_seal = Struct(">q32s")


def _framed(*fields: bytes) -> bytes:
    """The fields one after the other, each behind its length on eight bytes."""
    return b"".join([part for field in fields for part in (_length(len(field)), field)])


@lru_cache(maxsize=1024)
def _word(text: str) -> bytes:
    """One of few texts, framed: who gives commands, of which kind they are, the zone, the start."""
    return _framed(text.encode())


def commitment(salt: bytes, text: str) -> str:
    """What stands in the chain for words that a person typed: hexadecimal, tells nothing without the salt."""
    said = text.encode()
    return sha256(b"".join((_TEXT, _length(len(salt)), salt, _length(len(said)), said))).hexdigest()


def script_digest(script: bytes) -> bytes:
    """The plain SHA-256 of the script, so that an exported script is checked with any ordinary tool."""
    return sha256(script).digest()


def genesis(exercise: str, digest: bytes, origin: Origin | None) -> bytes:
    """What the first event of an exercise points back to: the exercise, its script, where it comes from."""
    fields = [exercise.encode(), digest]
    if origin is not None:
        fields += [origin.exercise.encode(), str(origin.seq).encode(), origin.hash]
    return sha256(_GENESIS + _framed(*fields)).digest()


def pack_seals(texts: Iterable[tuple[int, str]]) -> bytes:
    """The texts of a batch as its row names them: for each, the ``seq`` on 8 bytes and the digest on 32.

    Since the batch is hashed with it, no text can be removed, added or moved to another event unseen.
    """
    return b"".join(_seal.pack(seq, bytes.fromhex(digest)) for seq, digest in texts)


def unpack_seals(seals: bytes) -> list[tuple[int, str]]:
    """``(seq, digest)`` of each text of a batch; raises ``struct.error`` if the bytes are cut."""
    return [(seq, digest.hex()) for seq, digest in _seal.iter_unpack(seals)]


def batch_digest(number: int, batch: Batch, seals: bytes) -> bytes:
    """The digest of a whole batch row; every event of the batch is hashed with it."""
    stamp = batch.stamp
    name, wall, command = batch.id.encode(), stamp.wall.encode(), batch.command
    parts = (
        _BATCH,
        _batch_numbers(number, stamp.offset, stamp.awake_ns, stamp.total_ns),
        _length(len(name)),
        name,
        _word(batch.actor),
        _word(batch.kind),
        _length(len(wall)),
        wall,
        _word(stamp.zone),
        _word(stamp.boot),
        _length(len(command)),
        command,
        _length(len(seals)),
        seals,
    )
    return sha256(b"".join(parts)).digest()


def event_hash(prev: bytes, batch: bytes, number: int, row: Row) -> bytes:
    """The hash of an event: the one before it, the digest of its batch, all its columns."""
    kind, body, cause = row.kind.encode(), row.body, row.cause
    fields = _event_fields(
        _EVENT,
        prev,
        batch,
        row.seq,
        number,
        row.v,
        row.play,
        row.story,
        cause is not None,
        cause or 0,
        len(kind),
        len(body),
    )
    return sha256(fields + kind + body).digest()
