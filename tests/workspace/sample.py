"""An exercise as the home shows it."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from care_desktop.scenario.time import PlayMs
from care_desktop.workspace.recents import Recent

ROOT = Path(__file__).parents[2]

_SUSPENDED = Recent(
    exercise="",
    neutral_name="LISERON",
    facility="Hôpital de la Vallée",
    begun="2026-11-23T09:00:00+00:00",
    play=PlayMs(2_472_000),
    status="suspended",
    database="/exercises/exercises.db",
    protected=False,
    kind="exercise",
)


def recent(exercise: str, **differences: object) -> Recent:
    return replace(_SUSPENDED, exercise=exercise, **differences)
