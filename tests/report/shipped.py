"""TILLEUL as it is shipped, played by a simulated team, as a dossier and as a file, each made once."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from care_desktop.debrief.debrief import debrief
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.simulation import play, team
from care_desktop.journal.records import Stamp
from care_desktop.language import Language
from care_desktop.report.dossier import Dossier, assemble
from care_desktop.scenario.reading import read, read_facility
from care_desktop.scenario.scenario import Facility, Scenario
from care_desktop.scenario.script import Options, Script
from care_desktop.scenario.staging import stage
from tests.report.dossiers import made

SCENARIOS = Path(__file__).resolve().parents[2] / "scenarios"
DEBEX = datetime.fromisoformat("2026-11-23T13:00:00")
"""In universal time."""


NONE = ""
"""No file of a facility: what `care-desktop play` does without `--facility`."""
SEED = 7
"""Of the random team."""


@cache
def written() -> Scenario:
    """The scenario itself."""
    scenario, findings = read(SCENARIOS / "armentieres-2024" / "scenario.yaml")
    assert scenario is not None, findings
    return scenario


@cache
def shipped(facility: str) -> tuple[Script, Facility]:
    """The script for one of the shipped facilities, or for one of which nothing is known."""
    if facility == NONE:
        unknown = Facility("Établissement non précisé", written().facilities[0])
        return stage(written(), unknown, Options(seed=SEED)), unknown
    own, more = read_facility(SCENARIOS / "facilities" / f"{facility}.yaml")
    assert own is not None, more
    return stage(written(), own, Options(auto=True)), own


@cache
def report_of(name: str, facility: str, language: Language) -> bytes:
    """The file of the same."""
    return made(played_by(name, facility), language)


@cache
def played_by(name: str, facility: str = "hopital-du-val", *, simulated: bool = True) -> Dossier:
    """What such a play makes of it; not ``simulated`` is as if people had played it, and written nothing."""
    script, own = shipped(facility)
    index = ScriptIndex(script)
    seed, lasts = (SEED, written().lasts or None) if facility == NONE else (0, None)
    events = play(index, team(name, index, seed, lasts)).events
    walls = {event.seq: DEBEX + timedelta(milliseconds=event.at.play) for event in events}
    stamps = {
        seq: Stamp(f"{wall.isoformat(timespec='milliseconds')}Z", "Europe/Paris", 60, 1, 1, "boot")
        for seq, wall in walls.items()
    }
    return assemble(script, events, debrief(index, events), facility=own, stamps=stamps, simulated=simulated)
