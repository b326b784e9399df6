"""How a command is decided: one function a command, found by the command's type.

A decision reads the state and changes nothing. It yields facts with their causes; what must be refused is
refused before the first of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NoReturn, TypeVar

from care_desktop.errors import Refused
from care_desktop.exercise.clock import Instant
from care_desktop.exercise.commands import Command
from care_desktop.exercise.falling_due import Happening
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.state import State
from care_desktop.language import Message
from care_desktop.scenario.time import PlayMs


@dataclass(frozen=True, slots=True)
class Moment:
    """What a decision is taken upon: the script, the state, and the instant of the command."""

    index: ScriptIndex
    state: State
    at: Instant


C = TypeVar("C", bound=Command)
Decider = Callable[[Moment, C], Iterator[Happening]]

DECIDERS: dict[type[Command], Decider[Command]] = {}


def to(kind: type[C]) -> Callable[[Decider[C]], Decider[C]]:
    """Register the function that decides a kind of command."""

    def register(decider: Decider[C]) -> Decider[C]:
        DECIDERS[kind] = decider  # type: ignore[assignment]
        return decider

    return register


def refuse(message: str, **params: int | str) -> NoReturn:
    """Decline a command with a sentence of the catalogue."""
    raise Refused(Message(message, params))


def check_known(parts: Mapping[str, object], part: str) -> None:
    """Refuse what names something that the script does not hold."""
    if part not in parts:
        refuse("refusal.unknown", id=part)


def check_fact_time(moment: Moment, fact_at: PlayMs | None) -> None:
    """Refuse a time of the fact before DEBEX or in the future."""
    if fact_at is not None and not 0 <= fact_at <= moment.at.play:
        refuse("refusal.fact_time")
