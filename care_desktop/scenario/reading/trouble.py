"""Collecting what is wrong with one file."""

from __future__ import annotations

from care_desktop.language import Message
from care_desktop.scenario.findings import NONE, Finding, Params, Place, finding

# Enough to work on: a file that is not what it seems would give one for each line
MOST = 200


class Trouble:
    """The findings of one file. ``path`` is where the reader is now."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.path: list[str] = []
        self._found: list[Finding] = []

    @property
    def found(self) -> tuple[Finding, ...]:
        """All findings, in the order of the file; what came after the last that fits is only counted."""
        ordered = sorted(self._found, key=lambda one: (one.place.line or 0, one.place.column or 0))
        if len(ordered) <= MOST:
            return tuple(ordered)
        more = finding("finding.too_many", Place(self.file), {"n": len(ordered) - MOST})
        return (*ordered[:MOST], more)

    def __bool__(self) -> bool:
        return bool(self._found)

    def add(
        self, what: str, line: int, column: int, params: Params = NONE, remedy: Message | None = None
    ) -> None:
        """Report something at a line and column counted from 0."""
        place = Place(self.file, line + 1, column + 1, ".".join(self.path))
        self._found.append(finding(what, place, params, remedy))

    def report(self, what: str, params: Params = NONE) -> None:
        """Report something about the file as a whole."""
        self._found.append(finding(what, Place(self.file), params))
