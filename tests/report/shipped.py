"""TILLEUL as it is shipped, played by a simulated team, as a dossier."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from care_desktop.debrief.debrief import debrief
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.simulation import play, team
from care_desktop.journal.records import Stamp
from care_desktop.report.dossier import Dossier, assemble
from care_desktop.scenario.reading import read, read_facility
from care_desktop.scenario.scenario import Facility
from care_desktop.scenario.script import Options, Script
from care_desktop.scenario.staging import stage

SCENARIOS = Path(__file__).resolve().parents[2] / "scenarios"
DEBEX = datetime.fromisoformat("2026-11-23T13:00:00")
"""In universal time."""


@cache
def shipped(facility: str) -> tuple[Script, Facility]:
    """The script for one of the shipped facilities."""
    scenario, findings = read(SCENARIOS / "armentieres-2024" / "scenario.yaml")
    own, more = read_facility(SCENARIOS / "facilities" / f"{facility}.yaml")
    assert scenario is not None, findings
    assert own is not None, more
    return stage(scenario, own, Options(auto=True)), own


@cache
def played_by(name: str, facility: str = "hopital-du-val", *, simulated: bool = True) -> Dossier:
    """What such a play makes of it; not ``simulated`` is as if people had played it, and written nothing."""
    script, own = shipped(facility)
    index = ScriptIndex(script)
    events = play(index, team(name, index)).events
    walls = {event.seq: DEBEX + timedelta(milliseconds=event.at.play) for event in events}
    stamps = {
        seq: Stamp(f"{wall.isoformat(timespec='milliseconds')}Z", "Europe/Paris", 60, 1, 1, "boot")
        for seq, wall in walls.items()
    }
    return assemble(script, events, debrief(index, events), facility=own, stamps=stamps, simulated=simulated)
