"""Presence: which function was there, in which cell, from when to when. Functions, never persons."""

from __future__ import annotations

from msgspec import Struct

from care_desktop.exercise.words import Words
from care_desktop.journal.records import Seq
from care_desktop.scenario.ids import CellId, FunctionId
from care_desktop.scenario.time import PlayMs


class Stay(Struct, frozen=True):
    """A function in a cell, by the times of the facts; 0 is DEBEX or before. Without ``left``: until the end."""

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
