"""Whether the file in which the exercise will be kept is damaged: told as the preparation opens."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from care_desktop.session.copies import copies_in
from care_desktop.session.looking_ahead import LookAhead
from care_desktop.session.recovering import UNREADABLE, Beside
from care_desktop.workspace.place import beside
from ui.context import Context

_AGAIN_MS = 40


class Damage(QObject):
    """``found`` tells of it once; where a file beside is agreed to already, there is nothing to ask."""

    found = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._ahead: LookAhead | None = None
        self._again = QTimer(self)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self._ask)
        self._first = context.workspace.database

    def look(self, *, rehearsal: bool) -> None:
        """Look at the file of exercises, or at that of rehearsals."""
        workspace = self._context.workspace
        self._first = workspace.rehearsals if rehearsal else workspace.database
        self._ahead = None
        if not self._context.bridge.only_reads:
            self._ahead = LookAhead(self._first)
            self._again.start()

    def _ask(self) -> None:
        ahead = self._ahead
        if ahead is not None and not ahead.is_done:
            return
        self._again.stop()
        other = beside(self._first, 2)
        why = None if ahead is None else ahead.why_not
        if why is not None and why.code in UNREADABLE and not other.exists():
            has_copies = bool(copies_in(self._context.workspace.backups))
            self.found.emit(Beside(why, self._first, other, has_copies=has_copies))
