"""The faces of an exercise, each made when an exercise first wants it; one is shown at a time."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from care_desktop.scenario.script import Way
from care_desktop.session.followed import Followed
from ui.bugs import guarded
from ui.conduct.console import Console
from ui.conduct.face import Face


class Faces:
    """Chosen once an exercise: by the way in which it is played. ``now`` is None without an exercise."""

    def __init__(self, console: Console, column: QVBoxLayout) -> None:
        self.now: Face | None = None
        self._console, self._column = console, column
        self._made: dict[bool, Face] = {}
        self._followed: Followed | None = None

    def take(self, followed: Followed | None) -> None:
        """Take the face that fits the exercise; one that is new to it begins anew."""
        if followed is self._followed:
            return
        self._followed = followed
        self.now = None if followed is None else self._fitting(followed)
        for face in self._made.values():
            for part in (face.top, face.below):
                part.setVisible(face is self.now)
        self._console.forget()
        if self.now is not None:
            self.now.begin_anew()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        for face in self._made.values():
            guarded(face.retranslate)

    def _fitting(self, followed: Followed) -> Face:
        unaided = followed.index.script.options.way is Way.UNAIDED
        if unaided not in self._made:
            face = self._made[unaided] = _alone(self._console) if unaided else _desk(self._console)
            self._column.insertWidget(0, face.top)
            self._column.insertWidget(self._column.count() - 1, face.below, 1)
        return self._made[unaided]


def _alone(console: Console) -> Face:
    from ui.alone.page import AlonePage

    return AlonePage(console)


def _desk(console: Console) -> Face:
    from ui.conduct.desk import Desk

    return Desk(console)
