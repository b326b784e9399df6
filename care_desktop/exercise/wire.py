"""Bytes and events: the only place that knows the stored forms, their names and their versions.

Bodies are JSON objects of whole numbers, identifiers and digests. A stored event is never rewritten: a fact
whose form changes gets a new ``v``, and an upcaster turns the older body into the next newer one on reading.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Generic, NamedTuple, TypeVar

import msgspec

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


@cache
def _word_fields(struct: type[msgspec.Struct]) -> tuple[str, ...]:
    return tuple(
        field.name
        for field in msgspec.structs.fields(struct)
        if field.type is Words or Words in getattr(field.type, "__args__", ())
    )


class _Form(NamedTuple, Generic[S]):
    """How the newest stored form of a fact or command is read."""

    struct: type[S]
    read: Callable[[bytes | msgspec.Raw], S]
    words: tuple[str, ...]


def _form(struct: type[S]) -> _Form[S]:
    return _Form(struct, msgspec.json.Decoder(struct, dec_hook=_from_json).decode, _word_fields(struct))


_COMMAND_FORMS = {kind: _form(command) for kind, command in COMMANDS.items()}


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
    found = (getattr(said, name) for name in _word_fields(type(said)))
    return tuple(
        Sealed(seq, words.digest, words.salt, words.text)
        for words in found
        if words is not None and words.salt is not None and words.text is not None
    )


class Reader:
    """Reads the stored forms of some facts: of each its newest, and the older ones through upcasters."""

    def __init__(
        self, facts: Mapping[str, type[Fact]], upcasters: Mapping[tuple[str, int], Upcaster]
    ) -> None:
        older = {(kind, v) for kind, fact in facts.items() for v in range(1, fact.v)}
        if older != upcasters.keys():
            raise ValueError(f"upcasters do not match the older forms: {older ^ upcasters.keys()}")
        self._upcasters = upcasters
        self._forms = {kind: _form(fact) for kind, fact in facts.items()}

    def decode(self, row: Row, texts: Mapping[str, Kept]) -> Event:
        """The event that a row holds, in its newest form, with the words that are left of it.

        Raises ``UserError("exercise.newer_event")`` for a kind or version that is not known yet.
        """
        form = self._forms.get(row.kind)
        if form is None or row.v > form.struct.v:
            raise UserError("exercise.newer_event", kind=row.kind, version=row.v)
        fact = form.read(row.body) if row.v == form.struct.v else self._upcast(row, form.struct)
        if form.words:
            _look_up(fact, form.words, texts)
        cause = None if row.cause is None else Seq(row.cause)
        return Event(Seq(row.seq), Instant(PlayMs(row.play), StoryMs(row.story)), cause, fact)

    def _upcast(self, row: Row, newest: type[Fact]) -> Fact:
        body: Body = msgspec.json.decode(row.body, type=Body)
        for version in range(row.v, newest.v):
            body = self._upcasters[row.kind, version](body)
        return msgspec.convert(body, newest, dec_hook=_from_json)


decode = Reader(FACTS, UPCASTERS).decode


def _look_up(said: Fact | Command, names: tuple[str, ...], texts: Mapping[str, Kept]) -> None:
    """Put the texts that are left into words that were just made, and that nobody else holds yet."""
    for name in names:
        words = getattr(said, name)
        kept = None if words is None else texts.get(words.digest)
        if kept is not None:
            words.text, words.salt = kept.text, kept.salt


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
    form = _COMMAND_FORMS[kind]
    command = form.read(given.command)
    _look_up(command, form.words, texts)
    return command, given.at
