"""One row of the table of decisions; one that was never asked has its row too."""

from __future__ import annotations

from collections.abc import Iterator

from care_desktop.debrief.decisions import Decided, Outcome, Way
from care_desktop.report.author import Author, bold
from care_desktop.report.model import Cell, Line, Piece, Role, italic, phrase
from care_desktop.report.sections.according import according
from care_desktop.report.sections.decided import (
    LABEL,
    allowed_of,
    chosen,
    correction,
    jumped,
    label,
    never_asked,
    option_of,
    reasoned,
    story_delay,
)

_OUTCOMES = {
    Outcome.DEFAULTED: "report.outcome_defaulted",
    Outcome.UNDECIDED: "report.outcome_undecided",
    Outcome.WITHDRAWN: "report.outcome_withdrawn",
}


def decided_row(author: Author, one: Decided) -> tuple[Cell, ...]:
    """When; what, by whom and why; what a guide or a law says of it, and what is published."""
    return (_fact(author, one), _what(author, one), according(author, one))


def _fact(author: Author, one: Decided) -> Cell:
    pieces: list[Piece] = [Line(phrase(author.decision_key(one)), Role.KEY)]
    if never_asked(author, one):
        return (*pieces, bold("–"))
    if one.outcome is not Outcome.DECIDED:
        pieces.append(bold("–"))
        if one.outcome is Outcome.DEFAULTED and one.at is not None:
            pieces.append(
                Line(phrase(author.say("report.default_at", hour=author.real(one.at))), Role.SECOND)
            )
    elif one.at is not None:
        pieces.append(bold(author.real(one.at)))
        if one.story is not None:
            pieces.append(Line(phrase(author.story(one.story)), Role.SECOND))
    pieces.extend(Line(phrase(text), Role.SECOND) for text in _delay(author, one))
    return tuple(pieces)


def _delay(author: Author, one: Decided) -> list[str]:
    if one.way is Way.ANTICIPATED:
        return [author.say("report.told_anticipated")]
    if one.latency_ms is None:
        return []
    if jumped(author, one):
        return [story_delay(author, one)]
    took = author.delay(one.latency_ms)
    allowed = allowed_of(author, one)
    if allowed is None:
        return [took]
    return [author.say("report.took_of", took=took, allowed=author.delay(allowed))]


def _what(author: Author, one: Decided) -> Cell:
    say = author.say
    question = label(author, one)
    option = chosen(author, one)
    if one.outcome is not Outcome.DECIDED:
        pieces: list[Piece] = [Line(phrase(question), Role.ACT)]
        asked = author.name("cell", one.cell)
        if asked:
            pieces.append(Line(phrase(say("report.expected_of", cell=asked)), Role.SECOND))
        context = say(_outcome(author, one))
        if option is not None and one.outcome is Outcome.DEFAULTED:
            followed = author.cut(author.voice.text(option.label), LABEL)
            context += " " + say("report.default_followed", option=followed)
        pieces.append(Line(phrase(italic(say("report.context")), " " + context), Role.MOTIVE))
        return tuple(pieces)
    taken = author.cut(author.voice.text(option.label), LABEL) if option else say("report.other_decision")
    pieces = [
        Line(phrase(taken), Role.ACT),
        Line(phrase(question), Role.SECOND),
        Line(phrase(_who(author, one)), Role.SECOND),
    ]
    motive = author.typed(one.text)
    if motive or (reasoned(author) and not author.dossier.simulated):
        quoted = say("report.quoted", text=motive) if motive else say("report.no_motive")
        pieces.append(Line(phrase(italic(say("report.motive")), " " + quoted), Role.MOTIVE))
    pieces += [Line(phrase(told), Role.SECOND) for told in _changed(author, one)]
    if one.late and not author.unaided:
        pieces.append(Line(phrase(say("report.after_limit")), Role.SECOND))
    return tuple(pieces)


def _changed(author: Author, one: Decided) -> Iterator[str]:
    """Another option than the first, and words that were added to an answer."""
    say, corrected = author.say, correction(author, one)
    if corrected is not None:
        yield say("report.corrected_at", hour=author.real(corrected.at), journal=author.journal(one.seq))
    elif one.revisions:
        last = one.revisions[-1]
        other = option_of(author, one.decision, last.option)
        option_said = author.cut(author.voice.text(other.label), LABEL) if other else last.option
        yield say("report.revised_at", hour=author.real(last.at), option=option_said)
    answers = {answer.seq for answer in one.answers}
    added = [each.text for each in author.debrief.log.amendments if each.of in answers]
    if added:
        yield say("report.amended_since", said=author.quoted(added[-1]))


def _outcome(author: Author, one: Decided) -> str:
    """What became of a question without an answer; a deadline that nobody lived through is told apart."""
    if never_asked(author, one):
        return "report.outcome_not_asked"
    if one.outcome is Outcome.DEFAULTED and jumped(author, one):
        return "report.outcome_defaulted_jump"
    return _OUTCOMES[one.outcome]


def _who(author: Author, one: Decided) -> str:
    by = author.name("function", one.by)
    cell = author.name("cell", one.cell)
    authority = author.name("function", one.authority)
    who = " · ".join(part for part in (by, cell) if part)
    if authority and authority != by:
        return author.say("report.by_authority", who=who, authority=authority)
    return who
