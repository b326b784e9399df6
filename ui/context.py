"""What every workspace is given: how to speak, what is under way, what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from care_desktop.language import Message
from care_desktop.workspace.place import Workspace
from ui.actions import Actions
from ui.bridge import Bridge
from ui.settings import Settings
from ui.tasks import Tasks
from ui.voice import Voice

if TYPE_CHECKING:
    from ui.room.screen import RoomScreen


class Shell(Protocol):
    """The frame around the workspaces."""

    @property
    def room(self) -> RoomScreen:
        """The screen of the room; made when it is first asked for."""
        ...

    def go(self, workspace: str) -> None:
        """Bring a workspace to the front: home, prepare, conduct, review, scenarios."""
        ...

    def warn(self, message: Message, *, action: str | None = None, tone: str = "warn") -> None:
        """Open the one banner, with the button of an action."""
        ...

    def take_settings(self) -> None:
        """Look and speak as the settings say now."""
        ...

    def unwarn(self) -> None:
        """Close the banner."""
        ...


class Context(NamedTuple):
    """The seams of the window."""

    voice: Voice
    bridge: Bridge
    actions: Actions
    tasks: Tasks
    workspace: Workspace
    settings: Settings
    shell: Shell

    @property
    def room(self) -> RoomScreen:
        """The screen of the room."""
        return self.shell.room
