"""Figure 4: the state of services in story time, drawn as wide as it was played."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from care_desktop.debrief.services import ServiceCourse
from care_desktop.report.author import Author
from care_desktop.report.model import Figure
from care_desktop.report.plots import (
    Axis,
    Held,
    Passage,
    PublicMark,
    RecoveryPlot,
    RecoveryWords,
    ServiceRow,
    Tick,
)
from care_desktop.report.sections.axes import signs
from care_desktop.report.sections.jumps import named
from care_desktop.report.sections.targets import own_target
from care_desktop.scenario.conditions import ServiceLevel
from care_desktop.scenario.time import HOUR, MINUTE

_STEPS = (10 * MINUTE, 30 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, 24 * HOUR)
_MOST_ROWS = 24


def levels_at_end(author: Author) -> list[ServiceLevel]:
    """The level of each service when the exercise ended."""
    return [one.level_at_end for one in author.debrief.services.courses]


def curve(author: Author) -> Figure:
    """The figure, its title as far as the data say it."""
    say, times = author.say, author.debrief.times
    passages = tuple(_passages(author))
    courses = author.debrief.services.courses
    plot = RecoveryPlot(
        axis=Axis(times.start.story, times.end.story, _ticks(author, passages), say("report.axis_story")),
        passages=passages,
        phases=tuple(
            Tick(one.start.story, f"{n}\u2002{author.label('phase', one.phase)}", str(n))
            for n, one in enumerate(times.phases, 1)
        ),
        services=tuple(_row(author, one) for one in _shown(courses)),
        public=tuple(_published(author)),
        words=RecoveryWords(
            say("report.services"),
            say("report.count_of", n=min(len(courses), _MOST_ROWS)),
            say("report.public"),
            author.voice.text(author.script.attack)[:90],
            say("report.dmia_key"),
            say("report.dmia_default_key"),
            say("report.jump_key"),
        ),
        key=signs(author),
    )
    notes = [author.note(say("report.reading"), _reading(author))]
    if plot.public:
        notes.append(
            author.note(say("report.public_label"), say("report.curve_public", table=author.number("public")))
        )
    notes.append(author.note(say("report.scope"), _scope(author)))
    return author.figure(
        "recovery",
        _title(author),
        plot,
        subtitle=say("report.curve_sub", n=len(courses)),
        notes=tuple(notes),
        table="returns",
    )


def _title(author: Author) -> str:
    """How many services were well at the end."""
    levels = levels_at_end(author)
    nominal = levels.count(ServiceLevel.NOMINAL)
    if nominal == len(levels):
        return author.say("report.curve_all", n=len(levels), count=author.voice.spelled(len(levels)))
    return author.say("report.curve_some", n=nominal, services=len(levels))


def _published(author: Author) -> Iterator[PublicMark]:
    """The milestones of the public reference that lie in the story as it was played."""
    times = author.debrief.times
    for one in author.script.milestones:
        if times.start.story <= one.at <= times.end.story:
            since = author.voice.since_short(one.at - author.script.starts)
            yield PublicMark(one.at, since, " ".join(author.voice.text(one.text)[:200].split()))


def _shown(courses: tuple[ServiceCourse, ...]) -> tuple[ServiceCourse, ...]:
    """All, or of very many those that were longest away from nominal, in the order of the script."""
    if len(courses) <= _MOST_ROWS:
        return courses
    worst = sorted(courses, key=lambda one: -(2 * one.down_ms + one.degraded_ms))[:_MOST_ROWS]
    return tuple(one for one in courses if one in worst)


def _row(author: Author, course: ServiceCourse) -> ServiceRow:
    spans = tuple(Held(one.start.story, one.end.story, one.level) for one in course.spells)
    target = None
    if course.target is not None and course.impaired_at is not None:
        target = course.impaired_at.story + course.target
    by_default = target is not None and not own_target(author, course)
    return ServiceRow(author.label("service", course.service), spans, target, by_default)


def _passages(author: Author) -> Iterator[Passage]:
    """The story from DEBEX to FINEX: stretches played at one pace, and jumps."""
    times = author.debrief.times
    edges = [(one.start.play, one.start.story) for one in times.segments]
    edges.append((times.end.play, times.end.story))
    jumps, worded = {one.story_from: one for one in times.jumps}, named(author)
    cuts = sorted({edge for one in times.jumps for edge in (one.story_from, one.story_to)})
    points = sorted({times.start.story, times.end.story, *(story for _, story in edges), *cuts})
    points = [at for at in points if times.start.story <= at <= times.end.story]
    jump_end = -1
    for begin, end in itertools.pairwise(points):
        jump = jumps.get(begin)
        if jump is not None:
            jump_end = jump.story_to
            length = author.voice.duration(jump.story_to - jump.story_from)
            label = author.say("report.jump", length=length) if jump in worded else ""
            yield Passage(begin, min(jump.story_to, times.end.story), 0, jump=True, label=label)
        elif begin >= jump_end:
            yield Passage(begin, end, _played(author, begin, end))


def _played(author: Author, begin: int, end: int) -> float:
    segments = [one for one in author.debrief.times.segments if one.start.story <= begin]
    if not segments:
        return end - begin
    return (end - begin) * segments[-1].den / segments[-1].num


def _ticks(author: Author, passages: tuple[Passage, ...]) -> tuple[Tick, ...]:
    """Round hours since H: the beginning, the edges of jumps, and steps that suit each stretch's pace."""
    origin = author.script.starts
    played = sum(one.played for one in passages) or 1
    found: set[int] = {author.debrief.times.start.story}
    for one in passages:
        if one.jump or one.played <= 0:
            continue
        labels = max(1, round(9 * one.played / played))
        step = next((step for step in _STEPS if (one.end - one.begin) / step <= labels + 0.5), _STEPS[-1])
        first = -(-(one.begin - origin) // step) * step + origin
        found |= {int(at) for at in range(int(first), int(one.end) + 1, step)}
    return tuple(Tick(at, author.voice.since_short(at - origin)) for at in sorted(found))


def _reading(author: Author) -> str:
    outages = [
        (course, [one for one in course.spells if one.level is ServiceLevel.DOWN])
        for course in author.debrief.services.courses
    ]
    # One that was down once is read first: nothing need be added to be exact
    for course, down in sorted(outages, key=lambda one: len(one[1]) > 1):
        if down:
            return author.say(
                "report.curve_reading" if len(down) == 1 else "report.curve_reading_first",
                service=author.name("service", course.service),
                begun=author.since(down[0].start.story),
                ended=author.since(down[0].end.story),
            )
    return author.say("report.curve_reading_none")


def _scope(author: Author) -> str:
    courses = author.debrief.services.courses
    down = sum(one.down_ms for one in courses)
    # Whole hours, but less than one is told in minutes: it is not nothing
    told = author.voice.duration(round(down / HOUR) * HOUR if down >= HOUR else down)
    scope = author.say("report.curve_scope", n=len(courses), duration=told)
    if len(courses) > _MOST_ROWS:
        scope += " " + author.say("report.curve_rows", n=_MOST_ROWS, services=len(courses))
    return scope
