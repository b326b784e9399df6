"""What is published of an exercise: immutable, to be read from any thread."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from msgspec import Struct

from care_desktop.exercise.clock import Instant, StoryLine
from care_desktop.exercise.state import (
    Contribution,
    DecisionState,
    DutyState,
    Hold,
    InjectState,
    Pile,
    Presence,
    State,
    Status,
    StepState,
)
from care_desktop.journal.records import Seq
from care_desktop.scenario.conditions import ServiceLevel
from care_desktop.scenario.ids import (
    CellId,
    CorrespondentId,
    DecisionId,
    DutyId,
    FunctionId,
    IndicatorId,
    InjectId,
    PhaseId,
    PointId,
    ServiceId,
    StepId,
)


class View(Struct, frozen=True):
    """An exercise after its event ``seq``. What is not in a mapping is in its first state.

    ``now`` is the instant of that event; where time has gone since is the clock's affair, not the state's.
    """

    seq: Seq
    now: Instant
    status: Status
    line: StoryLine
    phase: PhaseId | None
    injects: Mapping[InjectId, InjectState]
    decisions: Mapping[DecisionId, DecisionState]
    levels: Mapping[ServiceId, ServiceLevel]
    holds: Mapping[ServiceId, Hold]
    backlogs: Mapping[ServiceId, tuple[Pile, ...]]
    validated: Mapping[ServiceId, Seq]
    indicators: Mapping[IndicatorId, tuple[Contribution, ...]]
    steps: Mapping[StepId, StepState]
    duties: Mapping[DutyId, DutyState]
    said: Mapping[CorrespondentId, frozenset[PointId]]
    presence: Mapping[FunctionId, Presence]
    authority: Mapping[CellId, FunctionId]


_SHARED = (
    "injects",
    "decisions",
    "levels",
    "holds",
    "backlogs",
    "validated",
    "steps",
    "duties",
    "said",
    "presence",
    "authority",
)
"""The parts that a view shows as the state has them."""


def view_of(state: State, before: View | None = None) -> View:
    """The view of a state; the parts that are as they were are those of the view before, not copied again."""
    flows = {indicator: tuple(own.values()) for indicator, own in state.indicators.items()}
    parts: dict[str, Any] = {name: _part(getattr(state, name), before, name) for name in _SHARED}
    return View(
        seq=state.seq,
        now=state.now,
        status=state.status,
        line=state.line,
        phase=state.phase,
        indicators=_part(flows, before, "indicators"),
        **parts,
    )


def _part(now: dict[Any, Any], before: View | None, name: str) -> Mapping[Any, Any]:
    then = None if before is None else getattr(before, name)
    return then if then == now and then is not None else MappingProxyType(now.copy())
