"""The lanes of the timeline: stimuli, and for each cell what it decided and wrote, in play time. No Qt."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from care_desktop.debrief.decisions import Decided, Outcome
from care_desktop.debrief.injects import Fate, InjectCourse
from care_desktop.debrief.times import Standstill
from care_desktop.exercise.events import Gap, Pause
from care_desktop.scenario.time import HOUR, MINUTE
from ui.review.past import Past, when
from ui.review.telling import took, typed, who

if TYPE_CHECKING:
    from ui.voice import Voice

_STEPS = (MINUTE, 5 * MINUTE, 10 * MINUTE, 20 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 6 * HOUR)
_LABELS = 8
_STOPPED = {
    Pause.PAUSE: "review.stopped_pause",
    Pause.REAL_INCIDENT: "review.stopped_incident",
    Gap.STOPPED: "review.stopped_machine",
    Gap.SLEEP: "review.stopped_sleep",
    Gap.FORK: "review.stopped_fork",
}


class Sort(StrEnum):
    """What a mark stands for; each has its own shape."""

    STIMULUS = "stimulus"
    SKIPPED = "skipped"
    DECISION = "decision"
    NO_DECISION = "no_decision"
    WRITTEN = "written"


class Mark(Struct, frozen=True):
    """One thing that happened: where in play time, what it is called beside its shape, what it was."""

    sort: Sort
    play: int
    text: str
    key: str = ""
    since: int | None = None


class Lane(Struct, frozen=True):
    """A row of marks, in the order of their time."""

    name: str
    marks: tuple[Mark, ...]


class Cut(Struct, frozen=True):
    """A place where play time stood still: a pause, or a jump of the story."""

    play: int
    text: str
    jump: bool


class Timeline(Struct, frozen=True):
    """All lanes on one axis of play time, from 0 to ``end``."""

    end: int
    ticks: tuple[tuple[int, str], ...]
    lanes: tuple[Lane, ...]
    cuts: tuple[Cut, ...]


def timeline(voice: Voice, past: Past) -> Timeline:
    """The lanes of an exercise."""
    end = max(past.end, MINUTE)
    stimuli = Lane(voice.say("review.lane_stimuli"), _ordered(_stimuli(voice, past)))
    cells: dict[str | None, list[Mark]] = {one.id: [] for one in past.index.script.cells}
    _decisions(voice, past, cells)
    _written(voice, past, cells)
    lanes = [
        Lane(_name(voice, past, cell), _ordered(marks))
        for cell, marks in cells.items()
        if cell is not None or marks
    ]
    return Timeline(end, ticks(voice, end), (stimuli, *lanes), _cuts(voice, past))


def ticks(voice: Voice, end: int) -> tuple[tuple[int, str], ...]:
    """Round times along the axis, in hours and minutes."""
    step = next((step for step in _STEPS if end / step <= _LABELS), _STEPS[-1])
    return tuple((at, voice.play(at).rsplit(":", 1)[0]) for at in range(0, end + 1, step))


def _ordered(marks: list[Mark]) -> tuple[Mark, ...]:
    return tuple(sorted(marks, key=lambda one: one.play))


def _name(voice: Voice, past: Past, cell: str | None) -> str:
    if cell is None or cell not in past.index.cells:
        return voice.say("review.lane_journal")
    return voice.text(past.index.cells[cell].name)


def _stimuli(voice: Voice, past: Past) -> list[Mark]:
    marks = []
    for one in past.measured.injects.courses:
        key = past.inject_key(one.inject)
        if one.fate is Fate.LAUNCHED:
            at = _reached_at(one)
            if at is not None:
                marks.append(Mark(Sort.STIMULUS, at, _title(voice, past, one), key))
        elif one.fate is Fate.SKIPPED:
            event = past.event(one.skipped_seq)
            if event is not None:
                told = voice.say("review.mark_skipped", title=_title(voice, past, one))
                marks.append(Mark(Sort.SKIPPED, event.at.play, told, key))
    return marks


def _reached_at(one: InjectCourse) -> int | None:
    """When the players had it: shown or handed over, whichever came first, else its launch."""
    shown = [] if one.shown is None else [one.shown.play]
    first = min([*shown, *(each.at for each in one.reached if each.at is not None)], default=None)
    if first is not None:
        return first
    return None if one.launched_at is None else one.launched_at.play


def _title(voice: Voice, past: Past, one: InjectCourse) -> str:
    inject = past.index.injects.get(one.inject)
    return typed(voice, one.improvised) if inject is None else voice.text(inject.title)


def _decisions(voice: Voice, past: Past, cells: dict[str | None, list[Mark]]) -> None:
    for one in past.measured.decisions.taken:
        at = when(one)
        if at is None or one.outcome is Outcome.WITHDRAWN:
            continue
        key = past.key(one)
        lane = cells.setdefault(one.cell, [])
        sort = Sort.DECISION if one.outcome is Outcome.DECIDED else Sort.NO_DECISION
        lane.append(Mark(sort, at, told_of(voice, past, one), key, one.since))
        lane.extend(
            Mark(Sort.DECISION, revised.at, voice.say("review.mark_revised", key=key), key)
            for revised in one.revisions
        )


def told_of(voice: Voice, past: Past, one: Decided) -> str:
    """What was decided, and by whom, in a line."""
    by = who(voice, past.index, one) if one.outcome is Outcome.DECIDED else ""
    what = what_of(voice, past, one)
    return voice.say("review.decided_by", what=what, who=by) if by else what


def what_of(voice: Voice, past: Past, one: Decided) -> str:
    """What was decided, or why nothing was."""
    if one.outcome is Outcome.DEFAULTED:
        return voice.say("report.outcome_defaulted")
    if one.outcome is Outcome.UNDECIDED:
        return voice.say("report.outcome_undecided")
    if one.outcome is Outcome.WITHDRAWN:
        return voice.say("report.outcome_withdrawn")
    option = past.chosen(one)
    return typed(voice, one.text) if option is None else voice.text(option.label)


def _written(voice: Voice, past: Past, cells: dict[str | None, list[Mark]]) -> None:
    log = past.measured.log
    for entry in log.entries:
        text = typed(voice, entry.text)
        cells.setdefault(entry.cell, []).append(Mark(Sort.WRITTEN, entry.fact, text))
    for call in log.calls:
        correspondent = past.index.correspondents.get(call.correspondent)
        name = call.correspondent if correspondent is None else voice.text(correspondent.name)
        said = voice.say("review.told_called", name=name)
        cells.setdefault(call.cell, []).append(Mark(Sort.WRITTEN, call.fact, said))
    for one in past.measured.decisions.taken:
        for asked in one.asked:
            said = voice.say("review.told_asked", text=typed(voice, asked.text))
            cells.setdefault(asked.cell, []).append(Mark(Sort.WRITTEN, asked.at, said, past.key(one)))


def _cuts(voice: Voice, past: Past) -> tuple[Cut, ...]:
    times = past.measured.times
    pauses = [Cut(one.at.play, _stopped(voice, past, one), jump=False) for one in times.standstills]
    jumps = [
        Cut(
            one.at,
            voice.say(
                "review.jumped",
                begun=voice.story(one.story_from, past.index),
                ended=voice.story(one.story_to, past.index),
            ),
            jump=True,
        )
        for one in times.jumps
    ]
    return tuple(sorted(pauses + jumps, key=lambda one: one.play))


def _stopped(voice: Voice, past: Past, one: Standstill) -> str:
    why = voice.say(_STOPPED[one.why])
    begun, ended = past.wall(one.seq), past.wall(one.resumed)
    lasted = one.gap_ms
    if begun is not None and ended is not None:
        lasted = max(lasted or 0, round((ended - begun).total_seconds() * 1000))
    if not lasted:
        return why
    return voice.say("review.stopped_for", why=why, lasted=took(voice, lasted))
