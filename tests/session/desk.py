"""Where a facilitator sits in a test: time passes when told, commands are given now."""

from __future__ import annotations

from itertools import count
from typing import NamedTuple

from msgspec.structs import replace

from care_desktop.exercise import wire
from care_desktop.exercise.commands import Command
from care_desktop.exercise.engine import Engine
from care_desktop.exercise.words import Words
from care_desktop.journal.records import CommandId, Row, Stamp
from care_desktop.session.leaping import LeapingClock
from care_desktop.session.published import Published, Sent
from care_desktop.session.run import Run

ZERO = Stamp("2026-11-24T08:00:00.000Z", "CET", 60, 5_000_000_000, 9_000_000_000, "boot-1")
_numbers = count(1)


class Desk(NamedTuple):
    """A run and its clock."""

    run: Run
    clock: LeapingClock

    def does(self, command: Command, name: str | None = None) -> Published:
        """Give a command now."""
        command_id = CommandId(name or f"command-{next(_numbers)}")
        return self.run.carry_out(Sent(command_id, command, "facilitator", self.clock.read()))

    def waits(self, ms: int, tick: int = 250) -> list[Published]:
        """Let time pass, looking at it every ``tick`` milliseconds."""
        told = []
        while ms > 0:
            step = min(tick, ms)
            told.append(self.run.tick(self.clock.leap(step)))
            ms -= step
        return [one for one in told if one is not None]


def resealed(command: Command, number: int) -> Command:
    """The same command with its words sealed under a salt of its own."""
    words = {
        name: Words.seal(value.text or "", number.to_bytes(16, "big"))
        for name in command.__struct_fields__
        if isinstance(value := getattr(command, name), Words)
    }
    return replace(command, **words)


def played_again(run: Run) -> list[Row]:
    """The rows that the stored commands of a run bring when an engine is given them from the beginning."""
    engine = Engine(run.index)
    texts = run.journal.texts()
    rows: list[Row] = []
    for batch in run.journal.batches():
        command, at = wire.decode_command(batch.kind, batch.command, texts)
        rows.extend(wire.encode(event)[0] for event in engine.submit(command, at))
    return rows
