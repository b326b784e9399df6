"""The buttons of the band: an action's, with other words or without its key where the band is short."""

from __future__ import annotations

from ui.conduct.console import Console
from ui.widgets.button import ActionButton


class GestureButton(ActionButton):
    """The button of an action on the band."""

    _key_of_text = ""

    def __init__(self, console: Console, action: str, icon: str) -> None:
        self._speak = console.context.voice.say
        super().__init__(console.context.actions, console.context.voice, action, "stage", icon)

    def say(self, text: str) -> None:
        """Use another text of the catalogue; an empty one is that of the action."""
        if text != self._key_of_text:
            self._key_of_text = text
            self.refresh()

    def show_keys(self, *, shown: bool) -> None:
        """Show the key, or leave it to the tooltip."""
        if shown != self._show_key:
            self._show_key = shown
            self.refresh()

    def refresh(self) -> None:
        """Show the action as it is now, in the words that were chosen."""
        super().refresh()
        if self._key_of_text:
            self.setText(self._speak(self._key_of_text))
