"""Redrawing a piece a turn of the event loop, so that the room is painted first and no press waits long."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from ui.bugs import guarded


class Turns(QObject):
    """Pieces of work, in the order in which they were first asked for; each is done once."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: dict[str, Callable[[], object]] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._turn)

    @property
    def is_idle(self) -> bool:
        """Whether nothing waits."""
        return not self._waiting

    def ask(self, piece: str, work: Callable[[], object]) -> None:
        """Have a piece done soon."""
        self._waiting[piece] = work
        if not self._timer.isActive():
            self._timer.start()

    def forget(self) -> None:
        """Let go of what waits: all of it was just done."""
        self._waiting.clear()
        self._timer.stop()

    def _turn(self) -> None:
        if not self._waiting:
            return
        piece = next(iter(self._waiting))
        work = self._waiting.pop(piece)
        if self._waiting:
            self._timer.start()
        guarded(work)
