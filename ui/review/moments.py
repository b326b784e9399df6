"""The moments to come back to: each decision, and what was marked on the way, in the order of time. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from care_desktop.debrief.comparison import Comparison
from care_desktop.debrief.decisions import Decided, Outcome, Way
from care_desktop.debrief.log import MarkedMoment
from care_desktop.scenario.background import Basis, Quality
from ui.review.extract import Row, extract
from ui.review.lanes import what_of
from ui.review.past import when
from ui.review.telling import REASONS, name_of, since, took, typed, who

if TYPE_CHECKING:
    from ui.review.past import Past
    from ui.voice import Voice

HOT = "hot"
"""The section of a review for what is said right after the exercise."""


class Appraisal(Struct, frozen=True):
    """What a guide or a law says of what was chosen, and which."""

    according: str
    grade: Quality | None = None


class Beside(Struct, frozen=True):
    """What others did; the real hospital's hour beside ours, and by how much they differ or why not said.

    ``comparable`` is None where no hour was published for it.
    """

    lines: tuple[str, ...]
    comparable: bool | None


class Moment(Struct, frozen=True):
    """One moment: what it is called, who did what, how long it took, and what may be said of it."""

    key: str
    title: str
    told: tuple[str, ...]
    begun: int
    ended: int
    rows: tuple[Row, ...]
    section: str
    question: str = ""
    appraisal: Appraisal | None = None
    beside: Beside | None = None
    findings: tuple[str, ...] = ()
    cell: str | None = None
    feedback: str = ""


def moments(voice: Voice, past: Past) -> tuple[Moment, ...]:
    """All moments of an exercise, in the order of play time."""
    found = [
        _decided(voice, past, one)
        for one in past.measured.decisions.taken
        if when(one) is not None or one.outcome is Outcome.WITHDRAWN
    ]
    found += [_marked(voice, past, one) for one in past.measured.log.moments]
    return tuple(sorted(found, key=lambda one: one.ended))


def findings(voice: Voice, past: Past, section: str = HOT) -> tuple[str, ...]:
    """What was said of a moment, or of the whole exercise."""
    return tuple(typed(voice, one.text) for one in past.measured.log.reviews if one.section == section)


def place_of(found: tuple[Moment, ...]) -> dict[tuple[str, str | None], int]:
    """Where among the moments each decision is, by its key and cell."""
    return {(one.key, one.cell): n for n, one in enumerate(found)}


def _decided(voice: Voice, past: Past, one: Decided) -> Moment:
    key, at = past.key(one), when(one) or 0
    written = past.decision(one)
    section = f"decision/{one.seq if one.decision is None else one.decision}"
    begun = at if one.since is None else min(one.since, at)
    decided = one.outcome is Outcome.DECIDED
    return Moment(
        key,
        voice.say("review.moment_title", key=key, what=what_of(voice, past, one).rstrip(".")),
        tuple(_facts(voice, past, one)),
        begun,
        at,
        extract(voice, past, begun, at, one.decision),
        section,
        question="" if written is None else voice.text(written.question),
        appraisal=_appraisal(voice, past, one) if decided else None,
        beside=_beside(voice, past, one),
        feedback=_feedback(voice, past, one) if decided else "",
        findings=findings(voice, past, section),
        cell=one.cell,
    )


def _facts(voice: Voice, past: Past, one: Decided) -> list[str]:
    """Who and when; how long it took, of how much."""
    by = who(voice, past.index, one) if one.by is not None else ""
    facts = [part for part in (by, name_of(voice, past.index, "cells", one.cell)) if part]
    if one.at is not None and one.outcome is Outcome.DECIDED:
        facts.append(voice.say("review.at_play", play=voice.play(one.at)))
        if one.story is not None:
            facts.append(voice.say("review.at_story", story=voice.story(one.story, past.index)))
    told = [", ".join(facts)] if facts else []
    told += _length(voice, past, one)
    return told


def _length(voice: Voice, past: Past, one: Decided) -> list[str]:
    if one.way is Way.SPONTANEOUS:
        return [voice.say("review.spontaneous")]
    if one.way is Way.ANTICIPATED:
        return [voice.say("review.anticipated")]
    if one.outcome is Outcome.DECIDED and one.latency_ms is not None:
        lasted = took(voice, one.latency_ms)
        allowed = one.allowed_ms
        if past.jumped(one):
            return [voice.say("review.after_jump", took=lasted)]
        if allowed is None or allowed < 0:
            return [voice.say("review.after", took=lasted)]
        return [voice.say("review.after_of", took=lasted, allowed=took(voice, allowed))]
    if one.censored_ms is not None:
        return [voice.say("review.nothing_for", took=took(voice, one.censored_ms))]
    return []


def _appraisal(voice: Voice, past: Past, one: Decided) -> Appraisal | None:
    option = past.chosen(one)
    judged = None if option is None else option.judged
    if judged is None or judged.basis not in (Basis.GUIDE, Basis.LAW):
        return None
    guide = voice.text(judged.according_to)
    return Appraisal(voice.say("report.according", guide=guide), judged.grade)


def _feedback(voice: Voice, past: Past, one: Decided) -> str:
    option = past.chosen(one)
    text = "" if option is None else voice.text(option.feedback).strip()
    return voice.say("report.feedback", text=text) if text else ""


def _beside(voice: Voice, past: Past, one: Decided) -> Beside | None:
    option = past.chosen(one) if one.outcome is Outcome.DECIDED else None
    judged = None if option is None else option.judged
    lines = []
    if judged is not None and judged.basis is Basis.PUBLIC_REFERENCE:
        lines.append(voice.text(judged.according_to))
    compared = one.comparison
    milestone = next((m for m in past.index.script.milestones if m.id == compared.milestone), None)
    if milestone is None:
        return Beside(tuple(lines), None) if lines else None
    text = voice.text(milestone.text).rstrip(". ")
    lines.append(voice.say("review.public", text=text, since=since(voice, past.index, milestone.at)))
    if compared.played is not None:
        lines.append(voice.say("review.ours", since=since(voice, past.index, compared.played)))
    lines.append(_difference(voice, compared))
    return Beside(tuple(lines), compared.reason is None)


def _difference(voice: Voice, compared: Comparison) -> str:
    if compared.reason is not None:
        return voice.say("review.not_comparable", reason=voice.say(REASONS[compared.reason]))
    difference = compared.difference_ms or 0
    if not difference:
        return voice.say("review.same_hour")
    way = "review.later_by" if difference > 0 else "review.earlier_by"
    return voice.say(way, took=took(voice, abs(difference)))


def _marked(voice: Voice, past: Past, one: MarkedMoment) -> Moment:
    at, section = one.at.play, f"moment/{one.seq}"
    return Moment(
        "",
        typed(voice, one.text) or voice.say("review.marked"),
        (
            voice.say("review.at_play", play=voice.play(at)),
            voice.say("review.at_story", story=voice.story(one.at.story, past.index)),
        ),
        at,
        at,
        extract(voice, past, at, at),
        section,
        findings=findings(voice, past, section),
    )
