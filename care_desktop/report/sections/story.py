"""Section 2: the story in a few lines per phase, and the timeline along the memory of the room."""

from __future__ import annotations

from care_desktop.debrief.decisions import Decided, Outcome, Way
from care_desktop.debrief.injects import Fate, InjectCourse
from care_desktop.debrief.times import Jump, PhasePlayed
from care_desktop.journal.records import Seq
from care_desktop.report.author import BODY, CELL, NAME, Author, cell, name_cell, second
from care_desktop.report.model import Block, Cell, Column, Figure, Section, Side, Table
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
from care_desktop.report.sections.happened import happened
from care_desktop.scenario.ids import PhaseId

_LABEL = 48
_ROOM_FOR_SERVICES = 9


def story(author: Author) -> Section:
    """What happened."""
    say = author.say
    figure = _timeline(author)
    # The figure first: the lines of the phases may go on over the page, it may not
    blocks: list[Block] = [figure] if figure is not None else []
    passed: set[Seq] = set()
    phases = [(one, _told(author, one)) for one in _stretches(author)]
    quiet = [one for one, told in phases if not told]
    if len(quiet) == 1:
        quiet = []  # Alone it keeps its own name; only several share a line
    for one, told in phases:
        if one not in quiet:
            head = author.name("phase", one.phase) or say("report.story")
            sub = _story_time(author, one)
            blocks.append(author.side(head, told or say("report.told_nothing"), sub=sub))
        for jump in author.debrief.times.jumps:
            if jump.seq not in passed and jump.at <= one.end.play:
                passed.add(jump.seq)
                blocks += _between(author, jump)
    if quiet:
        names = author.voice.listed([author.name("phase", one.phase) for one in quiet])
        blocks.append(author.side(say("report.quiet"), say("report.told_nothing"), sub=names))
    if not phases:
        blocks.append(author.side(say("report.story"), say("report.counted_nothing")))
    return Section("2", say("report.section_story"), tuple(blocks))


def _stretches(author: Author) -> tuple[PhasePlayed, ...]:
    """The phases; all of it as one where the script has none."""
    times = author.debrief.times
    if times.phases or times.begun is None:
        return times.phases
    return (PhasePlayed(PhaseId(""), times.start, times.end, 1, 1, real_pace=True),)


def _told(author: Author, phase: PhasePlayed) -> str:
    """What people tell of a phase, or what the journal alone can."""
    written = next((one.text for one in author.texts.story if one.phase == phase.phase), "")
    return author.cut(written, BODY) if written else happened(author, phase)


def _between(author: Author, jump: Jump) -> list[Side]:
    """What the scenario went on with while nobody played, if anything."""
    passed = happened(author, jump)
    sub = f"{author.story(jump.story_from)} – {author.story(jump.story_to)}"
    return [author.side(author.say("report.between_phases"), passed, sub=sub)] if passed else []


def _story_time(author: Author, phase: PhasePlayed) -> str:
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


def _timeline(author: Author) -> Figure | None:
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


def indicators(author: Author) -> Table:
    """The made-up values of the scenario: they are shown, or they would not be worth a word."""
    say, voice = author.say, author.voice
    described = {one.id: one for one in author.script.indicators}
    rows: list[tuple[Cell, ...]] = []
    for one in author.debrief.indicators:
        indicator = described[one.indicator]
        unit = author.cut(voice.text(indicator.unit), 40)
        numbers = (one.points[0].value, one.last, one.lowest, one.highest)
        rows.append(
            (
                name_cell(author.cut(voice.text(indicator.name), NAME)),
                *(cell(str(number)) for number in numbers),
                second(unit or "–"),
            )
        )
    return author.table(
        "indicators",
        say("report.indicators_title"),
        (
            Column(say("report.column_indicator"), 170),
            Column(say("report.column_at_start"), 52, numbers=True),
            Column(say("report.column_at_end"), 48, numbers=True),
            Column(say("report.column_lowest"), 48, numbers=True),
            Column(say("report.column_highest"), 52, numbers=True),
            Column(say("report.column_unit"), 112),
        ),
        rows,
        subtitle=say("report.indicators_sub"),
    )


def _span(author: Author, number: int, phase: PhasePlayed) -> PhaseSpan:
    begin, end = author.room.at(phase.start.play), author.room.at(phase.end.play)
    if phase.end == author.debrief.times.end:
        end = author.room.of(author.debrief.times.ended, phase.end.play)
    name = f"{number}\u2002{author.label('phase', phase.phase)}"
    lines = (_story_time(author, phase), _pace(author, phase))
    return PhaseSpan(begin, end, name, lines, str(number))


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
