"""How the window speaks: texts of the catalogue, times and names, in a language that can be switched."""

from __future__ import annotations

import datetime as dt
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from care_desktop.journal.records import Stamp
from care_desktop.language import Catalogue, Language, Message
from care_desktop.scenario.text import Text
from care_desktop.scenario.time import DAY, HOUR, MINUTE

if TYPE_CHECKING:
    from care_desktop.exercise.index import ScriptIndex

_SECOND = 1_000
_NBSP = "\u00a0"
# What a parameter of a message names, and where its name stands
_NAMED = {
    "cell": ("cells", "name"),
    "function": ("functions", "name"),
    "phase": ("phases", "name"),
    "inject": ("injects", "title"),
    "decision": ("decisions", "question"),
    "service": ("services", "name"),
    "step": ("steps", "name"),
    "team": ("teams", "name"),
    "duty": ("duties", "name"),
    "correspondent": ("correspondents", "name"),
    "criterion": ("criteria", "name"),
}


class Voice(QObject):
    """All that the window says and nobody typed; ``changed`` tells that the language is another."""

    changed = Signal()

    def __init__(self, language: Language = "fr", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speak(language)

    @property
    def language(self) -> Language:
        """The language in which it speaks."""
        return self._language

    def switch(self, language: Language) -> None:
        """Speak another language from here on."""
        if language != self._language:
            self._speak(language)
            self.changed.emit()

    def say(self, key: str, /, **params: int | str) -> str:
        """A text of the catalogue."""
        return self._catalogue.text(Message(key, params))

    def message(self, message: Message, index: ScriptIndex | None = None) -> str:
        """What the core has to tell; with ``index``, the ids in it become names."""
        if index is None:
            return self._catalogue.text(message)
        params = {key: self._named(index, key, value) for key, value in message.params.items()}
        return self._catalogue.text(Message(message.id, params))

    def text(self, text: Text) -> str:
        """An authored text."""
        return text.in_language(self._language)

    def play(self, ms: int) -> str:
        """A time of play, to the second: 0:41:12."""
        seconds = max(0, ms) // _SECOND
        return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"

    def hour(self, ms: int) -> str:
        """Hours and minutes of a day of the story: 14:20."""
        return f"{ms // HOUR % 24:02d}:{ms // MINUTE % 60:02d}"

    def story(self, ms: int, index: ScriptIndex) -> str:
        """A time of the story; with its day, where the story has several."""
        if not lasts_days(index):
            return self.hour(ms)
        day = ms // DAY
        said = self.say("window.story_day", number=day) if day else self.say("window.story_first_day")
        return f"{said}{_NBSP}{self.hour(ms)}"

    def wall(self, stamp: Stamp) -> str:
        """The hour of the room at a stamp: 09:43."""
        return f"{local(stamp):%H:%M}"

    def wall_to_second(self, stamp: Stamp) -> str:
        """The hour of the room to the second: 09:43:12."""
        return f"{local(stamp):%H:%M:%S}"

    def duration(self, ms: int) -> str:
        """40 s, 8 min, 2 h 45."""
        if abs(ms) < MINUTE:
            return f"{round(ms / _SECOND)}{_NBSP}s"
        minutes = round(ms / MINUTE)
        if abs(minutes) < 60:
            return f"{minutes}{_NBSP}min"
        hours, rest = divmod(minutes, 60)
        return f"{hours}{_NBSP}h" if rest == 0 else f"{hours}{_NBSP}h{_NBSP}{rest:02d}"

    def date(self, wall: str, *, year: bool = False) -> str:
        """The day of a moment in UTC, here: 14 octobre."""
        return self.day(datetime.fromisoformat(wall).astimezone().date(), year=year)

    def day(self, day: dt.date, *, year: bool = False) -> str:
        """A day: 14 octobre, 1er décembre 2026."""
        months = self.say("window.months").split("|")
        number = self.say("window.first_of_month") if day.day == 1 else str(day.day)
        said = f"{number}{_NBSP}{months[day.month - 1]}"
        return f"{said}{_NBSP}{day.year}" if year else said

    def key(self, key: str) -> str:
        """A key as it is written on the keyboard: Ctrl+Entrée."""
        names = dict(pair.split("=") for pair in self.say("window.keys").split("|"))
        return "+".join(names.get(part, part) for part in key.split("+"))

    def _speak(self, language: Language) -> None:
        self._language: Language = language
        self._catalogue = Catalogue(language)

    def _named(self, index: ScriptIndex, key: str, value: int | str) -> int | str:
        named = _NAMED.get(key)
        if named is None:
            return value
        parts, field = named
        part = getattr(index, parts).get(value)
        return value if part is None else self.text(getattr(part, field))


def local(stamp: Stamp) -> datetime:
    """The wall time of a stamp where it was made."""
    return datetime.fromisoformat(stamp.wall).replace(tzinfo=None) + timedelta(minutes=stamp.offset)


def lasts_days(index: ScriptIndex) -> bool:
    """Whether the story goes beyond its first day."""
    script = index.script
    starts = [phase.starts for phase in script.phases]
    told = [inject.at.story for inject in script.injects if inject.at is not None and inject.at.story]
    return max([script.starts, *starts, *told]) >= DAY
