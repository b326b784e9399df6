"""From the home into an exercise: it is opened first, then its workspace comes to the front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from care_desktop.errors import UserError
from care_desktop.workspace.recents import RUNNING
from ui.context import Context

if TYPE_CHECKING:
    from care_desktop.session.copies import Copy


class Going(QObject):
    """Opens an exercise for a workspace; ``failed`` says why that could not be."""

    failed = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._to = self._exercise = ""
        self._failed_to = ""
        context.bridge.opened.connect(self._arrive)
        context.bridge.failed.connect(self._fail)

    @property
    def open_exercise(self) -> str:
        """The exercise that is open and recorded; an empty text where there is none."""
        bridge = self._context.bridge
        return bridge.exercise if bridge.followed is not None and bridge.problem is None else ""

    def go(self, exercise: str, workspace: str) -> None:
        """Show ``exercise`` in ``workspace``; never in place of one that runs."""
        if exercise == self.open_exercise:
            self._context.shell.go(workspace)
            return
        followed = self._context.bridge.followed
        if self.open_exercise and followed is not None and followed.view.status == RUNNING:
            self.failed.emit(UserError("prepare.one_is_open"))
            return
        self._to, self._exercise = workspace, exercise
        self._context.bridge.resume(exercise)

    def go_from(self, copy: Copy) -> None:
        """Show the exercise that could not be opened as a copy has it."""
        self._to = self._failed_to
        self._context.bridge.resume_from(copy, self._exercise)

    def _arrive(self) -> None:
        to, self._to = self._to, ""
        if to:
            self._context.shell.go(to)

    def _fail(self, error: UserError) -> None:
        if self._to:
            self._failed_to, self._to = self._to, ""
            self.failed.emit(error)
