"""What happened to patients, as the scenario has it: which of its events were played, and who was told."""

from __future__ import annotations

from collections.abc import Iterator

from care_desktop.debrief.duties import Done
from care_desktop.debrief.injects import InjectCourse, Origin
from care_desktop.report.author import CELL, Author
from care_desktop.report.model import Paragraph, Role, Side, phrase, strong
from care_desktop.report.sections.notifications import after_start


def harmful(author: Author) -> list[InjectCourse]:
    """The events in which a patient comes to harm, as far as they were played."""
    return [one for one in author.debrief.injects.courses if one.harm and one.launched_at is not None]


def harmed(author: Author) -> tuple[Side, ...]:
    """Nothing where the scenario marks no such event: then nobody knows whether one was played."""
    say = author.say
    if not any(one.harm for one in author.debrief.injects.courses):
        return ()
    body = [told for one in harmful(author) for told in _told(author, one)]
    if not body:
        body.append(Paragraph(phrase(say("report.harm_none"))))
    launched = [one for one in author.debrief.injects.courses if one.launched is not None]
    if any(one.origin is Origin.IMPROVISED for one in launched):
        body.append(Paragraph(phrase(say("report.harm_improvised")), Role.SECOND))
    return (Side(say("report.harm"), tuple(body), say("report.harm_sub")),)


def _told(author: Author, one: InjectCourse) -> Iterator[Paragraph]:
    """When, what happened to whom, where the journal has it, and what was declared of it."""
    inject, at = author.inject(one.inject), one.launched_at
    if inject is None or at is None:
        return
    hour = author.real(at.play, one.launched)
    when = author.say("report.harm_at", hour=hour, story=author.story(at.story))
    what = author.cut(author.voice.text(inject.harm), CELL)
    yield Paragraph(
        phrase(strong(when), f" {what} ({author.journal(one.launched)}). ", *_declared(author, one))
    )


def _declared(author: Author, one: InjectCourse) -> Iterator[str]:
    """What had to be declared because of it: the duties whose T0 it was."""
    for course in author.debrief.duties:
        because = course.because
        if because is None or (because.sort, because.id) != ("inject", one.inject):
            continue
        if course.done is Done.DONE:
            outcome = author.say("report.harm_declared")
            outcome = ", ".join(filter(None, (outcome, after_start(author, course))))
        else:
            outcome = author.say("report.unrecorded" if author.unaided else "report.harm_not_declared")
        yield author.say(
            "report.harm_duty",
            duty=author.name("duty", course.duty),
            outcome=outcome,
            table=author.number("duties"),
        )
