"""One row of the table of decisions; one that was never asked has its row too."""

from __future__ import annotations

from collections.abc import Iterable

from care_desktop.debrief.comparison import NotComparable
from care_desktop.debrief.decisions import Decided, Outcome, Way
from care_desktop.exercise.tally import lead_of
from care_desktop.report.author import Author, bold, cell, second
from care_desktop.report.model import Answer, Cell, Line, Mark, Piece, Role, italic, phrase, strong
from care_desktop.scenario.background import Basis, Judgement, Quality
from care_desktop.scenario.ids import DecisionId, OptionId
from care_desktop.scenario.script import Option

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
_OUTCOMES = {
    Outcome.DEFAULTED: "report.outcome_defaulted",
    Outcome.UNDECIDED: "report.outcome_undecided",
    Outcome.WITHDRAWN: "report.outcome_withdrawn",
}
_LABEL = 180
_GUIDE = 240


def decided_row(author: Author, one: Decided) -> tuple[Cell, ...]:
    """When; what, by whom and why; what a guide or a law says of it, and what is published."""
    return (_fact(author, one), _what(author, one), _according(author, one))


def scripted(author: Author) -> list[Decided]:
    """Every decision of the script in its order; one that was never asked has nothing but its name."""
    measured = author.debrief.decisions
    rows = [one for one in measured.taken if one.decision is not None]
    for name in measured.not_asked:
        decision = author.decision(name)
        cell = None if decision is None else lead_of(decision)
        rows.append(Decided(Way.ASKED, Outcome.UNDECIDED, cell, name))
    order = {one.id: place for place, one in enumerate(author.script.decisions)}
    return sorted(rows, key=lambda one: order.get(one.decision or "", len(order)))


def never_asked(author: Author, one: Decided) -> bool:
    """Whether a decision of the script never came up."""
    return one.decision in author.debrief.decisions.not_asked


def label(author: Author, one: Decided) -> str:
    """What a decision is called in a figure: its question."""
    decision = author.decision(one.decision or "")
    return author.cut(author.voice.text(decision.question), _LABEL) if decision else one.decision or ""


def jumped(author: Author, one: Decided) -> bool:
    """Whether the story jumped while the decision was open: its delay then says nothing of the story.

    Of one that was left, whether its deadline fell in a jump: then nobody lived through it.
    """
    if one.outcome is Outcome.DECIDED:
        return one.jumped_ms > 0
    if one.outcome is not Outcome.DEFAULTED or one.limit is None or one.limit.story is None:
        return False
    due = one.limit.story
    return any(jump.story_from < due <= jump.story_to for jump in author.debrief.times.jumps)


def story_delay(author: Author, one: Decided) -> str:
    """How much of the story a decision took over a jump, and how much of that nobody played."""
    opened = one.opened_at.story if one.opened_at is not None else one.story or 0
    return author.say(
        "report.jumped_while_open",
        length=author.voice.duration((one.story or 0) - opened),
        jump=author.voice.duration(one.jumped_ms),
    )


def undecided_of(author: Author, asked: Iterable[Decided], *, spelled: bool = False) -> str:
    """How many of the questions have no decision: at their deadline, and still open at the end.

    ``spelled`` in letters, as running text has it.
    """

    def counted(n: int, *, capital: bool = False) -> str:
        return author.voice.spelled(n, feminine=True, capital=capital) if spelled else str(n)

    outcomes = [one.outcome for one in asked]
    due, left = outcomes.count(Outcome.DEFAULTED), outcomes.count(Outcome.UNDECIDED)
    if due and left:
        still = author.say("report.undecided_still", n=left, count=counted(left))
        both = counted(due + left, capital=True)
        return author.say("report.undecided_both", count=both, due=counted(due), left=still)
    if left:
        return author.say("report.undecided_left", n=left, count=counted(left, capital=True))
    return author.say("report.undecided_due", count=counted(due, capital=True)) if due else ""


def undecided_sentence(author: Author, asked: Iterable[Decided]) -> str:
    """The same as a sentence; nothing where each has its decision."""
    told = undecided_of(author, asked, spelled=True)
    return f"{told}." if told else ""


def reasoned(author: Author) -> bool:
    """Whether a reason is written for any decision."""
    return any(
        one.text is not None for one in author.debrief.decisions.taken if one.way is not Way.SPONTANEOUS
    )


def chosen(author: Author, one: Decided) -> Option | None:
    """The option that was taken, or that a free answer amounts to."""
    return option_of(author, one.decision, one.option)


def option_of(author: Author, of: DecisionId | None, option: OptionId | None) -> Option | None:
    """An option of a decision of the script."""
    decision = author.decision(of or "")
    return next((each for each in (decision.options if decision else ()) if each.id == option), None)


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
    if one.allowed_ms is None:
        return [took]
    return [author.say("report.took_of", took=took, allowed=author.delay(one.allowed_ms))]


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
            followed = author.cut(author.voice.text(option.label), _LABEL)
            context += " " + say("report.default_followed", option=followed)
        pieces.append(Line(phrase(italic(say("report.context")), " " + context), Role.MOTIVE))
        return tuple(pieces)
    taken = author.cut(author.voice.text(option.label), _LABEL) if option else say("report.other_decision")
    pieces = [
        Line(phrase(taken), Role.ACT),
        Line(phrase(question), Role.SECOND),
        Line(phrase(_who(author, one)), Role.SECOND),
    ]
    motive = author.typed(one.text)
    if motive or (reasoned(author) and not author.dossier.simulated):
        quoted = say("report.quoted", text=motive) if motive else say("report.no_motive")
        pieces.append(Line(phrase(italic(say("report.motive")), " " + quoted), Role.MOTIVE))
    if one.revisions:
        last = one.revisions[-1]
        other = option_of(author, one.decision, last.option)
        option_said = author.cut(author.voice.text(other.label), _LABEL) if other else last.option
        told = say("report.revised_at", hour=author.real(last.at), option=option_said)
        pieces.append(Line(phrase(told), Role.SECOND))
    if one.late:
        pieces.append(Line(phrase(say("report.after_limit")), Role.SECOND))
    return tuple(pieces)


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


def _according(author: Author, one: Decided) -> Cell:
    """What a guide or a law says, then what is published: one column, for few decisions have both."""
    if never_asked(author, one):
        return second("–")
    told = (*_guide(author, one), *_public(author, one))
    return told or second(author.say("report.nothing_cited"))


def _guide(author: Author, one: Decided) -> Cell:
    option = chosen(author, one) if one.outcome is Outcome.DECIDED else None
    if option is None and one.outcome is Outcome.DECIDED:
        return second(author.say("report.guide_free"))
    judged = option.judged if option else None
    if judged is None or judged.basis is Basis.PUBLIC_REFERENCE:
        return ()
    guide, sources = _said(author, judged)
    according = " ".join(filter(None, (author.say("report.according", guide=guide), sources)))
    if judged.grade is None:
        return cell(according)
    return (Line(phrase(strong(author.say(_QUALITIES[judged.grade])), " " + according)),)


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
