"""What a window was told, a line a fact: the same fact makes the same line in every process."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from care_desktop.exercise import wire
from care_desktop.exercise.events import Event


def lines(events: Iterable[Event]) -> list[str]:
    """``told 12 inject.launched 5f0c…``: its number, its kind, and all that it holds with the words typed."""
    return [f"told {event.seq} {event.fact.kind} {_digest(event)}" for event in events]


def _digest(event: Event) -> str:
    return sha256(repr(wire.encode(event)).encode()).hexdigest()[:16]
