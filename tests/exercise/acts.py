"""What a play is made of."""

from __future__ import annotations

from typing import NamedTuple

from care_desktop.exercise.commands import Command


class Act(NamedTuple):
    """A command given after a wait."""

    wait: int
    command: Command


Play = list[Act]
