"""One page: what happened, three strengths first, three improvements, three decisions asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from care_desktop.debrief.decisions import Way
from care_desktop.debrief.services import ServiceCourse
from care_desktop.report.author import CELL, POINT, SUMMARY, Author
from care_desktop.report.dossier import Remark
from care_desktop.report.model import Boxes, Paragraph, Phrase, Point, Points, Role, Section, phrase, strong
from care_desktop.report.sections.cover import from_to, launched
from care_desktop.report.sections.decided import undecided_sentence
from care_desktop.report.sections.decisions import taken_of
from care_desktop.report.sections.harm import harmful
from care_desktop.report.sections.holds import to_verify
from care_desktop.report.sections.proposed import improvements
from care_desktop.report.sections.strengths import strengths
from care_desktop.scenario.conditions import ServiceLevel
from care_desktop.scenario.time import MINUTE

_STRENGTHS = ("report.strengths", "report.strengths_few", "report.strengths_sub")
_IMPROVEMENTS = ("report.improvements", "report.improvements_few", "report.improvements_sub")
_THREE, _NAMED = 3, 8
_REFERENCE = 60
_ROOM, _SHORT = 1_080, 110


def essential(author: Author) -> Section:
    """The page that is read when only one is."""
    say, texts = author.say, author.texts
    summary = author.cut(texts.summary, SUMMARY) or _counted(author)
    if texts.summary and author.dossier.simulated:
        summary = say("report.simulated_sentence") + " " + summary
    asked = say("report.requests_by", day=author.voice.day(texts.requests_by)) if texts.requests_by else ""
    return Section(
        "",
        say("report.essential"),
        (
            Paragraph(phrase(summary), Role.ESSENTIAL),
            _points(author, _STRENGTHS, texts.strengths, strengths(author)),
            _points(author, _IMPROVEMENTS, texts.improvements, improvements(author)),
            *(
                ()
                if author.dossier.simulated
                else (Points(say("report.requests"), asked or say("report.requests_sub"), _requests(author)),)
            ),
        ),
        fresh=True,
    )


def _points(
    author: Author, heads: tuple[str, str, str], written: Sequence[Remark], proposed: Sequence[Remark]
) -> Points:
    """What people wrote; where they wrote nothing, what the journal shows, to be confirmed."""
    head, few, sub = heads
    if written:
        return Points(author.say(head), author.say(sub), _remarks(author, written))
    points = [
        Point(str(number), phrase(strong(one.text), " " + author.cut(one.more, CELL)), one.reference)
        for number, one in enumerate(proposed[:_THREE], 1)
    ]
    told = author.say("report.proposed" if points else "report.proposed_none")
    if author.dossier.simulated:
        # Nobody is there to fill a line by hand, nor to find a third
        shown = head if len(points) == _THREE else few
        nothing = Point("–", phrase(told))
        return Points(author.say(shown), told if points else author.say(sub), tuple(points or [nothing]))
    return Points(author.say(head), told, (*points, *_remarks(author, ())[len(points) :]))


def _counted(author: Author) -> str:
    """What the journal alone can say, where nobody has written a summary."""
    say, debrief = author.say, author.debrief
    if debrief.times.begun is None:
        return say("report.counted_nothing")
    sentences = [say("report.simulated_sentence")] if author.dossier.simulated else []
    counted = "report.counted_simulated_day" if author.dossier.simulated else "report.counted_day"
    if author.dossier.rehearsal:
        counted = "report.counted_rehearsal_day"
    if author.day is not None:
        sentences.append(say(counted, day=author.voice.day(author.day), hours=from_to(author)))
    if debrief.injects.courses:
        sentences.append(say("report.counted_stimuli", told=launched(author)))
    scripted = [one for one in debrief.decisions.taken if one.way is not Way.SPONTANEOUS]
    if scripted:
        sentences.append(taken_of(author, scripted))
        sentences.append(undecided_sentence(author, scripted))
    spontaneous = len(debrief.decisions.taken) - len(scripted)
    if spontaneous:
        sentences.append(say("report.counted_spontaneous", n=spontaneous))
    sentences += _harm(author)
    sentences += _services(author)
    return " ".join(filter(None, sentences))


def _harm(author: Author) -> Iterator[str]:
    """That patients came to harm in the story, for a reader of this page only."""
    played = harmful(author)
    if played:
        yield author.say(
            "report.counted_harm", n=len(played), count=author.voice.spelled(len(played), capital=True)
        )


def _services(author: Author) -> Iterator[str]:
    """How long the worst was out, how many procedures gave out, and what was not back at the end."""
    say, courses = author.say, author.debrief.services.courses
    if not courses:
        return
    worst = max(courses, key=lambda one: one.interrupted_ms)
    if worst.interrupted_ms:
        yield _longest(author, worst)
    ended = len(to_verify(author))
    if ended:
        count = author.voice.spelled(ended, feminine=True, capital=True)
        yield say("report.counted_gave_out", n=ended, count=count)
    out = [
        author.name("service", one.service) for one in courses if one.level_at_end is not ServiceLevel.NOMINAL
    ]
    yield say("report.counted_services", n=len(courses) - len(out), services=len(courses))
    if out and not author.unaided:
        yield say("report.counted_not_back", names=author.voice.listed(out, _NAMED))


def _longest(author: Author, course: ServiceCourse) -> str:
    """The longest outage; most of it may lie in jumps, where nobody could do anything about it."""
    say, duration = author.say, author.voice.duration
    name, lasted = author.name("service", course.service), duration(course.interrupted_ms)
    unplayed = _unplayed(author, course)
    if unplayed < MINUTE:
        return say("report.counted_longest", name=name, duration=lasted)
    return say("report.counted_longest_jumped", name=name, duration=lasted, jumped=duration(unplayed))


def _unplayed(author: Author, course: ServiceCourse) -> int:
    """How much of its longest outage lies in jumps."""
    down = [one for one in course.spells if one.level is ServiceLevel.DOWN]
    spell = max(down, key=lambda one: one.end.story - one.start.story)
    return sum(
        max(0, min(jump.story_to, spell.end.story) - max(jump.story_from, spell.start.story))
        for jump in author.debrief.times.jumps
    )


def _limit(author: Author) -> int:
    """How long a point may be: less where many are long, for the page is one page."""
    texts = author.texts
    points = [f"{one.text} {one.more}" for one in (*texts.strengths, *texts.improvements)]
    points += [one.text for one in texts.requests]
    return POINT if sum(min(len(point), POINT) for point in points) <= _ROOM else _SHORT


def _remarks(author: Author, remarks: Sequence[Remark]) -> tuple[Point, ...]:
    points = []
    for number in range(_THREE):
        key = str(number + 1)
        if number >= len(remarks):
            points.append(Point(key, phrase(author.say("report.to_fill")), blank=True))
            continue
        remark = remarks[number]
        points.append(Point(key, _finding(author, remark), author.cut(remark.reference, _REFERENCE)))
    return tuple(points)


def _finding(author: Author, remark: Remark) -> Phrase:
    """The finding stands out from what is added to it, also where both are shortened."""
    shown = author.cut(f"{remark.text} {remark.more}".strip(), _limit(author))
    if shown.startswith(remark.text):
        return phrase(strong(remark.text), shown[len(remark.text) :])
    return phrase(strong(shown))


def _requests(author: Author) -> tuple[Point, ...]:
    say, requests = author.say, author.texts.requests
    boxes = Boxes((say("report.yes"), say("report.no"), say("report.to_review")))
    points = []
    for number, key in enumerate("ABC"):
        if number >= len(requests):
            points.append(Point(key, phrase(say("report.to_fill")), boxes=boxes, blank=True))
            continue
        request = requests[number]
        words = phrase(author.cut(request.text, _limit(author)))
        points.append(Point(key, words, author.cut(request.cost, _REFERENCE), boxes))
    return tuple(points)
