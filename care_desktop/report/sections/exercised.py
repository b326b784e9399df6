"""Section 1: what was exercised and what not, who was there, and the contents."""

from __future__ import annotations

from care_desktop.debrief.presence import FunctionCourse
from care_desktop.debrief.times import Standstill
from care_desktop.exercise.events import Gap, Pause
from care_desktop.report.author import BODY, Author
from care_desktop.report.model import Block, Contents, Figure, Note, Section, Side
from care_desktop.report.plots import PresencePlot, PresenceRow, Stretch
from care_desktop.report.sections.axes import real_axis
from care_desktop.report.sections.jumps import jumped
from care_desktop.scenario.kinds import a_facility

_WHY: dict[Pause | Gap, str] = {
    Pause.PAUSE: "report.stopped_pause",
    Pause.REAL_INCIDENT: "report.stopped_incident",
    Gap.STOPPED: "report.stopped_machine",
    Gap.SLEEP: "report.stopped_sleep",
    Gap.FORK: "report.stopped_fork",
}
_WHY_UNAIDED = {
    Pause.PAUSE: "report.stopped_pause_unaided",
    Gap.STOPPED: "report.stopped_machine_unaided",
    Gap.SLEEP: "report.stopped_sleep_unaided",
}
_MINUTE = 60_000


def exercised(author: Author) -> Section:
    """What was tried, and what was not."""
    say, texts = author.say, author.texts
    blocks: list[Block] = []
    if author.dossier.simulated:
        blocks.append(author.side(say("report.demonstration"), say("report.simulated_text")))
    if author.script.written_for:
        told = say("report.written_for", kinds=a_facility(author.script.written_for, say))
        blocks.append(author.side(say("report.scenario"), told))
    blocks += [
        Side(say("report.tested"), author.or_blank(texts.tested)),
        Side(say("report.untested"), author.or_blank(texts.untested)),
        _artifices(author),
        _interruptions(author),
    ]
    figure = _presence(author)
    if figure is None:
        blocks.append(author.side(say("report.presence"), _unnoted(author)))
    else:
        blocks.append(figure)
    blocks.append(Side(say("report.observers"), author.or_blank(texts.observers)))
    blocks.append(Contents(say("report.contents")))
    return Section("1", say("report.section_exercised"), tuple(blocks), fresh=True)


def _artifices(author: Author) -> Side:
    """What was not as in life: jumps and paces are known, the rest is what people wrote."""
    say, times = author.say, author.debrief.times
    sentences = [jumped(author)]
    if any(not one.real_pace for one in times.phases):
        sentences.append(say("report.paced"))
    sentences.append(say("report.fictive_values" if author.script.indicators else "report.fictive_durations"))
    written = author.cut(author.texts.artifices, BODY)
    return author.side(say("report.artifices"), written, " ".join(filter(None, sentences)))


def _interruptions(author: Author) -> Side:
    say = author.say
    sentences = [_stopped(author, one) for one in author.debrief.times.standstills]
    if sentences:
        sentences.append(say("report.stopped_excluded"))
    written = author.cut(author.texts.interruptions, BODY)
    if not sentences and not written:
        sentences.append(say("report.stopped_never"))
    return author.side(say("report.interruptions"), " ".join(sentences), written)


def _stopped(author: Author, one: Standstill) -> str:
    begin, end = stood_still(author, one)
    said = author.typed(one.text, 160)
    why = why_stopped(author, one.why)
    if said:
        why = author.say("report.stopped_said", why=why, said=said)
    if end is None or end - begin < _MINUTE:
        return author.say("report.stopped_at", begun=author.voice.clock(begin), why=why)
    return author.say(
        "report.stopped_from_to", begun=author.voice.clock(begin), ended=author.voice.clock(end), why=why
    )


def why_stopped(author: Author, why: Pause | Gap) -> str:
    """Why play stood still; where nobody facilitated, the team paused, on a computer of its own."""
    return author.say((_WHY_UNAIDED if author.unaided else {}).get(why, _WHY[why]))


