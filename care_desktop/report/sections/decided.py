"""What may be said of a decision wherever it stands: its name, its option, whether it was asked, or left."""

from __future__ import annotations

from collections.abc import Iterable

from care_desktop.debrief.decisions import Decided, Outcome, Revised, Way
from care_desktop.exercise.tally import lead_of
from care_desktop.report.author import Author
from care_desktop.scenario.ids import DecisionId, OptionId
from care_desktop.scenario.script import Option

LABEL = 180


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
    return author.cut(author.voice.text(decision.question), LABEL) if decision else one.decision or ""


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


def allowed_of(author: Author, one: Decided) -> int | None:
    """How long a decision was given; a team without a facilitator is shown no countdown, so no time."""
    return None if author.unaided else one.allowed_ms


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
    """The option that was taken, or that a free answer amounts to; the last one where it was corrected."""
    corrected = correction(author, one)
    return option_of(author, one.decision, one.option if corrected is None else corrected.option)


def correction(author: Author, one: Decided) -> Revised | None:
    """What a team without a facilitator put right: they noted it wrongly, where a cell changes its mind."""
    return one.revisions[-1] if author.unaided and one.revisions else None


def option_of(author: Author, of: DecisionId | None, option: OptionId | None) -> Option | None:
    """An option of a decision of the script."""
    decision = author.decision(of or "")
    return next((each for each in (decision.options if decision else ()) if each.id == option), None)
