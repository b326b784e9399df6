"""A voice without a window: the texts of the catalogue, times as they are said."""

from __future__ import annotations

from care_desktop.exercise.index import ScriptIndex
from care_desktop.language import Catalogue, Language, Message
from care_desktop.scenario.text import Text

HOUR, MINUTE, SECOND = 3_600_000, 60_000, 1_000


class PlainSpeaker:
    """Says what the window's voice says, as far as rows need it."""

    def __init__(self, language: Language = "fr") -> None:
        self.language: Language = language
        self._catalogue = Catalogue(language)

    def say(self, key: str, /, **params: int | str) -> str:
        return self._catalogue.text(Message(key, params))

    def message(self, message: Message, index: ScriptIndex | None = None) -> str:
        del index
        return self._catalogue.text(message)

    def text(self, text: Text) -> str:
        return text.in_language(self.language)

    def play(self, ms: int) -> str:
        return f"{ms // HOUR}:{ms // MINUTE % 60:02d}:{ms // SECOND % 60:02d}"

    def hour(self, story_ms: int) -> str:
        return f"{story_ms // HOUR % 24:02d}:{story_ms // MINUTE % 60:02d}"

    def duration(self, ms: int) -> str:
        return f"{ms // MINUTE} min" if ms >= MINUTE else f"{ms // SECOND} s"
