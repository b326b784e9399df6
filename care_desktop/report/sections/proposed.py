"""Strengths and improvements that the journal alone shows, by sure rules; people confirm them or not.

Each names where it can be found again. None judges a person, and none is said where the rule is not met.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from care_desktop.debrief.decisions import Decided, Outcome, Way
from care_desktop.debrief.duties import Done, DutyCourse
from care_desktop.debrief.services import ServiceCourse
from care_desktop.journal.records import Seq
from care_desktop.report.author import Author
from care_desktop.report.dossier import Remark
from care_desktop.report.sections import targets
from care_desktop.report.sections.decided import chosen, undecided_sentence
from care_desktop.report.sections.holds import to_verify
from care_desktop.scenario.background import Quality
from care_desktop.scenario.conditions import ServiceLevel

_REFERENCES = 5


def strengths(author: Author) -> tuple[Remark, ...]:
    """What held."""
    return tuple(_strengths(author))


def improvements(author: Author) -> tuple[Remark, ...]:
    """What was left, went out of order, or did not hold."""
    return tuple(_improvements(author))


def _strengths(author: Author) -> Iterator[Remark]:
    say, debrief = author.say, author.debrief
    dated = [one for one in debrief.duties if one.done is not Done.NOT_STARTED and one.deadline is not None]
    timely = [one for one in dated if one.margin_ms is not None and one.margin_ms >= 0]
    if timely and 2 * len(timely) >= len(dated):
        text = say("report.proposed_duties_done", n=len(timely), of=len(dated))
        yield _remark(author, text, _duties(author, timely), (one.met for one in timely))
    yield from _decided(author)
    steps = debrief.recovery.steps
    done = [one for one in steps if one.finished is not None]
    if done and not any(one.struck for one in steps):
        text = say("report.proposed_in_order", n=len(done))
        yield Remark(text, reference=author.number("works"))
    own = [one for one in debrief.services.courses if targets.own_target(author, one)]
    met = [author.name("service", one.service) for one in own if one.target_met]
    if met:
        text = say("report.proposed_targets_met", n=len(met))
        yield Remark(text, author.voice.listed(met) + ".", author.number("returns"))
    held = [
        author.name("service", one.service)
        for one in debrief.services.courses
        if one.back_at is not None and one.hold is not None and not one.gave_out and _fell(one) == 1
    ]
    if held:
        text = say("report.proposed_held", n=len(held))
        yield Remark(text, author.voice.listed(held) + ".", author.number("held"))


def _fell(course: ServiceCourse) -> int:
    """How many times a service left its nominal state: one that fell again after its return did not hold."""
    levels = [spell.level for spell in course.spells]
    return sum(level > before == ServiceLevel.NOMINAL for before, level in pairwise(levels)) + bool(
        levels and levels[0]
    )


def _decided(author: Author) -> Iterator[Remark]:
    """Those taken within a limit; one that a guide or a law calls a risk, or doubts, is not praised."""
    say = author.say
    asked = [one for one in author.debrief.decisions.taken if one.way is not Way.SPONTANEOUS]
    limited = [one for one in asked if one.limit is not None and one.way is Way.ASKED]
    timely = [one for one in limited if one.margin_ms is not None and one.margin_ms >= 0]
    sound = [one for one in timely if not _doubted(author, one)]
    if not sound or 2 * len(sound) <= len(limited):
        return
    text = say("report.proposed_decisions_taken", n=len(timely), of=len(limited))
    keys = [author.decision_key(one) for one in sound]
    others = [one for one in asked if one not in limited and one.outcome is Outcome.DECIDED]
    parts = [author.voice.listed(keys)]
    if others:
        parts.append(say("report.proposed_without_limit", n=len(others)))
    doubted = [author.decision_key(one) for one in (*timely, *others) if _doubted(author, one)]
    if doubted:
        parts.append(say("report.proposed_doubted", keys=author.voice.listed(doubted)))
    yield _remark(author, text, author.voice.joined(parts), (one.seq for one in sound))


def _doubted(author: Author, one: Decided) -> bool:
    option = chosen(author, one)
    grade = option.judged.grade if option is not None and option.judged is not None else None
    return grade in {Quality.TO_DISCUSS, Quality.AT_RISK}


def _improvements(author: Author) -> Iterator[Remark]:
    say, debrief = author.say, author.debrief
    left = [one for one in debrief.duties if one.done is Done.NOT_DONE]
    if left:
        text = say("report.proposed_duties_left", n=len(left))
        yield _remark(author, text, _duties(author, left), (one.started for one in left))
    out_of_order = [one for one in debrief.recovery.steps if one.struck]
    if out_of_order:
        text = say("report.proposed_out_of_order", n=len(out_of_order))
        names = author.voice.listed([author.name("step", one.step) for one in out_of_order])
        yield _remark(author, text, names, (each.seq for one in out_of_order for each in one.struck))
    undecided = [
        one for one in debrief.decisions.taken if one.outcome in {Outcome.DEFAULTED, Outcome.UNDECIDED}
    ]
    if undecided:
        text = undecided_sentence(author, undecided)
        keys = author.voice.listed([author.decision_key(one) for one in undecided])
        yield _remark(author, text, keys, (one.opened for one in undecided))
    over = to_verify(author)
    if over:
        text = say("report.proposed_gave_out", n=len(over))
        names = author.voice.listed([author.name("service", one.service) for one, _ in over])
        yield _remark(author, text, names, (each.seq for _, lived in over for each in lived))
    passed = targets.passed(author, own=True)
    if passed:
        text = say("report.proposed_targets_passed", n=len(passed), of=targets.count(author, own=True))
        yield Remark(text, targets.names(author, passed) + ".", author.number("returns"))


def _duties(author: Author, duties: Iterable[DutyCourse]) -> str:
    return author.voice.listed([author.name("duty", one.duty) for one in duties])


def _remark(author: Author, text: str, more: str, seqs: Iterable[Seq | None]) -> Remark:
    numbers = sorted({f"{seq:04d}" for seq in seqs if seq is not None})
    rest = len(numbers) - _REFERENCES
    told = ", ".join(numbers[:_REFERENCES]) + ("…" if rest > 0 else "")
    return Remark(text, more + ".", author.say("report.journal_number", number=told) if told else "")
