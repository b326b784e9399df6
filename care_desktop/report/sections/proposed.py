"""Improvements that the journal alone shows, by sure rules; people confirm them or not.

Each names where it can be found again. None judges a person, and none is said where the rule is not met.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from care_desktop.debrief.decisions import Outcome
from care_desktop.debrief.duties import Done, DutyCourse
from care_desktop.journal.records import Seq
from care_desktop.report.author import Author
from care_desktop.report.dossier import Remark
from care_desktop.report.sections import targets
from care_desktop.report.sections.decided import undecided_of
from care_desktop.report.sections.holds import to_verify
from care_desktop.scenario.conditions import ServiceLevel

_REFERENCES = 5


def improvements(author: Author) -> tuple[Remark, ...]:
    """What was left, went out of order, or did not hold."""
    return tuple(_improvements(author))


def _improvements(author: Author) -> Iterator[Remark]:
    say, debrief = author.say, author.debrief
    left = [one for one in debrief.duties if one.done is Done.NOT_DONE]
    if left and not author.unaided:
        text = say("report.proposed_duties_left", n=len(left))
        yield remark(author, text, duties_named(author, left), (one.started for one in left))
    out_of_order = [one for one in debrief.recovery.steps if one.struck]
    if out_of_order:
        text = say("report.proposed_out_of_order", n=len(out_of_order))
        names = author.voice.listed([author.name("step", one.step) for one in out_of_order])
        yield remark(author, text, names, (each.seq for one in out_of_order for each in one.struck))
    undecided = [
        one for one in debrief.decisions.taken if one.outcome in {Outcome.DEFAULTED, Outcome.UNDECIDED}
    ]
    if undecided:
        text = undecided_of(author, undecided) + "."
        keys = author.voice.listed([author.decision_key(one) for one in undecided])
        yield remark(author, text, keys, (one.opened for one in undecided))
    over = to_verify(author)
    if over:
        text = say("report.proposed_gave_out", n=len(over))
        names = author.voice.listed([author.name("service", one.service) for one, _ in over])
        yield remark(author, text, names, (each.seq for _, lived in over for each in lived))
    passed = targets.passed(author, own=True)
    if passed and not author.unaided:
        text = say("report.proposed_targets_passed", n=len(passed), of=targets.count(author, own=True))
        yield Remark(text, targets.names(author, passed) + ".", author.number("returns"))
    silent = [one for one in debrief.duties if one.done is Done.DONE and not one.said and one.text is None]
    if silent and not author.dossier.simulated:
        text = say("report.proposed_unrecorded", n=len(silent))
        yield remark(author, text, duties_named(author, silent), (one.met for one in silent))
    if not author.unaided:
        yield from _not_back(author)


def _not_back(author: Author) -> Iterator[Remark]:
    """What the recovery left: a team without a facilitator had no means of beginning any of its work."""
    say, debrief = author.say, author.debrief
    courses = debrief.services.courses
    out = [one for one in courses if one.level_at_end is not ServiceLevel.NOMINAL]
    if out and debrief.times.ended is not None:
        text = say("report.proposed_not_back", n=len(out), of=len(courses))
        names = author.voice.listed([author.name("service", one.service) for one in out])
        yield Remark(text, names + ".", author.number("returns"))


def duties_named(author: Author, duties: Iterable[DutyCourse]) -> str:
    """Their names in a row."""
    return author.voice.listed([author.name("duty", one.duty) for one in duties])


def remark(author: Author, text: str, more: str, seqs: Iterable[Seq | None]) -> Remark:
    """A finding with the numbers of the journal that show it, the first of them where they are many."""
    numbers = sorted({f"{seq:04d}" for seq in seqs if seq is not None})
    rest = len(numbers) - _REFERENCES
    told = ", ".join(numbers[:_REFERENCES]) + ("…" if rest > 0 else "")
    return Remark(text, more + ".", author.say("report.journal_number", number=told) if told else "")
