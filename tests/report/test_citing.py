"""Whoever reads a number of the journal in the report finds it again in the annex."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from care_desktop.report.compose import compose
from care_desktop.report.dossier import Dossier, Remark, Texts, assemble
from care_desktop.report.excerpt import MOST
from care_desktop.report.model import Cell, Line, Report, Table
from tests.report.afternoon import full, played
from tests.report.dossiers import SORTS, wandered
from tests.report.written import VAL

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


@pytest.mark.parametrize("sort", SORTS)
def test_every_number_in_the_body_is_in_the_excerpt(sort: str) -> None:
    assert without(SORTS[sort]()) == []


@pytest.mark.parametrize("seed", range(12))
def test_so_it_is_whatever_a_team_did(seed: int) -> None:
    assert without(wandered(seed, 160)) == []


def test_there_are_such_numbers() -> None:
    assert len(named(compose(full()))) > 5
    assert any(len(wandered(seed, 160).excerpt) > MOST // 2 for seed in range(12))


def test_a_number_that_people_wrote_is_looked_up_too() -> None:
    """Nobody prints the launching of a stimulus, but here a finding leans on it."""
    afternoon = played()
    launched = next(event.seq for event in afternoon.events if event.fact.kind == "inject.launched")
    texts = Texts(strengths=(Remark("La nuit a tenu.", reference=f"journal {launched:04d}"),))
    debrief = afternoon.debrief()
    dossier = assemble(
        afternoon.index.script, afternoon.events, debrief, facility=VAL, stamps=afternoon.stamps, texts=texts
    )
    assert f"{launched:04d}" in named(compose(dossier))
    assert without(dossier) == []
