"""Strengths that the journal alone shows, by sure rules; people confirm them or not.

Each names where it can be found again. None judges a person, none is said where the rule is not met, and what
a guide or a law calls a risk, or doubts, is never praised.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from care_desktop.debrief.decisions import Decided, Outcome, Way
from care_desktop.debrief.duties import Done
from care_desktop.debrief.services import ServiceCourse
from care_desktop.report.author import Author
from care_desktop.report.dossier import Remark
from care_desktop.report.sections import targets
from care_desktop.report.sections.decided import allowed_of, chosen
from care_desktop.report.sections.proposed import duties_named, remark
from care_desktop.scenario.background import Quality
from care_desktop.scenario.conditions import ServiceLevel


def strengths(author: Author) -> tuple[Remark, ...]:
    """What held."""
    return tuple(_strengths(author))


def _strengths(author: Author) -> Iterator[Remark]:
    say, debrief = author.say, author.debrief
    dated = [one for one in debrief.duties if one.done is not Done.NOT_STARTED and one.deadline is not None]
    timely = [one for one in dated if one.margin_ms is not None and one.margin_ms >= 0]
    if timely and 2 * len(timely) >= len(dated):
        text = say("report.proposed_duties_done", n=len(timely), of=len(dated))
        yield remark(author, text, duties_named(author, timely), (one.met for one in timely))
    yield from _decided(author)
    yield from _called(author)
    yield from _worked(author)
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
    yield from _observed(author)
    back = [
        author.name("service", one.service)
        for one in debrief.services.courses
        if one.back_at is not None and _fell(one) == 1
    ]
    if back:
        text = say("report.proposed_back", n=len(back), of=len(debrief.services.courses))
        yield Remark(text, author.voice.listed(back) + ".", author.number("returns"))


def _called(author: Author) -> Iterator[Remark]:
    """Those outside who were called, if they are half of them or more."""
    first = {one.correspondent: one.seq for one in reversed(author.debrief.log.calls)}
    known = author.script.correspondents
    called = [one.id for one in known if one.id in first]
    if called and 2 * len(called) >= len(known):
        text = author.say("report.proposed_called", n=len(called), of=len(known))
        names = author.voice.listed([author.name("correspondent", one) for one in called])
        yield remark(author, text, names, (first[one] for one in called))


def _worked(author: Author) -> Iterator[Remark]:
    """Work that was finished and that no risk struck, if it is more than half of what was begun."""
    begun = [one for one in author.debrief.recovery.steps if one.order is not None]
    struck = [one for one in begun if one.struck]
    sound = [one for one in begun if one.finished is not None and not one.struck]
    if not sound or 2 * len(sound) <= len(begun):
        return
    if struck:
        text = author.say("report.proposed_unharmed", n=len(sound), of=len(begun))
    else:
        text = author.say("report.proposed_in_order", n=len(sound))
    yield Remark(text, reference=author.number("works"))


def _observed(author: Author) -> Iterator[Remark]:
    """What observers saw, if it is half or more of what they looked at."""
    objectives = author.debrief.observations.objectives
    seen, looked = (sum(getattr(one, name) for one in objectives) for name in ("seen", "observed"))
    if seen and 2 * seen >= looked:
        text = author.say("report.proposed_observed", n=seen, of=looked)
        yield Remark(text, reference=author.number("objectives"))


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
    limited = [one for one in asked if allowed_of(author, one) is not None and one.way is Way.ASKED]
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
    yield remark(author, text, author.voice.joined(parts), (one.seq for one in sound))


def _doubted(author: Author, one: Decided) -> bool:
    option = chosen(author, one)
    grade = option.judged.grade if option is not None and option.judged is not None else None
    return grade in {Quality.TO_DISCUSS, Quality.AT_RISK}
