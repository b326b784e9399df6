"""What happened in a phase, by rules alone: what fell, was decided, told, gave out, struck and came back."""

from __future__ import annotations

from collections.abc import Iterator

from care_desktop.debrief.decisions import Decided, Outcome, Way
from care_desktop.debrief.duties import Done
from care_desktop.debrief.times import Jump, PhasePlayed
from care_desktop.exercise.clock import Instant
from care_desktop.report.author import Author
from care_desktop.report.sections.decided import chosen, correction, jumped, option_of
from care_desktop.report.sections.harm import harmful
from care_desktop.scenario.conditions import ServiceLevel
from care_desktop.scenario.script import Option

_LABEL = 64

Stretch = PhasePlayed | Jump
"""What was played, or what nobody did."""


def happened(author: Author, stretch: Stretch) -> str:
    """Plain sentences: no service is left out of them, and what did not happen is not said.

    Nothing where the journal has nothing to tell but what was left open.
    """
    sentences = []
    for key, parts in (
        ("report.told_harmed", _harmed(author, stretch)),
        ("report.told_fell", _reached(author, stretch, ServiceLevel.DOWN)),
        ("report.told_degraded", _reached(author, stretch, ServiceLevel.DEGRADED)),
        ("report.told_decided", _decided(author, stretch)),
        ("report.told_undecided", _undecided(author, stretch)),
        ("report.told_warned", _warned(author, stretch)),
        ("report.told_gave_out", _gave_out(author, stretch)),
        ("report.told_struck", _struck(author, stretch)),
        ("report.told_back", _back(author, stretch)),
    ):
        if parts:
            sentences.append(author.say(key, parts=author.voice.listed(parts)))
    return " ".join(filter(None, (*sentences, left_open(author, stretch)))) if sentences else ""


def _within(author: Author, stretch: Stretch, at: Instant) -> bool:
    """Whether something falls into a phase as it was played, or into a jump, which no phase has."""
    if isinstance(stretch, Jump):
        return _amid(stretch, at)
    inside = stretch.start <= at and (at < stretch.end or (at == stretch.end and _ends(author, stretch)))
    return inside and not any(_amid(jump, at) for jump in author.debrief.times.jumps)


def _ends(author: Author, stretch: PhasePlayed) -> bool:
    """What falls on the instant at which it all ended belongs to the phase that was played then."""
    return stretch.end == author.debrief.times.end


def _amid(jump: Jump, at: Instant) -> bool:
    """What comes at the end of a jump comes when people play again."""
    return jump.covers(at) and at.story < jump.story_to


def _reached(author: Author, stretch: Stretch, level: ServiceLevel) -> list[str]:
    """Services that came to a level from a better one, once each."""
    found = []
    for course in author.debrief.services.courses:
        before = ServiceLevel.NOMINAL
        for spell in course.spells:
            if spell.level is level and before < level and _within(author, stretch, spell.start):
                found.append(author.name("service", course.service))
                break
            before = spell.level
    return found


def _back(author: Author, stretch: Stretch) -> list[str]:
    return [
        author.name("service", course.service)
        for course in author.debrief.services.courses
        if course.back_at is not None and _within(author, stretch, course.back_at)
    ]


def _decided(author: Author, stretch: Stretch) -> list[str]:
    found = []
    for one in author.debrief.decisions.taken:
        if one.outcome is not Outcome.DECIDED or one.at is None or not _in_play(author, stretch, one):
            continue
        said = _label(author, one)
        key = author.decision_key(one)
        if said:
            told = author.say("report.told_decision", key=key, label=said, hour=author.real(one.at))
        else:
            told = author.say("report.decision_at", key=key, hour=author.real(one.at))
        found.append(_revised(author, one, told))
    return found


def _revised(author: Author, one: Decided, told: str) -> str:
    """What was decided, and what stood in its place afterwards."""
    if not one.revisions or correction(author, one) is not None:
        return told
    last = one.revisions[-1]
    label = _shortened(author, option_of(author, one.decision, last.option))
    return author.say("report.told_revised", told=told, hour=author.real(last.at), label=label)


def _label(author: Author, one: Decided) -> str:
    if one.way is Way.SPONTANEOUS:
        return author.typed(one.text, _LABEL)
    return _shortened(author, chosen(author, one))


def _shortened(author: Author, option: Option | None) -> str:
    text = author.voice.text(option.label) if option else ""
    if len(text) <= _LABEL:
        return text
    return text[: _LABEL - 1].rpartition(" ")[0].rstrip(" ,;:") + "…"


def _undecided(author: Author, stretch: Stretch) -> list[str]:
    found = []
    for one in author.debrief.decisions.taken:
        if one.outcome is not Outcome.DEFAULTED or not _in_play(author, stretch, one):
            continue
        key = author.decision_key(one)
        # The consequences may come a moment after the jump in which the deadline fell
        late = jumped(author, one) and not isinstance(stretch, Jump)
        found.append(author.say("report.told_due_in_jump", key=key) if late else key)
    return found


def left_open(author: Author, *stretches: Stretch) -> str:
    """What was asked there and never decided; nothing if there is none."""
    keys = [
        author.decision_key(one)
        for one in author.debrief.decisions.taken
        if one.outcome is Outcome.UNDECIDED and one.opened_at is not None
        if any(_within(author, stretch, one.opened_at) for stretch in stretches)
    ]
    return author.say("report.told_left_open", parts=author.voice.listed(keys)) if keys else ""


def _harmed(author: Author, stretch: Stretch) -> list[str]:
    return [
        author.real(one.launched_at.play, one.launched)
        for one in harmful(author)
        if one.launched_at is not None and _within(author, stretch, one.launched_at)
    ]


def _in_play(author: Author, stretch: Stretch, one: Decided) -> bool:
    """Whether a decision fell into a phase; where only its play time is known, by that."""
    if one.at is None:
        return False
    if one.story is not None:
        return _within(author, stretch, Instant(one.at, one.story))
    if isinstance(stretch, Jump):
        return False
    return stretch.start.play <= one.at and (one.at < stretch.end.play or _ends(author, stretch))


def _warned(author: Author, stretch: Stretch) -> list[str]:
    return [
        author.name("duty", one.duty)
        for one in author.debrief.duties
        if one.done is Done.DONE
        and one.at is not None
        and one.story is not None
        and _within(author, stretch, Instant(one.at, one.story))
    ]


def _gave_out(author: Author, stretch: Stretch) -> list[str]:
    return [
        author.say(
            "report.told_at", name=author.name("service", course.service), since=author.since(one.at.story)
        )
        for course in author.debrief.services.courses
        for one in course.gave_out
        if _within(author, stretch, one.at)
    ]


def _struck(author: Author, stretch: Stretch) -> list[str]:
    return list(dict.fromkeys(_risks(author, stretch)))


def _risks(author: Author, stretch: Stretch) -> Iterator[str]:
    names = {risk.id: risk.name for step in author.script.steps for risk in step.risks}
    for step in author.debrief.recovery.steps:
        for struck in step.struck:
            if _within(author, stretch, struck.at) and struck.risk in names:
                yield author.say("report.quoted", text=author.cut(author.voice.text(names[struck.risk]), 120))
