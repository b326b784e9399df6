"""What the rows of the console need of a voice, so that they can be made without a window."""

from __future__ import annotations

from typing import Protocol

from care_desktop.exercise.index import ScriptIndex
from care_desktop.language import Message
from care_desktop.scenario.text import Text


class Speaker(Protocol):
    """Says texts, names and times in one language; the window's voice is one."""

    def say(self, key: str, /, **params: int | str) -> str:
        """A text of the catalogue."""
        ...

    def message(self, message: Message, index: ScriptIndex | None = None) -> str:
        """A message of the core, with names in the place of ids."""
        ...

    def text(self, text: Text) -> str:
        """An authored text."""
        ...

    def play(self, ms: int) -> str:
        """0:41:12."""
        ...

    def hour(self, story_ms: int) -> str:
        """14:20."""
        ...

    def duration(self, ms: int) -> str:
        """8 min."""
        ...
