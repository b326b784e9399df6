"""Bytes and events: the only place that knows the stored forms, their names and their versions.

Bodies are JSON objects of whole numbers, identifiers and digests. A stored event is never rewritten: a fact
whose form changes gets a new ``v``, and an upcaster turns the older body into the next newer one on reading.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from care_desktop.errors import UserError
from care_desktop.exercise import commands, events
from care_desktop.exercise.clock import Instant
from care_desktop.exercise.commands import Command
from care_desktop.exercise.events import Event, Fact
from care_desktop.exercise.words import Words
from care_desktop.journal.records import Kept, Row, Sealed, Seq
from care_desktop.scenario.time import PlayMs, StoryMs

Body = dict[str, object]
Upcaster = Callable[[Body], Body]
S = TypeVar("S", Fact, Command)


def _named(module: object, base: type[S]) -> dict[str, type[S]]:
    return {
        one.kind: one
        for one in vars(module).values()
        if isinstance(one, type) and issubclass(one, base) and one is not base
    }


FACTS: dict[str, type[Fact]] = _named(events, Fact)
COMMANDS: dict[str, type[Command]] = _named(commands, Command)
UPCASTERS: dict[tuple[str, int], Upcaster] = {}
"""``(kind, v)`` to the function that makes a body of version ``v + 1``. Pure; kept for ever."""


def _to_json(value: object) -> object:
    if isinstance(value, Words):
        return value.digest
    raise TypeError(f"no stored form for {type(value)}")


def _from_json(kind: type, value: object) -> object:
    if kind is Words and isinstance(value, str):
        return Words(value)
    raise TypeError(f"no stored form for {kind}")


_encode = msgspec.json.Encoder(enc_hook=_to_json).encode
_FACT_READERS = {kind: msgspec.json.Decoder(fact, dec_hook=_from_json) for kind, fact in FACTS.items()}
_COMMAND_READERS = {kind: msgspec.json.Decoder(one, dec_hook=_from_json) for kind, one in COMMANDS.items()}


def _word_fields(struct: type[msgspec.Struct]) -> tuple[str, ...]:
    return tuple(
        field.name
        for field in msgspec.structs.fields(struct)
        if field.type is Words or Words in getattr(field.type, "__args__", ())
    )


_WORDS = {one: _word_fields(one) for one in (*FACTS.values(), *COMMANDS.values())}


class _Given(msgspec.Struct):
    """A command as stored, with the play time at which it was given."""

    at: PlayMs
    command: msgspec.Raw


def encode(event: Event) -> tuple[Row, tuple[Sealed, ...]]:
    """The stored form of an event, and the typed words that stay outside it."""
    fact = event.fact
    row = Row(event.seq, fact.kind, fact.v, event.at.play, event.at.story, event.cause, _encode(fact))
    return row, sealed_in(fact, event.seq)


def sealed_in(said: Fact | Command, seq: int) -> tuple[Sealed, ...]:
    """The words in a fact or command whose text is at hand, to be kept with event ``seq``."""
    found = (getattr(said, name) for name in _WORDS[type(said)])
    return tuple(
        Sealed(seq, words.digest, words.salt, words.text)
        for words in found
        if words is not None and words.salt is not None and words.text is not None
    )


def decode(
    row: Row,
    texts: Mapping[str, Kept],
    upcasters: Mapping[tuple[str, int], Upcaster] = UPCASTERS,
) -> Event:
    """The event that a row holds, in its newest form, with the words that are left of it.

    Raises ``UserError("exercise.newer_event")`` for a kind or version that this program does not know yet.
    """
    fact = _FACT_READERS[row.kind].decode(row.body) if _is_current(row) else _upcast(row, upcasters)
    if _WORDS[type(fact)]:
        fact = _with_words(fact, texts)
    cause = None if row.cause is None else Seq(row.cause)
    return Event(Seq(row.seq), Instant(PlayMs(row.play), StoryMs(row.story)), cause, fact)


def _is_current(row: Row) -> bool:
    fact = FACTS.get(row.kind)
    if fact is None or row.v > fact.v:
        raise UserError("exercise.newer_event", kind=row.kind, version=row.v)
    return row.v == fact.v


def _upcast(row: Row, upcasters: Mapping[tuple[str, int], Upcaster]) -> Fact:
    fact = FACTS[row.kind]
    body: Body = msgspec.json.decode(row.body, type=Body)
    for version in range(row.v, fact.v):
        body = upcasters[row.kind, version](body)
    return msgspec.convert(body, fact, dec_hook=_from_json)


def _with_words(said: S, texts: Mapping[str, Kept]) -> S:
    known: dict[str, Words] = {}
    for name in _WORDS[type(said)]:
        words = getattr(said, name)
        if words is not None and words.digest in texts:
            kept = texts[words.digest]
            known[name] = Words(words.digest, kept.text, kept.salt)
    return replace(said, **known) if known else said


def encode_command(command: Command, at: PlayMs) -> bytes:
    """The stored form of a command and of the play time at which it was given, its words left out."""
    return _encode({"at": at, "command": command})


def decode_command(kind: str, stored: bytes, texts: Mapping[str, Kept]) -> tuple[Command, PlayMs]:
    """The command that a batch holds, with the words that are left of it, and when it was given.

    Raises ``UserError("exercise.newer_event")`` for a command that this program does not know yet.
    """
    if kind not in COMMANDS:
        raise UserError("exercise.newer_event", kind=kind, version=1)
    given = msgspec.json.decode(stored, type=_Given)
    command = _COMMAND_READERS[kind].decode(given.command)
    return _with_words(command, texts), given.at
