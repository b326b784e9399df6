"""What scenes are made from: an exercise as it is seen, how the room speaks, what time it is in the story."""

from __future__ import annotations

from dataclasses import dataclass

from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.state import Status
from care_desktop.exercise.view import View
from care_desktop.scenario.ids import CellId
from care_desktop.scenario.time import DAY, StoryMs
from care_desktop.session.followed import Followed
from ui.room.scene import Strip
from ui.voice import Voice


@dataclass(frozen=True)
class Outlook:
    """An exercise at a time of its story, seen from the room."""

    followed: Followed
    voice: Voice
    now: StoryMs
    rehearsal: bool = False

    @property
    def index(self) -> ScriptIndex:
        """The script, of which only what is meant for players may be read."""
        return self.followed.index

    @property
    def view(self) -> View:
        """How things stand."""
        return self.followed.view

    @property
    def runs(self) -> bool:
        """Whether time goes on."""
        return self.view.status is Status.RUNNING

    def strip(self, right: str | None = None) -> Strip:
        """The strip on top, with the hour of the story unless something else is said."""
        left = self.voice.say("room.rehearsal" if self.rehearsal else "room.exercise")
        return Strip(left, self._hour() if right is None else right)

    def _hour(self) -> str:
        """The hour, with its day from the second day on."""
        first = self.now < DAY
        return self.voice.hour(self.now) if first else self.voice.story(self.now, self.index)

    def cells(self, cells: tuple[CellId, ...]) -> str:
        """The names of cells."""
        return ", ".join(self.voice.text(self.index.cells[cell].name) for cell in cells)
