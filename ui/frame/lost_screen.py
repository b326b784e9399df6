"""The room's screen is unplugged: the banner says so, offers another place, and goes once it is back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from care_desktop.language import Message
from ui.actions import Action, Actions

if TYPE_CHECKING:
    from ui.room.screen import RoomScreen
    from ui.widgets.banner import Banner

ACTION = "room_elsewhere"


class Telling(Protocol):
    """Who has the banner."""

    banner: Banner

    @property
    def warned(self) -> Message | None: ...  # noqa: D102
    def warn(self, message: Message, *, action: str | None = None, tone: str = "warn") -> None: ...  # noqa: D102
    def unwarn(self) -> None: ...  # noqa: D102
    def remark(self, message: Message) -> None: ...  # noqa: D102


class LostScreen(QObject):
    """Never in place of what stops the recording: then it is but a remark."""

    def __init__(self, shell: Telling, room: RoomScreen, actions: Actions) -> None:
        super().__init__(room)
        self._shell, self._room, self._actions = shell, room, actions
        self._said: Message | None = None
        actions.add(Action(ACTION, "presentation", (), room.open, self._refusal, group="room"))
        room.screen_lost.connect(self._tell)
        room.screen_back.connect(self._look)
        room.changed.connect(self._look)

    def _tell(self, _screen: str) -> None:
        message, banner = Message("frame.room_lost"), self._shell.banner
        if banner.isVisible() and banner.property("tone") == "stop":
            self._shell.remark(message)
        else:
            self._shell.warn(message, action=ACTION)
            self._said = message
        self._actions.changed.emit()

    def _look(self) -> None:
        """Close the banner, unless it tells of something else by now, as soon as no screen is missing."""
        if self._room.lost_screen or self._said is None:
            return
        said, self._said = self._said, None
        if self._shell.warned == said:
            self._shell.unwarn()
        self._actions.changed.emit()

    def _refusal(self) -> Message | None:
        return None if self._room.lost_screen else Message("frame.room_not_lost")
