"""The one painter of the room's screen, for the wall and for the animator's miniature alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSizeF

from ui.room.painting import boards, cards, papers, people
from ui.room.painting.ground import Ground
from ui.room.painting.picture import Picture
from ui.room.painting.stage import Stage
from ui.room.scene import (
    Alert,
    Black,
    Document,
    End,
    Mail,
    Notice,
    Phone,
    Post,
    Press,
    Question,
    RealIncident,
    Recovery,
    Scene,
    Sheet,
    Situation,
    Spoken,
    Suspended,
    Welcome,
)

_KINDS: dict[type[Scene], Callable[[Stage, Any], None]] = {
    Alert: people.alert,
    Black: cards.black,
    Document: papers.document,
    End: cards.end,
    Mail: papers.mail,
    Notice: boards.notice,
    Phone: people.phone,
    Post: people.post,
    Press: papers.press,
    Question: boards.question,
    RealIncident: cards.real_incident,
    Recovery: boards.recovery,
    Sheet: papers.sheet,
    Situation: boards.situation,
    Spoken: people.spoken,
    Suspended: cards.suspended,
    Welcome: cards.welcome,
}
_OWN_STRIP = (Black, RealIncident)


class RoomPainter:
    """Lays scenes out for a screen of this size on this ground."""

    def __init__(self, size: QSizeF, ground: Ground) -> None:
        self.size = size
        self.ground = ground

    def picture(self, scene: Scene, page: int = 0) -> Picture:
        """A page of a scene, ready to be drawn; a page that it has not is the nearest one."""
        stage = Stage(self.size, self.ground, page)
        if not isinstance(scene, _OWN_STRIP):
            stage.strip(scene.strip, self.ground.strip, self.ground.text)
        _KINDS[type(scene)](stage, scene)
        return stage.picture()
