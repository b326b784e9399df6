"""Words are made at the edge: the core returns messages, a catalogue turns them into text."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

class Message(Struct, frozen=True):
    """Something to tell a person, without a language: an identifier and its parameters.

    ``id`` is a dotted key of the catalogue (``refusal.not_running``); ``params`` fill the
    ``{name}`` places of its text.
    """

    id: str
    params: Mapping[str, int | str] = {}
