"""How an exercise ended, in words and numbers that can be read without this program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from care_desktop.exercise import indicators
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.state import DecisionState, InjectState, State
from care_desktop.journal.records import Row
from care_desktop.scenario.conditions import ServiceLevel


def kinds(rows: Iterable[Row]) -> dict[str, int]:
    """How many events of each kind."""
    return dict(sorted(Counter(row.kind for row in rows).items()))


def ending(index: ScriptIndex, state: State) -> dict[str, Any]:
    """All that a person would say of the end of an exercise."""
    return {
        "status": state.status.value,
        "play_ms": state.now.play,
        "story_ms": state.now.story,
        "phase": state.phase,
        "levels": {name: ServiceLevel(level).name.lower() for name, level in sorted(state.levels.items())},
        "held_since_story_ms": {name: hold.since.story for name, hold in sorted(state.holds.items())},
        "validated": dict(sorted(state.validated.items())),
        "indicators": {
            name: indicators.value(index, state, name, state.now.story) for name in sorted(index.indicators)
        },
        "injects": {name: _inject(one) for name, one in sorted(state.injects.items())},
        "decisions": {name: _decision(one) for name, one in sorted(state.decisions.items())},
        "steps": {name: [one.work.value, one.left] for name, one in sorted(state.steps.items())},
        "duties": {
            name: [word for word in ("started", "overdue", "met") if getattr(one, word) is not None]
            for name, one in sorted(state.duties.items())
        },
        "triggers_fired": sorted(state.fired),
        "said": {name: sorted(points) for name, points in sorted(state.said.items())},
        "presence": {name: one.cell for name, one in sorted(state.presence.items())},
        "authority": dict(sorted(state.authority.items())),
        "voided": sorted(state.voided),
    }


def _inject(one: InjectState) -> dict[str, Any]:
    names = ("called", "launched", "skipped", "recalled")
    return {
        "was": [name for name in names if getattr(one, name) is not None],
        "variant": one.variant,
        "reached": [[delivery.recipient, delivery.at] for delivery in one.deliveries],
        "shown_play_ms": None if one.shown is None else one.shown.play,
    }


def _decision(one: DecisionState) -> dict[str, Any]:
    names = ("opened", "reached", "withdrawn")
    return {
        "was": [name for name in names if getattr(one, name) is not None],
        "answers": [[given.cell, given.option] for given in one.answers],
        "settled": [[settled.cell, settled.option] for settled in one.settled],
        "default": None if one.defaulted is None else one.defaulted.option,
    }
