"""One page: what happened, three strengths first, three improvements, three decisions asked."""

from __future__ import annotations

from collections.abc import Sequence

from care_desktop.debrief.decisions import Way
from care_desktop.report.author import POINT, SUMMARY, Author
from care_desktop.report.dossier import Remark
from care_desktop.report.model import Boxes, Paragraph, Phrase, Point, Points, Role, Section, phrase, strong
from care_desktop.report.sections.cover import from_to
from care_desktop.report.sections.decisions import taken_of
from care_desktop.scenario.conditions import ServiceLevel

_THREE = 3
_REFERENCE = 60
_ROOM, _SHORT = 1_080, 110


def essential(author: Author) -> Section:
    """The page that is read when only one is."""
    say, texts = author.say, author.texts
    summary = author.cut(texts.summary, SUMMARY) or _counted(author)
    asked = say("report.requests_by", day=author.voice.day(texts.requests_by)) if texts.requests_by else ""
    return Section(
        "",
        say("report.essential"),
        (
            Paragraph(phrase(summary), Role.ESSENTIAL),
            Points(say("report.strengths"), say("report.strengths_sub"), _remarks(author, texts.strengths)),
            Points(
                say("report.improvements"),
                say("report.improvements_sub"),
                _remarks(author, texts.improvements),
            ),
            Points(say("report.requests"), asked or say("report.requests_sub"), _requests(author)),
        ),
        fresh=True,
    )


def _counted(author: Author) -> str:
    """What the journal alone can say, where nobody has written a summary."""
    say, debrief = author.say, author.debrief
    if debrief.times.begun is None:
        return say("report.counted_nothing")
    sentences = []
    if author.day is not None:
        sentences.append(say("report.counted_day", day=author.voice.day(author.day), hours=from_to(author)))
    if debrief.injects.planned:
        sentences.append(
            say("report.counted_injects", n=debrief.injects.launched, planned=debrief.injects.planned)
        )
    scripted = [one for one in debrief.decisions.taken if one.way is not Way.SPONTANEOUS]
    if scripted:
        sentences.append(taken_of(author, scripted))
    spontaneous = len(debrief.decisions.taken) - len(scripted)
    if spontaneous:
        sentences.append(say("report.counted_spontaneous", n=spontaneous))
    if debrief.services.courses:
        last = [
            one.spells[-1].level if one.spells else ServiceLevel.NOMINAL for one in debrief.services.courses
        ]
        sentences.append(
            say("report.counted_services", n=last.count(ServiceLevel.NOMINAL), services=len(last))
        )
    return " ".join(sentences)


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
