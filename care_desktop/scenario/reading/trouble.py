"""Collecting what is wrong with one file."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from care_desktop.language import Message
from care_desktop.scenario.characters import shown
from care_desktop.scenario.findings import NONE, Finding, Params, Place, finding

Meant = tuple[str, Iterable[str]] | None

# Enough to work on: a file that is not what it seems would give one for each line
MOST = 200


class Trouble:
    """The findings of one file. ``path`` is where the reader is now."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.path: list[str] = []
        self._found: list[Finding] = []
        self._more = 0

    @property
    def found(self) -> tuple[Finding, ...]:
        """All findings, in the order of the file; what came after the last that fits is only counted."""
        ordered = sorted(self._found, key=lambda one: (one.place.line or 0, one.place.column or 0))
        if self._more:
            ordered.append(finding("finding.too_many", Place(self.file), {"n": self._more}))
        return tuple(ordered)

    def __bool__(self) -> bool:
        return bool(self._found)

    def add(self, what: str, line: int, column: int, params: Params = NONE, meant: Meant = None) -> None:
        """Report something at a line and column counted from 0.

        ``meant`` is a word and those of which it may be a misspelling.
        """
        if len(self._found) == MOST:
            self._more += 1
            return
        path = ".".join(shown(word) for word in self.path)
        remedy = None if meant is None else _did_you_mean(*meant)
        self._found.append(finding(what, Place(self.file, line + 1, column + 1, path), params, remedy))

    def report(self, what: str, params: Params = NONE) -> None:
        """Report something about the file as a whole."""
        self._found.append(finding(what, Place(self.file), params))


def _did_you_mean(written: str, known: Iterable[str]) -> Message | None:
    close = difflib.get_close_matches(written[:64], list(known), n=1)
    return Message("finding.did_you_mean", {"meant": close[0]}) if close else None
