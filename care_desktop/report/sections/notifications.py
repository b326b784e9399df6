"""Section 5: what was told to whom in play, with its own T0; never a finding of breach."""

from __future__ import annotations

from datetime import date

from care_desktop.debrief.duties import Done, DutyCourse
from care_desktop.report.author import Author, cell, name_cell, second
from care_desktop.report.model import (
    Answer,
    Block,
    Cell,
    Column,
    Line,
    Mark,
    Paragraph,
    Piece,
    Role,
    Section,
    phrase,
)
from care_desktop.report.sections.alerts import SAID, alerts, raised, unrecorded
from care_desktop.scenario.script import Duty


def notifications(author: Author) -> Section:
    """*Signalements et notifications*."""
    say = author.say
    duties = {one.id: one for one in author.script.duties}
    courses = [one for one in author.debrief.duties if one.duty in duties]
    blocks: list[Block] = [alerts(author)] if author.script.correspondents else []
    if courses:
        blocks.append(
            author.table(
                "duties",
                say("report.duties_title_unaided" if author.unaided else "report.duties_title"),
                (
                    Column(say("report.column_whom"), 116),
                    Column(say("report.column_deadline"), 84),
                    Column(say("report.column_in_play"), 66),
                    Column(say("report.column_said"), 98),
                    Column(say("report.column_law"), 118),
                ),
                [_row(author, duties[one.duty], one) for one in courses],
                subtitle=say("report.law_to_verify"),
                notes=(author.note(say("report.reading"), _reading(author)),),
            )
        )
    else:
        blocks.append(Paragraph(phrase(say("report.duties_none"))))
    return Section("5", say("report.section_notifications"), tuple(blocks))


def _reading(author: Author) -> str:
    told = unrecorded(author) or author.say("report.duties_reading")
    return f"{told} {author.say('report.t0_reading')}"


def _law(author: Author, duty: Duty) -> Cell:
    """The article, and the day of which it tells the law."""
    article = author.cut(author.voice.text(duty.article), 160)
    if not article:
        return second(author.say("report.law_none"))
    if not duty.as_of:
        return cell(article, author.say("report.law_undated"))
    return cell(article, author.say("report.law_as_of", date=author.cut(_day(author, duty.as_of), 40)))


def _day(author: Author, written: str) -> str:
    try:
        return author.voice.day(date.fromisoformat(written))
    except ValueError:
        return written


def _row(author: Author, duty: Duty, course: DutyCourse) -> tuple[Cell, ...]:
    return (
        name_cell(author.name("duty", duty.id), author.cut(author.voice.text(duty.to), 120)),
        _deadline(author, course, duty),
        _in_play(author, course),
        _content(author, course),
        _law(author, duty),
    )


def _deadline(author: Author, course: DutyCourse, duty: Duty) -> Cell:
    say = author.say
    allowed = author.cut(author.voice.text(duty.delay), 120)
    if not allowed and duty.deadline is not None:
        allowed = author.voice.duration(duty.deadline.ms)
    allowed = allowed or say("report.delay_unsaid")
    if course.started_at is None:
        return cell(allowed, say("report.t0_never"))
    return cell(allowed, say("report.t0", since=author.since(course.started_at.story)))


def _in_play(author: Author, course: DutyCourse) -> Cell:
    say = author.say
    if course.done is Done.NOT_STARTED:
        return (Mark(Answer.NOTHING, say("report.duty_not_started")),)
    if course.done is Done.NOT_DONE and author.unaided:
        return second(say("report.unrecorded"))
    if course.done is Done.NOT_DONE:
        return (
            Mark(Answer.NO, say("report.duty_not_done")),
            Line(phrase(say("report.duty_in_exercise")), Role.SECOND),
        )
    since = author.since(course.story) if course.story is not None else "–"
    pieces: list[Piece] = [Mark(Answer.YES, say("report.duty_done", since=since))]
    by = author.name("correspondent", course.correspondent) or author.name("function", course.by)
    details = " · ".join(
        part for part in (after_start(author, course), by, author.journal(course.met)) if part
    )
    pieces.append(Line(phrase(details), Role.SECOND))
    return tuple(pieces)


def after_start(author: Author, course: DutyCourse) -> str:
    """How long after its T0 something was done: « fait » alone says nothing of two weeks."""
    if course.taken_ms is None or course.taken_ms < 0:
        return ""
    return author.say("report.after_t0", duration=author.voice.duration(course.taken_ms))


def _content(author: Author, course: DutyCourse) -> Cell:
    typed = author.quoted(course.text, SAID)
    words = raised(author, course.correspondent, course.said)
    if words or typed:
        pieces: list[Piece] = [Line(phrase(words))] if words else []
        if typed:
            pieces.append(Line(phrase(typed), Role.MOTIVE))
        return tuple(pieces)
    return second(author.say("report.said_unrecorded") if course.done is Done.DONE else "–")
