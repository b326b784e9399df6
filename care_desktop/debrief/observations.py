"""What observers saw: evidence for the objectives. No score; the level is for people to say."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from care_desktop.debrief.played import Played
from care_desktop.exercise.events import Mark, ObservationMarked
from care_desktop.exercise.words import Words
from care_desktop.journal.records import Seq
from care_desktop.scenario.ids import CellId, CriterionId, ObjectiveId
from care_desktop.scenario.time import PlayMs


class Seen(StrEnum):
    """What is known of a criterion; *not observed* is not *not seen*."""

    SEEN = "seen"
    PARTLY = "partly"
    NOT_SEEN = "not_seen"
    NOT_OBSERVED = "not_observed"


class Marked(Struct, frozen=True):
    """One mark of an observer; ``at`` is the time of the fact."""

    seq: Seq
    at: PlayMs
    mark: Mark
    cell: CellId | None = None
    text: Words | None = None


class CriterionCourse(Struct, frozen=True):
    """One criterion with all its marks; the last one that judges (anything but *noted*) is ``seen``."""

    criterion: CriterionId
    objective: ObjectiveId | None
    seen: Seen
    marks: tuple[Marked, ...] = ()


class ObjectiveCourse(Struct, frozen=True):
    """One objective: how many of its ``planned`` criteria were observed, and how.

    After the exercise evaluation guide of HSEEP: evidence by criterion first, a level afterwards, never above
    the evidence and never computed.
    """

    objective: ObjectiveId
    criteria: tuple[CriterionId, ...]
    seen: int
    partly: int
    not_seen: int

    @property
    def planned(self) -> int:
        """How many criteria it has."""
        return len(self.criteria)

    @property
    def observed(self) -> int:
        """How many of them an observer judged."""
        return self.seen + self.partly + self.not_seen


class Observations(Struct, frozen=True):
    """Criteria and objectives in the order of the script; ``notes`` are remarks about no criterion."""

    criteria: tuple[CriterionCourse, ...]
    objectives: tuple[ObjectiveCourse, ...]
    notes: tuple[Marked, ...]


def observations(played: Played) -> Observations:
    """What observers saw, criterion by criterion."""
    marks: dict[CriterionId | None, list[Marked]] = {}
    for event, fact in played.facts(ObservationMarked):
        at = played.when(event, fact.fact_at).play
        marks.setdefault(fact.criterion, []).append(Marked(event.seq, at, fact.mark, fact.cell, fact.text))
    criteria = tuple(
        CriterionCourse(one.id, one.objective, _seen(marks.get(one.id, [])), tuple(marks.get(one.id, [])))
        for one in played.index.script.criteria
    )
    objectives = tuple(_objective(one.id, criteria) for one in played.index.script.objectives)
    return Observations(criteria, objectives, tuple(marks.get(None, [])))


def _seen(marks: list[Marked]) -> Seen:
    judging = [one.mark for one in marks if one.mark is not Mark.NOTED]
    return Seen(judging[-1]) if judging else Seen.NOT_OBSERVED


def _objective(objective: ObjectiveId, criteria: tuple[CriterionCourse, ...]) -> ObjectiveCourse:
    own = [one for one in criteria if one.objective == objective]
    found = [one.seen for one in own]
    return ObjectiveCourse(
        objective,
        tuple(one.criterion for one in own),
        found.count(Seen.SEEN),
        found.count(Seen.PARTLY),
        found.count(Seen.NOT_SEEN),
    )
