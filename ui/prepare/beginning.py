"""DEBEX: the exercise is opened, those who are there are noted, and it begins."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from care_desktop.errors import UserError
from care_desktop.exercise.commands import Command
from care_desktop.scenario.scenario import Facility
from care_desktop.scenario.script import Script
from ui.context import Context
from ui.prepare.screens import NONE, WINDOW


class Beginning(QObject):
    """Goes from a script to the console; ``failed`` says why it did not."""

    failed = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._commands: tuple[Command, ...] = ()
        self._screen = NONE
        context.bridge.opened.connect(self._give)
        context.bridge.failed.connect(self._fail)

    @property
    def is_under_way(self) -> bool:
        """Whether an exercise was asked for that is not open yet."""
        return bool(self._commands)

    def begin(
        self,
        script: Script,
        facility: Facility,
        commands: tuple[Command, ...],
        *,
        rehearsal: bool,
        agreed: bool,
        screen: str,
    ) -> None:
        """Open an exercise; once it is open give ``commands``, show ``screen``, and go to the console.

        ``agreed``: in a file beside, where its own is damaged.
        """
        if self.is_under_way:
            return
        self._commands, self._screen = commands, screen
        self._context.bridge.open_new(script, facility, rehearsal=rehearsal, agreed=agreed)

    def _give(self) -> None:
        commands, self._commands = self._commands, ()
        if not commands:
            return
        for command in commands:
            self._context.bridge.send(command)
        if self._screen != NONE:
            self._context.room.open(None if self._screen == WINDOW else self._screen)
        self._context.shell.go("conduct")

    def _fail(self, error: UserError) -> None:
        if self.is_under_way:
            self._commands = ()
            self.failed.emit(error)
