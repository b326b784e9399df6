"""Opens what a power cut, a kill or a fault has left, in this process, and says what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from care_desktop.errors import UserError
from care_desktop.journal.journal import Journal
from care_desktop.journal.records import Record
from care_desktop.journal.store import Store
from tests.crash.children.keeping import COPY, open_copy, open_store

_sound_copies: set[tuple[bytes, int]] = set()


@dataclass(frozen=True)
class Whole:
    """What the exercise kept when nothing cut it short: every state has to be a beginning of it."""

    script: bytes
    records: tuple[Record, ...]
    ends: tuple[int, ...]  # the last event of each batch, from 0
    texts: Mapping[str, int]  # the event of each


def read_whole(folder: Path) -> Whole:
    """What is kept in ``folder`` by a program that came to its end."""
    with closing(open_store(folder)) as store:
        journal = the_journal(store)
        records, texts = journal.records(), journal.texts()
        last = {record.batch.id: record.row.seq for record in records}
        ends = (0, *last.values())
        return Whole(journal.script(), records, ends, {digest: text.seq for digest, text in texts.items()})


def the_journal(store: Store) -> Journal:
    """The journal of the only exercise of a store."""
    (entry,) = store.exercises()
    return store.journal(entry.exercise)


def faults(folder: Path, acks: Mapping[str, int], whole: Whole) -> list[str]:
    """What is wrong with the store in ``folder``, given what had been acknowledged; nothing if all is well.

    A store that was only being made may hold nothing; it has to open, or the program could never start again.
    """
    found: list[str] = []
    try:
        with closing(open_store(folder)) as store:
            if store.exercises():
                found += _journal_faults(the_journal(store), acks, whole)
            elif "created" in acks:
                found.append("the exercise is lost")
        if "copied" in acks:
            found += _copy_faults(folder, acks["copied"], whole)
    except UserError as error:
        return [f"{error!r}, from {error.__cause__!r}"]
    return found


def _chain_faults(journal: Journal, acknowledged: int, whole: Whole) -> Iterator[str]:
    """All that was acknowledged is there, and at most one batch that could not be acknowledged any more."""
    yield from (f"{finding}" for finding in journal.verify())
    records = journal.records(verify=False)  # was just done
    if records != whole.records[: len(records)] or journal.script() != whole.script:
        yield "something else than was written"
    if len(records) not in whole.ends:
        yield "part of a batch"
    surplus = [end for end in whole.ends if acknowledged < end <= len(records)]
    if len(records) < acknowledged or len(surplus) > 1:
        yield f"{acknowledged} events were acknowledged, {len(records)} are there"


def _journal_faults(journal: Journal, acks: Mapping[str, int], whole: Whole) -> Iterator[str]:
    yield from _chain_faults(journal, acks.get("seq", 0), whole)
    beat = journal.last_beat()
    if acks.get("beat", 0) > (beat.play if beat else 0):
        yield "an acknowledged sign of life is lost"
    kept = journal.texts()
    if kept.keys() != {digest for digest, seq in whole.texts.items() if seq <= journal.head.seq}:
        yield "texts are lost"
    for text in kept.values():
        if text.text is None and text.seq > acks.get("erasing", 0):
            yield "words are erased that nobody asked to erase"
        if text.text is not None and text.seq <= acks.get("erased", 0):
            yield "erased words are back"


def _copy_faults(folder: Path, copied: int, whole: Whole) -> list[str]:
    """What is wrong with the copy. It does not change any more: each content is opened once only."""
    content = sha256((folder / COPY).read_bytes()).digest() if (folder / COPY).exists() else b""
    if (content, copied) in _sound_copies:
        return []
    with closing(open_copy(folder)) as store:
        found = [f"in the copy: {fault}" for fault in _chain_faults(the_journal(store), copied, whole)]
    if not found:
        _sound_copies.add((content, copied))
    return found


def kept_heads(folder: Path) -> tuple[dict[int, str], list[str]]:
    """The hash of each event in the store, by its number, and what is wrong with it."""
    with closing(open_store(folder)) as store:
        if not store.exercises():
            return {}, []
        journal = the_journal(store)
        found = [f"{finding}" for finding in journal.verify()]
        return {record.row.seq: record.hash.hex() for record in journal.records(verify=False)}, found
