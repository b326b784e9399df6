"""Whoever reads a number of the journal in the report finds it again in the annex."""

from __future__ import annotations

import pytest

from care_desktop.report.compose import compose
from care_desktop.report.dossier import Remark, Texts, assemble
from care_desktop.report.excerpt import MOST
from tests.report.afternoon import full, played
from tests.report.dossiers import SORTS, wandered
from tests.report.numbered import named, without
from tests.report.written import VAL


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
