"""The timeline: phases, stimuli, decisions and services along the memory of the room."""

from __future__ import annotations

from care_desktop.debrief.decisions import Decided, Outcome, Way
from care_desktop.debrief.injects import Fate, InjectCourse
from care_desktop.debrief.times import PhasePlayed
from care_desktop.report.author import CELL, Author
from care_desktop.report.model import Figure
from care_desktop.report.plots import (
    Held,
    Labelled,
    Lane,
    PhaseSpan,
    ServiceRow,
    Sign,
    Stimulus,
    TimelinePlot,
)
from care_desktop.report.sections.axes import real_axis, signs
from care_desktop.report.sections.cover import launched
from care_desktop.report.sections.decided import chosen
from care_desktop.report.sections.exercised import pauses

_LABEL = 48
_ROOM_FOR_SERVICES = 9


def timeline(author: Author) -> Figure | None:
    """The figure; none where nothing was played."""
    say, debrief = author.say, author.debrief
    if debrief.times.begun is None or debrief.times.end.play <= debrief.times.start.play:
        return None
    injects = debrief.injects
    shown = _shown_services(author)
    plot = TimelinePlot(
        axis=real_axis(author),
        phase_head=(say("report.phase"), say("report.axis_story")),
        phases=tuple(_span(author, n, one) for n, one in enumerate(debrief.times.phases, 1)),
        stimuli_head=(
            say("report.stimuli"),
            say("report.stimuli_of", n=injects.launched, planned=injects.planned),
        ),
        stimuli=tuple(sorted(_stimuli(author), key=lambda one: one.at)),
        lanes=_lanes(author),
        services_head=say("report.services"),
        services=shown,
        pauses=pauses(author, "report.pause_label"),
        key=signs(author),
    )
    notes = [author.note(say("report.reading"), _reading(author))]
    scope = []
    if len(shown) < len(debrief.services.courses):
        scope.append(say("report.timeline_scope", n=len(shown), services=len(debrief.services.courses)))
    if injects.courses:
        scope.append(say("report.timeline_source", told=launched(author), injects=author.number("injects")))
    if scope:
        notes.append(author.note(say("report.scope"), " ".join(scope)))
    return author.figure(
        "timeline",
        say("report.timeline_title"),
        plot,
        subtitle=say("report.timeline_sub"),
        notes=tuple(notes),
        table="injects" if injects.courses else "journal",
    )


def _span(author: Author, number: int, phase: PhasePlayed) -> PhaseSpan:
    begin, end = author.room.at(phase.start.play), author.room.at(phase.end.play)
    if phase.end == author.debrief.times.end:
        end = author.room.of(author.debrief.times.ended, phase.end.play)
    name = f"{number}\u2002{author.label('phase', phase.phase)}"
    lines = (story_time(author, phase), _pace(author, phase))
    return PhaseSpan(begin, end, name, lines, str(number))


def story_time(author: Author, phase: PhasePlayed) -> str:
    """From when to when it was played; a jump that ends a phase was not."""
    ended = phase.end.story
    for jump in author.debrief.times.jumps:
        if jump.at == phase.end.play and jump.story_from < ended <= jump.story_to:
            ended = jump.story_from
    return f"{author.story(phase.start.story)} – {author.story(ended)}"


def _pace(author: Author, phase: PhasePlayed) -> str:
    if phase.num == phase.den:
        return author.say("report.pace_one")
    number = f"{phase.num}" if phase.den == 1 else f"{phase.num}/{phase.den}"
    return author.say("report.pace", pace=number)


def _stimuli(author: Author) -> list[Stimulus]:
    found = []
    for one in author.debrief.injects.courses:
        if one.fate is Fate.LAUNCHED and one.launched_at is not None:
            at = author.room.of(one.launched, one.launched_at.play)
            found.append(Stimulus(at, _stimulus_label(author, one), played=True))
        elif one.fate in {Fate.SKIPPED, Fate.NOT_LAUNCHED} and one.due is not None:
            at = author.room.at(
                one.due.play if one.due.play is not None else author.debrief.times.play_at(one.due.ms)
            )
            found.append(Stimulus(at, "", played=False))
    return found


def _stimulus_label(author: Author, one: InjectCourse) -> str:
    inject = author.inject(one.inject)
    title = author.voice.text(inject.title) if inject else author.typed(one.improvised)
    return f"{author.inject_key(one.inject)} {_flat(title, CELL)}"


def _flat(text: str, most: int) -> str:
    """A text in one line; one too long for a label is none, for a label is not cut."""
    flat = " ".join(text.split()) if len(text) <= 2 * most else ""
    return flat if len(flat) <= most else ""


def _lanes(author: Author) -> tuple[Lane, ...]:
    lanes = []
    for each in author.script.cells:
        marks = tuple(
            _mark(author, one)
            for one in author.debrief.decisions.taken
            if one.cell == each.id and _at(one) is not None
        )
        lanes.append(Lane(author.label("cell", each.id), tuple(sorted(marks, key=lambda one: one.at))))
    return tuple(lanes)


def _at(one: Decided) -> int | None:
    """Where a decision stands on the play axis: the fact, or where it was left."""
    if one.outcome is Outcome.DECIDED or one.way is Way.SPONTANEOUS:
        return one.at
    if one.outcome is Outcome.WITHDRAWN:
        return None
    if one.since is not None and one.censored_ms is not None:
        return one.since + one.censored_ms
    return one.at


def _mark(author: Author, one: Decided) -> Labelled:
    at = author.room.at(_at(one) or 0)
    if one.way is Way.SPONTANEOUS:
        sign, text = Sign.SPONTANEOUS, author.typed(one.text)
    else:
        decision = author.decision(one.decision or "")
        text = author.voice.text(decision.question) if decision else ""
        sign = Sign.ANTICIPATED if one.way is Way.ANTICIPATED else Sign.ASKED
        if one.outcome is not Outcome.DECIDED:
            sign = Sign.OPEN
        option = chosen(author, one)
        if option is not None and one.outcome is Outcome.DECIDED:
            text = author.voice.text(option.label)
    return Labelled(at, sign, author.decision_key(one), _flat(text, _LABEL))


def _shown_services(author: Author) -> tuple[ServiceRow, ...]:
    """The services that were longest not nominal; all of them are in the recovery figure."""
    courses = author.debrief.services.courses
    # Each phase takes lines above the figure: it must stay on the page of the story
    most = max(3, _ROOM_FOR_SERVICES - len(author.debrief.times.phases))
    worst = sorted(courses, key=lambda one: -(2 * one.down_ms + one.degraded_ms))[:most]
    ended = author.debrief.times.end
    last = author.room.of(author.debrief.times.ended, ended.play)
    return tuple(
        ServiceRow(
            author.label("service", course.service),
            tuple(
                Held(
                    author.room.at(spell.start.play),
                    last if spell.end == ended else author.room.at(spell.end.play),
                    spell.level,
                )
                for spell in course.spells
            ),
        )
        for course in courses
        if course in worst
    )


def _reading(author: Author) -> str:
    for one in author.debrief.decisions.taken:
        if one.outcome is Outcome.DECIDED and one.at is not None and one.story is not None:
            return author.say(
                "report.timeline_reading",
                key=author.decision_key(one),
                hour=author.real(one.at),
                story=author.story(one.story),
            )
    return author.say("report.timeline_reading_none")
