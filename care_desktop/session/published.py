"""What goes into a session and what comes out of it."""

from __future__ import annotations

from typing import NamedTuple

from care_desktop.errors import UserError
from care_desktop.exercise.commands import Command
from care_desktop.exercise.events import Event
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.view import View
from care_desktop.journal.records import CommandId, Head, Seq, Stamp
from care_desktop.language import Message
from care_desktop.session.play_clock import PlayClock


class Sent(NamedTuple):
    """A command with who gave it and when it was pressed."""

    id: CommandId
    command: Command
    actor: str
    stamp: Stamp


class Published(NamedTuple):
    """What listeners are told, always after the commit.

    ``events`` are all that was recorded since the last time. ``command`` is the one that this answers;
    ``refusal`` says why it was not taken, or without a command that time itself met a bug. ``problem`` stands
    as long as nothing more can be recorded: then no command is acknowledged, and ``view`` shows what is safe.
    ``stamp`` is when that was; None before anything was looked at.
    """

    events: tuple[Event, ...]
    view: View
    clock: PlayClock
    head: Head
    command: CommandId | None = None
    refusal: Message | None = None
    problem: UserError | None = None
    stamp: Stamp | None = None


class Opened(NamedTuple):
    """An exercise that a session has opened: its script made ready, and ``told`` with every event so far.

    ``stamps`` says when each event was recorded.
    """

    script: ScriptIndex
    told: Published
    stamps: dict[Seq, Stamp]
