"""What goes wrong around an exercise: what happened, what is safe and what to do, in the banner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from care_desktop.errors import UserError
from care_desktop.language import Message
from ui.actions import Action
from ui.frame.telling import GRAVE, Telling

if TYPE_CHECKING:
    from care_desktop.session.published import Published
    from ui.shell import Shell

LET_GO = "let_go"
_CLOCK = "clock.wall_changed"


class Troubles(QObject):
    """Tells of what was not recorded, not copied, or kept elsewhere; only the first stops the exercise."""

    def __init__(self, shell: Shell, telling: Telling) -> None:
        super().__init__(shell)
        self._shell, self._telling, self._context = shell, telling, shell.context
        bridge = self._context.bridge
        bridge.told.connect(self._look)
        bridge.noticed.connect(shell.warn)
        bridge.not_copied.connect(self.warn)
        self._context.actions.add(Action(LET_GO, "house", (), self._let_go, self._refusal))

    def warn(self, error: UserError) -> None:
        """Open the banner with the three sentences of an error, unless it says what is grave."""
        if not self._telling.is_grave:
            self._tell(error)

    def _look(self, told: Published) -> None:
        if told.problem is not None:
            self._tell(told.problem, LET_GO, GRAVE)
        for event in told.events:
            if event.fact.kind == _CLOCK:
                self._shell.remark(Message("frame.clock_set"))

    def _tell(self, error: UserError, action: str | None = None, tone: str = "warn") -> None:
        def told() -> Message:
            what, safe, remedy = (self._context.voice.message(message) for message in error.messages)
            return Message("frame.trouble", {"what": what, "safe": safe, "do": remedy})

        self._telling.tell(told, action, tone)

    def _let_go(self) -> None:
        """Go home, where the exercise waits with all that is recorded."""
        self._context.bridge.close()
        self._shell.go("home")

    def _refusal(self) -> Message | None:
        return Message("frame.records") if self._context.bridge.problem is None else None
