"""One page: what happened, three strengths first, three improvements, three decisions asked."""

from __future__ import annotations

from collections.abc import Sequence

from care_desktop.debrief.decisions import Outcome, Way
from care_desktop.report.author import POINT, SUMMARY, Author
from care_desktop.report.dossier import Remark
from care_desktop.report.model import Boxes, Paragraph, Point, Points, Role, Section, phrase, strong
from care_desktop.report.sections.cover import from_to
from care_desktop.scenario.conditions import ServiceLevel

_THREE = 3
_REFERENCE = 80


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
    decided = sum(one.outcome is Outcome.DECIDED for one in scripted)
    if scripted:
        sentences.append(say("report.counted_decisions", n=decided, asked=len(scripted)))
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


def _remarks(author: Author, remarks: Sequence[Remark]) -> tuple[Point, ...]:
    points = []
    for number in range(_THREE):
        if number >= len(remarks):
            points.append(Point(str(number + 1), phrase(author.say("report.to_fill")), blank=True))
            continue
        remark = remarks[number]
        text, more = author.cut(remark.text, POINT), author.cut(remark.more, POINT)
        words = phrase(strong(text), " " + more) if more else phrase(strong(text))
        points.append(Point(str(number + 1), words, author.cut(remark.reference, _REFERENCE)))
    return tuple(points)


def _requests(author: Author) -> tuple[Point, ...]:
    say, requests = author.say, author.texts.requests
    boxes = Boxes((say("report.yes"), say("report.no"), say("report.to_review")))
    points = []
    for number, key in enumerate("ABC"):
        if number >= len(requests):
            points.append(Point(key, phrase(say("report.to_fill")), boxes=boxes, blank=True))
            continue
        request = requests[number]
        points.append(
            Point(key, phrase(author.cut(request.text, POINT)), author.cut(request.cost, _REFERENCE), boxes)
        )
    return tuple(points)
