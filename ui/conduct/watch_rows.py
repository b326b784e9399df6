"""« À surveiller »: cells that left no trace for a while, and duties that were not done so far."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from care_desktop.exercise import events as e
from care_desktop.exercise.state import Status
from care_desktop.scenario.ids import CellId, DutyId
from care_desktop.scenario.time import MINUTE
from ui.conduct.names import cell_named, moment
from ui.conduct.seen import Seen

SILENT_AFTER = 8 * MINUTE
"""Play time without a trace after which a cell is worth a look: a working cell writes nothing."""


class Sort(StrEnum):
    """What a remark is about."""

    CELL = "cell"
    DUTY = "duty"
    INJECT = "inject"


class Row(Struct, frozen=True):
    """A remark: a name, what is to be seen of it, and whether that presses."""

    sort: Sort
    of: str
    name: str
    text: str
    presses: bool = False


class Traces:
    """When each cell last left a trace, followed from event to event."""

    def __init__(self) -> None:
        self._read = 0
        self._last: dict[CellId, int] = {}

    def follow(self, seen: Seen) -> Mapping[CellId, int]:
        """The play time of the last trace of each cell that left one."""
        if len(seen.events) < self._read:
            self.__init__()  # type: ignore[misc]
        for event in seen.events[self._read :]:
            self._note(event)
        self._read = len(seen.events)
        return self._last

    def _note(self, event: e.Event) -> None:
        if isinstance(event.fact, _TRACES):
            cell = event.fact.cell
            if cell is not None:
                self._last[cell] = event.at.play


def rows(seen: Seen, traces: Mapping[CellId, int]) -> list[Row]:
    """What is worth a look now: silent cells, then the duties that have their T0 and are not done."""
    if seen.view.status not in (Status.RUNNING, Status.SUSPENDED):
        return []
    return [*_cells(seen, traces), *_duties(seen)]


def _cells(seen: Seen, traces: Mapping[CellId, int]) -> list[Row]:
    found = []
    for cell in seen.index.cells:
        silent = seen.now.play - traces.get(cell, 0)
        if silent >= SILENT_AFTER:
            text = seen.speaker.say("conduct.silent_since", time=seen.speaker.duration(silent))
            found.append(Row(Sort.CELL, cell, cell_named(seen, cell), text, presses=True))
    return found


def _duties(seen: Seen) -> list[Row]:
    found = []
    for duty, described in seen.index.duties.items():
        one = seen.duty(duty)
        if one.started is not None and one.met is None:
            found.append(Row(Sort.DUTY, duty, seen.speaker.text(described.name), _left(seen, duty)))
    return found


def _left(seen: Seen, duty: DutyId) -> str:
    deadline = seen.duty(duty).deadline
    if deadline is None or seen.duty(duty).overdue is not None:
        return seen.speaker.say("conduct.duty_not_yet")
    at = deadline.ms if deadline.story is not None else seen.view.line.story_at(deadline.ms)
    return seen.speaker.say("conduct.duty_not_yet_before", hour=moment(seen, at))


_TRACES = (
    e.AnswerGiven,
    e.CorrespondentCalled,
    e.DecisionRevised,
    e.EntryWritten,
    e.FunctionArrived,
    e.InformationAsked,
    e.ObservationMarked,
    e.SpontaneousDecisionTaken,
)
