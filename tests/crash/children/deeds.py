"""Batches as an exercise brings them: made up, the same for the same number, of very different sizes."""

from __future__ import annotations

import random

from care_desktop.journal.chain import commitment
from care_desktop.journal.records import Batch, CommandId, Row, Sealed, Stamp

SCRIPT = b'{"title": "LISERON"}' * 200


def stamp(after: int) -> Stamp:
    """The clocks at the instant of the batch behind event ``after``."""
    wall = f"2026-03-02T{8 + after // 3600 % 12:02}:{after // 60 % 60:02}:{after % 60:02}.000Z"
    return Stamp(wall, "Europe/Paris", 60, after * 10**9, after * 10**9, "0f0e0d0c")


def batch(after: int) -> Batch:
    """The command that comes behind event ``after``."""
    typed = " ".join(text.digest for text in texts(after))
    command = b'{"deliver": "inject-%d", "words": "%s"}' % (after, typed.encode())
    return Batch(CommandId(f"command-{after}"), "animation", "deliver", command, stamp(after))


def rows(after: int) -> tuple[Row, ...]:
    """The events that it brings."""
    chance = random.Random(after)
    sizes = [chance.choice([40, 120, 300, 900]) for _ in range(chance.choice([1, 1, 2, 2, 3, 6]))]
    if chance.random() < 0.03:
        sizes.append(30_000)
    return tuple(
        Row(seq, "InjectDelivered", 1, after * 1000, after * 1500, after or None, chance.randbytes(size))
        for seq, size in enumerate(sizes, start=after + 1)
    )


def texts(after: int) -> tuple[Sealed, ...]:
    """The words typed with it; about every third has some."""
    if after % 3:
        return ()
    words, salt = f"Les urgences passent au papier, décision {after}. " * 5, after.to_bytes(16, "big")
    return (Sealed(after + 1, commitment(salt, words), salt, words),)
