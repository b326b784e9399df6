"""How the report speaks: texts of the catalogue, numbers, dates and hours, in one language."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date

from care_desktop.language import Catalogue, Language, Message
from care_desktop.scenario.text import Text
from care_desktop.scenario.time import DAY, HOUR, MINUTE

_NBSP = "\u00a0"
_SECOND = 1000


class Voice:
    """Everything the report says that nobody typed."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._catalogue = Catalogue(language)
        self._spelled = tuple(self.say("report.spelled").split("|"))
        self._spelled_feminine = tuple(self.say("report.spelled_feminine").split("|"))

    def say(self, key: str, /, **params: int | str) -> str:
        """A text of the catalogue."""
        return self._catalogue.text(Message(key, params))

    def text(self, text: Text) -> str:
        """An authored text."""
        return text.in_language(self.language)

    def spelled(self, number: int, *, feminine: bool = False, capital: bool = False) -> str:
        """A small number in letters, a larger one in figures."""
        words = self._spelled_feminine if feminine else self._spelled
        said = words[number] if 0 <= number < len(words) else str(number)
        return said[:1].upper() + said[1:] if capital else said

    def day(self, day: date) -> str:
        """19 novembre 2026."""
        if self.language == "fr" and day.day == 1:
            return f"1er{_NBSP}" + format_date(day, "MMMM y", locale="fr").replace(" ", _NBSP, 1)
        locale = "fr" if self.language == "fr" else "en_GB"
        return format_date(day, "d MMMM y", locale=locale).replace(" ", _NBSP, 1)

    def short_day(self, day: date | None) -> str:
        """19 nov. 2026; nothing for no date."""
        if day is None:
            return ""
        locale = "fr" if self.language == "fr" else "en_GB"
        return format_date(day, "d MMM y", locale=locale).replace(" ", _NBSP)

    def clock(self, ms: int) -> str:
        """Hours and minutes of a day: 14:02."""
        return f"{ms // HOUR % 24:02d}:{ms // MINUTE % 60:02d}"

    def clock_to_second(self, ms: int) -> str:
        """14:02:18."""
        return f"{self.clock(ms)}:{ms // _SECOND % 60:02d}"

    def story(self, ms: int, *, days: bool) -> str:
        """A time of the story; with its day where the story has several."""
        if not days:
            return self.clock(ms)
        day = ms // DAY
        said = self.say("report.story_day", number=day) if day else self.say("report.story_first_day")
        return f"{said}{_NBSP}{self.clock(ms)}"

    def since(self, ms: int) -> str:
        """H+3:40."""
        sign = "−" if ms < 0 else "+"
        minutes = abs(ms) // MINUTE
        return f"H{sign}{minutes // 60}:{minutes % 60:02d}"

    def since_short(self, ms: int) -> str:
        """H, H+4, H+3:40: along an axis."""
        if ms == 0:
            return "H"
        return self.since(ms).removesuffix(":00")

    def duration(self, ms: int) -> str:
        """40 s, 8 min, 2 h 45."""
        if abs(ms) < MINUTE:
            return f"{round(ms / _SECOND)}{_NBSP}s"
        minutes = round(ms / MINUTE)
        if abs(minutes) < 60:
            return f"{minutes}{_NBSP}min"
        hours, rest = divmod(minutes, 60)
        return f"{hours}{_NBSP}h" if rest == 0 else f"{hours}{_NBSP}h{_NBSP}{rest:02d}"

    def joined(self, parts: list[str]) -> str:
        """Some long parts; parted by semicolons."""
        told = parts[0] if parts else ""
        for part in parts[1:]:
            told = self.say("report.and_then", first=told, then=part)
        return told

    def listed(self, names: list[str], most: int = 0) -> str:
        """a, b et c; beyond ``most``, the others are only counted."""
        if 0 < most < len(names) - 1:
            names = [*names[:most], self.say("report.and_others", n=len(names) - most)]
        if len(names) < 2:
            return "".join(names)
        return self.say("report.listed", first=", ".join(names[:-1]), last=names[-1])
