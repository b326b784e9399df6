"""What a guide, a law or a public reference says of a decision; never more than they do."""

from __future__ import annotations

from care_desktop.debrief.comparison import NotComparable
from care_desktop.debrief.decisions import Decided, Outcome
from care_desktop.report.author import Author, cell, second
from care_desktop.report.model import Answer, Cell, Line, Mark, Piece, Role, phrase, strong
from care_desktop.report.sections.decided import chosen, never_asked
from care_desktop.scenario.background import Basis, Judgement, Quality

_QUALITIES = {
    Quality.RECOMMENDED: "report.quality_recommended",
    Quality.DEFENSIBLE: "report.quality_defensible",
    Quality.TO_DISCUSS: "report.quality_to_discuss",
    Quality.AT_RISK: "report.quality_at_risk",
}
_REASONS = {
    NotComparable.NOTHING_PUBLISHED: "report.reason_nothing_published",
    NotComparable.NOT_PLAYED: "report.reason_not_played",
    NotComparable.JUMP: "report.reason_jump",
    NotComparable.PACE: "report.reason_pace",
    NotComparable.MOBILISATION: "report.reason_mobilisation",
}
_GUIDE = 240


def according(author: Author, one: Decided) -> Cell:
    """What a guide or a law says, then what is published: one column, for few decisions have both."""
    if never_asked(author, one):
        return second("–")
    told = (*_guide(author, one), *_public(author, one), *_feedback(author, one))
    return told or second(author.say("report.nothing_cited"))


def _guide(author: Author, one: Decided) -> Cell:
    option = chosen(author, one) if one.outcome is Outcome.DECIDED else None
    if option is None and one.outcome is Outcome.DECIDED:
        return second(author.say("report.guide_free"))
    judged = option.judged if option else None
    if judged is None or judged.basis is Basis.PUBLIC_REFERENCE:
        return ()
    guide, sources = _said(author, judged)
    told = " ".join(filter(None, (author.say("report.according", guide=guide), sources)))
    if judged.grade is None:
        return cell(told)
    return (Line(phrase(strong(author.say(_QUALITIES[judged.grade])), " " + told)),)


def _feedback(author: Author, one: Decided) -> Cell:
    """What the scenario itself has to say of what was taken."""
    option = chosen(author, one) if one.outcome is Outcome.DECIDED else None
    text = author.cut(author.voice.text(option.feedback), _GUIDE) if option else ""
    return (Line(phrase(author.say("report.feedback", text=text)), Role.SECOND),) if text else ()


def _said(author: Author, judged: Judgement) -> tuple[str, str]:
    """What a guide, a law or a public reference says, and where."""
    return author.cut(author.voice.text(judged.according_to), _GUIDE), author.sources(judged.sources)


def _public(author: Author, one: Decided) -> Cell:
    """What others did: with the option that was taken, and at the real hospital when."""
    option = chosen(author, one) if one.outcome is Outcome.DECIDED else None
    judged = option.judged if option else None
    if judged is None or judged.basis is not Basis.PUBLIC_REFERENCE:
        return _published(author, one)
    told = cell(" ".join(filter(None, _said(author, judged))))
    if one.comparison.milestone is not None:
        return (*told, *_published(author, one))
    why = author.say("report.not_comparable", reason=author.say("report.reason_nothing_published"))
    return (*told, Mark(Answer.DIFFERENT, why, small=True))


def _published(author: Author, one: Decided) -> Cell:
    say, compared = author.say, one.comparison
    milestone = next((m for m in author.script.milestones if m.id == compared.milestone), None)
    if milestone is None:
        return ()
    text = say(
        "report.public_text",
        text=author.cut(author.voice.text(milestone.text), _GUIDE).rstrip(". "),
        since=author.published(milestone.at),
        sources=author.sources(milestone.sources),
    ).strip()
    if compared.reason is not None:
        why = say("report.not_comparable", reason=say(_REASONS[compared.reason]))
        return (Line(phrase(text)), Mark(Answer.DIFFERENT, why, small=True))
    pieces: list[Piece] = [Line(phrase(text)), Mark(Answer.SAME, say("report.comparable_here"), small=True)]
    if compared.difference_ms is not None and compared.played is not None:
        pieces.append(Line(phrase(say("report.played_at", since=author.since(compared.played))), Role.SECOND))
    return tuple(pieces)
