"""Presence: which function was there, in which cell, from when to when. Functions, never persons."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from care_desktop.debrief.played import Played
from care_desktop.exercise.events import AuthorityHandedOver, Event, FunctionArrived, FunctionLeft
from care_desktop.exercise.words import Words
from care_desktop.journal.records import Seq
from care_desktop.scenario.ids import CellId, FunctionId
from care_desktop.scenario.time import PlayMs


class Stay(Struct, frozen=True):
    """A function in a cell, by the times of the facts; 0 is DEBEX or before. No ``left``: until the end."""

    cell: CellId
    start: PlayMs
    end: PlayMs
    arrived: Seq
    left: Seq | None = None
    text: Words | None = None


class FunctionCourse(Struct, frozen=True):
    """One function: the cells that expect it (``required``) and where it was; absent without ``stays``."""

    function: FunctionId
    required: tuple[CellId, ...]
    stays: tuple[Stay, ...] = ()


class HandedOver(Struct, frozen=True):
    """From ``at`` on, another function decides in a cell."""

    seq: Seq
    cell: CellId
    to: FunctionId
    at: PlayMs


class Presences(Struct, frozen=True):
    """Functions in the order of the script, those required that were there, and those that were not.

    A function is required when a cell expects it. ``noted`` is false when nobody noted any presence: then
    absences mean nothing.
    """

    functions: tuple[FunctionCourse, ...]
    present: tuple[FunctionId, ...]
    absent: tuple[FunctionId, ...]
    noted: bool
    handed_over: tuple[HandedOver, ...] = ()


def presence(played: Played) -> Presences:
    """Who was there, by function."""
    stays = _stays(played)
    required: dict[FunctionId, list[CellId]] = {}
    for cell in played.index.script.cells:
        for function in cell.functions:
            required.setdefault(function, []).append(cell.id)
    functions = tuple(
        FunctionCourse(name, tuple(required.get(name, ())), tuple(stays.get(name, ())))
        for name in dict.fromkeys((*played.index.functions, *required, *stays))
    )
    return Presences(
        functions,
        present=tuple(one.function for one in functions if one.required and one.stays),
        absent=tuple(one.function for one in functions if one.required and not one.stays),
        noted=bool(stays),
        handed_over=tuple(
            HandedOver(event.seq, fact.cell, fact.to, played.when(event, fact.fact_at).play)
            for event, fact in played.facts(AuthorityHandedOver)
        ),
    )


def _stays(played: Played) -> dict[FunctionId, list[Stay]]:
    told = played.told("function", FunctionArrived, FunctionLeft)
    return {function: list(_of_one(played, events)) for function, events in told.items()}


def _of_one(played: Played, told: list[Event]) -> Iterator[Stay]:
    stay: Stay | None = None
    for event in told:
        fact = event.fact
        if not isinstance(fact, FunctionArrived | FunctionLeft):
            continue
        at = played.when(event, fact.fact_at).play
        if stay is not None:
            text = fact.text if isinstance(fact, FunctionLeft) else None
            yield replace(stay, end=max(at, stay.start), left=event.seq, text=text)
        stay = Stay(fact.cell, at, played.end.play, event.seq) if isinstance(fact, FunctionArrived) else None
    if stay is not None:
        yield stay
