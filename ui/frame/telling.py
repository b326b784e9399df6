"""What the one banner says, kept as a message: another language says it anew."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from care_desktop.language import Message
from ui.actions import Actions
from ui.bridge import Bridge
from ui.voice import Voice
from ui.widgets.banner import Banner
from ui.widgets.button import ActionButton

GRAVE = "stop"


class _Told(NamedTuple):
    make: Callable[[], Message]
    action: str | None
    tone: str


class Telling:
    """The voice of the banner."""

    def __init__(self, banner: Banner, actions: Actions, voice: Voice, bridge: Bridge) -> None:
        self._banner, self._actions, self._voice, self._bridge = banner, actions, voice, bridge
        self._told: _Told | None = None

    @property
    def message(self) -> Message | None:
        """What the banner says; None where it is closed."""
        return None if self._told is None else self._told.make()

    @property
    def is_grave(self) -> bool:
        """Whether it says that something stopped: nothing less may stand in its place."""
        return self._told is not None and self._told.tone == GRAVE

    def tell(self, make: Callable[[], Message], action: str | None = None, tone: str = "warn") -> None:
        """Open the banner, with the button of an action. ``make`` is asked again in another language."""
        self._told = _Told(make, action, tone)
        followed = self._bridge.followed
        button = None
        if action is not None:
            button = ActionButton(self._actions, self._voice, action, small=True)
        sentence = self._voice.message(make(), None if followed is None else followed.index)
        self._banner.say(sentence, tone=tone, button=button)

    def end(self) -> None:
        """Close the banner."""
        self._told = None
        self._banner.unsay()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        if self._told is not None:
            self.tell(*self._told)
