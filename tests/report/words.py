"""The words of a part of a report, in their order, whatever they stand in."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from care_desktop.report.model import Report, Section

_NOT_WORDS = {"key", "role", "type", "weight"}


def words(part: object) -> str:
    """All that a reader reads of a block, a section, a page or a whole report."""
    return " ".join(_words(msgspec.to_builtins(part)))


def section(report: Report, number: str) -> Section:
    """A part of the report by its number; the page of the essential has none."""
    return next(one for one in report.sections if one.number == number)


def _words(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        for name, inner in part.items():
            if name not in _NOT_WORDS:
                yield from _words(inner)
    elif isinstance(part, list | tuple):
        for inner in part:
            yield from _words(inner)
