"""Section 3: how long decisions took; each with its author and reasons, a guide, and the public reference."""

from __future__ import annotations

from care_desktop.debrief.decisions import Decided, Outcome, Way
from care_desktop.report.author import BODY, Author
from care_desktop.report.model import Block, Column, Paragraph, Section, Table, phrase
from care_desktop.report.sections.decided import option_of, reasoned, scripted, undecided_sentence
from care_desktop.report.sections.decision_row import decided_row
from care_desktop.report.sections.delays import delays

_NAMED = 8


def decisions(author: Author) -> Section:
    """What was decided, by whom, why."""
    say = author.say
    taken = author.debrief.decisions.taken
    blocks: list[Block] = [Paragraph(phrase(_opening(author)))]
    figure = delays(author)
    if figure is not None:
        blocks.append(figure)
    if any(one.decision is not None for one in taken):
        blocks.append(_table(author, scripted(author)))
    blocks.extend(
        author.side(say("report.spontaneous"), _spontaneous(author, one))
        for one in taken
        if one.way is Way.SPONTANEOUS
    )
    revisions = _revisions(author)
    if revisions:
        blocks.append(author.side(say("report.revised"), *revisions))
    if author.texts.certainty:
        blocks.append(author.side(say("report.certainty"), author.cut(author.texts.certainty, BODY)))
    if author.debrief.log.calls or not author.unaided:
        blocks.append(author.side(say("report.calls"), _calls(author)))
    return Section("3", say("report.section_decisions"), tuple(blocks))


def _opening(author: Author) -> str:
    say = author.say
    asked = [one for one in author.debrief.decisions.taken if one.way is not Way.SPONTANEOUS]
    if not asked:
        return say("report.decisions_none")
    sentences = [taken_of(author, asked), undecided_sentence(author, asked)]
    anticipated = sum(one.way is Way.ANTICIPATED for one in asked)
    if anticipated:
        count = author.voice.spelled(anticipated, feminine=True, capital=True)
        sentences.append(say("report.decisions_anticipated", n=anticipated, count=count))
    not_asked = author.debrief.decisions.not_asked
    if not_asked:
        keys = [author.key_of_decision(one) for one in not_asked]
        sentences.append(
            say("report.decisions_not_asked", n=len(keys), keys=author.voice.listed(keys, _NAMED))
        )
    sentences.append(say("report.decisions_principle"))
    return " ".join(filter(None, sentences))


def taken_of(author: Author, came_up: list[Decided]) -> str:
    """How many decisions were taken of those that came up, in a sentence."""
    decided = sum(one.outcome is Outcome.DECIDED for one in came_up)
    if len(came_up) == 1:
        return author.say("report.decisions_one_taken" if decided else "report.decisions_one_open")
    asked = author.voice.spelled(len(came_up), feminine=True)
    if decided == len(came_up):
        return author.say("report.decisions_all_taken", asked=asked)
    if not decided:
        return author.say("report.decisions_none_taken", asked=asked)
    taken = author.voice.spelled(decided, feminine=True)
    return author.say("report.decisions_taken", n=decided, taken=taken, asked=asked)


def _table(author: Author, shown: list[Decided]) -> Table:
    say, reasons = author.say, reasoned(author)
    dashes = say("report.decisions_dashes")
    if not reasons:
        dashes += " " + say("report.decisions_unreasoned")
    if author.unaided:
        dashes += " " + say("report.unaided_who")
    return author.table(
        "decisions",
        say("report.decisions_title" if reasons else "report.decisions_title_bare"),
        (
            Column(say("report.column_fact"), 70),
            Column(say("report.column_decision" if reasons else "report.column_decision_bare"), 202),
            Column(say("report.column_according"), 210),
        ),
        [decided_row(author, one) for one in shown],
        notes=(
            author.note(say("report.scale"), say("report.scale_text")),
            author.note(say("report.comparable"), say("report.comparable_text")),
            author.note(say("report.reading"), dashes),
        ),
    )


def _spontaneous(author: Author, one: Decided) -> str:
    by = author.name("function", one.by) or author.name("cell", one.cell)
    return author.say(
        "report.spontaneous_text",
        key=author.decision_key(one),
        hour=author.real(one.at or 0),
        story=author.story(one.story or 0),
        by=by,
        text=author.typed(one.text),
        journal=author.journal(one.seq),
    )


def _revisions(author: Author) -> tuple[str, ...]:
    told = []
    for one in author.debrief.decisions.taken:
        for revised in one.revisions:
            option = option_of(author, one.decision, revised.option)
            told.append(
                author.say(
                    "report.revised_text",
                    key=author.decision_key(one),
                    hour=author.real(revised.at),
                    option=author.cut(author.voice.text(option.label), 80) if option else revised.option,
                    by=author.name("function", revised.by) or author.name("cell", one.cell),
                    journal=author.journal(revised.seq),
                )
            )
    return tuple(told)


def _calls(author: Author) -> str:
    calls = author.debrief.log.calls
    if not calls:
        return author.say("report.calls_none")
    counted: dict[str, int] = {}
    for call in calls:
        counted[call.correspondent] = counted.get(call.correspondent, 0) + 1
    each = [
        author.say("report.calls_each", name=author.name("correspondent", name), n=n)
        for name, n in counted.items()
    ]
    return author.say("report.calls_text", n=len(calls), each=author.voice.listed(each, _NAMED))