def stood_still(author: Author, one: Standstill) -> tuple[int, int | None]:
    """From when to when play stood still, in real time; the gap of a stop is before its event."""
    begin = author.room.at(one.at.play)
    if one.gap_ms is not None:
        begin = min(begin, author.room.of(one.seq, one.at.play) - one.gap_ms)
    if not author.room.known:
        return begin, None
    if one.resumed is None:
        return begin, author.room.of(one.seq, one.at.play)
    return begin, author.room.of(one.resumed, one.at.play)


def pauses(author: Author, label: str = "") -> tuple[Stretch, ...]:
    """The real pauses that can be seen on an axis of real time; ``label`` takes the duration."""
    found = []
    for one in author.debrief.times.standstills:
        begin, end = stood_still(author, one)
        if end is not None and end - begin >= _MINUTE:
            said = author.say(label, duration=author.voice.duration(end - begin)) if label else ""
            found.append(Stretch(begin, end, said))
    return tuple(found)


def _presence(author: Author) -> Figure | None:
    say, presence, times = author.say, author.debrief.presence, author.debrief.times
    if times.begun is None:
        return None
    axis = real_axis(author)
    shown = [one for one in presence.functions if one.required or one.stays]
    rows = tuple(_row(author, one) for one in shown)
    if not presence.noted:
        # Its number is kept: a reader who compares two reports finds the same figure under the same number
        nobody = (
            PresenceRow(
                say("report.presence_no_function"), required=False, spans=(), note=say("report.not_noted")
            ),
        )
        plot = PresencePlot(axis, rows or nobody, pauses(author), say("report.required"))
        note = author.note(say("report.reading"), _unnoted(author))
        title = say("report.presence_not_noted")
        return author.figure("presence", title, plot, notes=(note,), table="journal")
    plot = PresencePlot(axis, rows, pauses(author), say("report.required"))
    required = len(presence.present) + len(presence.absent)
    if author.dossier.simulated:
        title = say("report.presence_simulated")
    elif not required:
        title = say("report.presence_title")
    elif not presence.absent:
        title = say("report.presence_all", n=required)
    else:
        title = say(
            "report.presence_some",
            n=len(presence.present),
            count=author.voice.spelled(len(presence.present), feminine=True, capital=True),
            required=author.voice.spelled(required, feminine=True),
        )
    day = author.day
    subtitle = say("report.presence_sub_on", day=author.voice.day(day)) if day else say("report.presence_sub")
    return author.figure(
        "presence", title, plot, subtitle=subtitle, notes=_notes(author, shown), table="presence"
    )


def _unnoted(author: Author) -> str:
    return author.say(
        "report.presence_none_simulated" if author.dossier.simulated else "report.presence_none"
    )


def _row(author: Author, one: FunctionCourse) -> PresenceRow:
    spans = tuple(
        Stretch(author.room.at(stay.start), author.room.of(author.debrief.times.ended, stay.end))
        if stay.left is None
        else Stretch(author.room.at(stay.start), author.room.at(stay.end))
        for stay in one.stays
    )
    absent = "report.absent" if author.debrief.presence.noted else "report.not_noted"
    note = "" if one.stays else author.say(absent)
    return PresenceRow(author.label("function", one.function), bool(one.required), spans, note)


def _notes(author: Author, shown: list[FunctionCourse]) -> tuple[Note, ...]:
    say = author.say
    reading = next(
        (
            say(
                "report.presence_reading",
                function=author.name("function", one.function),
                begun=author.real(one.stays[0].start),
                ended=author.real(one.stays[0].end),
            )
            for one in shown
            if one.stays
        ),
        say("report.presence_reading_none"),
    )
    if pauses(author):
        reading += " " + say("report.presence_pause")
    return (
        author.note(say("report.reading"), reading),
        author.note(say("report.source"), say("report.presence_source", table=author.number("presence"))),
    )
