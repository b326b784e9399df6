"""The numbers of the journal that a report gives, and those that its annex prints."""

from __future__ import annotations

import re
from collections.abc import Iterator

from care_desktop.report.compose import compose
from care_desktop.report.dossier import Dossier
from care_desktop.report.model import Cell, Line, Report, Table

_JOURNAL = re.compile(r"journal ((?:\d{4,}(?:, |…)?)+)")
_MARKED = re.compile(r"\((\d{4,})\)")


def texts_of(value: object) -> Iterator[str]:
    """Every text in a part of the report."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts_of(one)
    elif hasattr(value, "__struct_fields__"):
        for name in value.__struct_fields__:
            yield from texts_of(getattr(value, name))


def printed(report: Report) -> set[str]:
    """The numbers in the annex's excerpt."""
    (table,) = (b for b in report.sections[-1].blocks if isinstance(b, Table) and b.key == "journal")
    return {_text(row[0]) for row in table.rows}


def _text(cell: Cell) -> str:
    return "".join(run.text for piece in cell if isinstance(piece, Line) for run in piece.words)


def named(report: Report) -> set[str]:
    """The numbers that the report's own sections give, before the excerpt."""
    said = "\n".join(text for section in report.sections[:-1] for text in texts_of(section.blocks))
    listed = [number for group in _JOURNAL.findall(said) for number in re.findall(r"\d+", group)]
    return {*listed, *_MARKED.findall(said)}


def without(dossier: Dossier) -> list[str]:
    report = compose(dossier)
    return sorted(named(report) - printed(report))
