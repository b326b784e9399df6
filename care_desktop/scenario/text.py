"""Authored texts."""

from __future__ import annotations

from msgspec import Struct


class Text(Struct, frozen=True):
    """An authored text; French is required, English falls back on it.

    Until it is staged it may hold variables of the facility: ``{beds}``.
    """

    fr: str
    en: str | None = None

    def in_language(self, language: str) -> str:
        """The text in ``fr`` or ``en``."""
        return self.en if language == "en" and self.en is not None else self.fr


NO_TEXT = Text("")
