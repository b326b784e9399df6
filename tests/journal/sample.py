"""Journals to test with: the same bytes at each call, so that failures can be run again."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from care_desktop.journal import driver
from care_desktop.journal.chain import commitment
from care_desktop.journal.journal import Journal
from care_desktop.journal.records import Batch, CommandId, ExerciseId, Head, Row, Sealed, Stamp
from care_desktop.journal.store import Store

EXERCISE = ExerciseId("exercise-1")
SCRIPT = b'{"title":"LISERON","stimuli":' + b"[1,2,3]" * 100 + b"}"
WORDS = "On bascule en mode dégradé aux urgences, décidé par le directeur de garde"


def stamp(number: int) -> Stamp:
    wall = f"2026-11-24T10:{number // 60 % 60:02}:{number % 60:02}.000Z"
    return Stamp(wall, "Europe/Paris", 60, number * 10**9, number * 10**9 + 5, "boot-1")


def batch(number: int, command: bytes = b'{"decide":"degraded"}') -> Batch:
    return Batch(CommandId(f"command-{number}"), "animateur", "decide", command, stamp(number))


def row(seq: int, body: bytes = b'{"cell":"urgences"}', cause: int | None = None) -> Row:
    return Row(seq, "DecisionTaken", 1, seq * 1000, seq * 2000, cause, body)


def sealed(seq: int, text: str = WORDS) -> Sealed:
    salt = sha256(f"{seq} {text}".encode()).digest()[:16]
    return Sealed(seq, commitment(salt, text), salt, text)


def holding(text: Sealed) -> Row:
    """An event that refers to a text."""
    return row(text.seq, b'{"note":"' + text.digest.encode() + b'"}', text.seq - 1 or None)


def fill(journal: Journal, count: int) -> Head:
    """Append ``count`` events: one batch in three brings three of them, one in four brings a text."""
    number, end = 0, journal.head.seq + count
    while journal.head.seq < end:
        number += 1
        first = journal.head.seq + 1
        rows = [row(seq) for seq in range(first, min(first + (3 if number % 3 == 0 else 1), end + 1))]
        texts = []
        command = b'{"number":%d}' % number
        if number % 4 == 0:
            texts = [sealed(rows[-1].seq, f"{WORDS} {number}")]
            rows[-1] = holding(texts[0])
        elif number % 7 == 0:
            texts = [sealed(first, f"dicté : {number}")]
            command = texts[0].digest.encode()
        journal.append(batch(first, command), rows, texts)
    return journal.head


def filled(path: Path, count: int, passphrase: str | None = None) -> Head:
    """A store with one exercise of ``count`` events, closed."""
    with Store.open(path, passphrase=passphrase) as store:
        return fill(store.create(EXERCISE, SCRIPT), count)


class Content(NamedTuple):
    """All that a journal says. Of an erased text, that it is: its date is the word of whoever erased it."""

    script: bytes
    records: tuple[Any, ...]
    batches: tuple[Any, ...]
    texts: dict[str, tuple[int, str | None]]


def content(journal: Journal) -> Content:
    texts = {digest: (kept.seq, kept.text) for digest, kept in journal.texts().items()}
    return Content(journal.script(), journal.records(), journal.batches(), texts)


def raw(path: Path) -> driver.Raw:
    """A second connection, as another program would open one, that commits each statement."""
    return driver.connect(path, "rwc", None)


def side_by_side(path: Path) -> Iterator[bytes]:
    """The bytes of a store and of the files that SQLite keeps beside it."""
    for file in sorted(path.parent.glob(path.name + "*")):
        yield file.read_bytes()
