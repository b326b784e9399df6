"""A jump in the story: where to, and what it would pass over."""

from __future__ import annotations

import re

from msgspec import Struct

from care_desktop.exercise import events as e
from care_desktop.scenario.ids import PhaseId
from care_desktop.scenario.time import DAY, HOUR, MINUTE, StoryMs
from ui.conduct.names import inject_named, moment
from ui.conduct.seen import Seen


class Goal(Struct, frozen=True):
    """A phase to jump to."""

    phase: PhaseId
    name: str
    hour: str
    to: StoryMs
    recap: str


class Passed(Struct, frozen=True):
    """What a jump would bring: injects left out, steps finished, limits passed, injects called up."""

    injects: int = 0
    steps: int = 0
    limits: int = 0
    called: int = 0


def goals(seen: Seen) -> list[Goal]:
    """The phases that the story has not come to."""
    return [
        Goal(
            phase.id,
            seen.speaker.text(phase.name),
            moment(seen, phase.starts),
            phase.starts,
            seen.speaker.text(phase.recap),
        )
        for phase in seen.index.script.phases
        if phase.starts > seen.now.story
    ]


def passed(events: tuple[e.Event, ...]) -> Passed:
    """What these events of a preview amount to."""
    facts = [event.fact for event in events]
    return Passed(
        sum(isinstance(fact, e.InjectSkipped) for fact in facts),
        sum(isinstance(fact, e.StepFinished) for fact in facts),
        sum(isinstance(fact, e.LimitReached | e.DutyOverdue | e.HoldEnded) for fact in facts),
        sum(isinstance(fact, e.InjectCalledUp) for fact in facts),
    )


def left_out(seen: Seen, events: tuple[e.Event, ...]) -> list[str]:
    """The injects that these events of a preview leave out, named; beyond some, how many more there are."""
    names = [inject_named(seen, one.fact.inject) for one in events if isinstance(one.fact, e.InjectSkipped)]
    more = len(names) - _MOST_NAMED
    if more <= 1:
        return names
    return [*names[:_MOST_NAMED], seen.speaker.say("conduct.jump_more", n=more)]


def sentence(seen: Seen, what: Passed) -> str:
    """« Ce saut passe 3 stimuli, termine 2 étapes, dépasse 1 délai. »"""
    parts = [
        seen.speaker.say(key, n=number)
        for key, number in (
            ("conduct.jump_injects", what.injects),
            ("conduct.jump_steps", what.steps),
            ("conduct.jump_limits", what.limits),
            ("conduct.jump_called", what.called),
        )
        if number
    ]
    if not parts:
        return seen.speaker.say("conduct.jump_nothing")
    return seen.speaker.say("conduct.jump_brings", what=", ".join(parts))


def typed_time(text: str, seen: Seen) -> StoryMs | None:
    """A story time that was typed: ``14:20``, ``14 h 20``, ``J+1 6:20``; the next one that is to come."""
    match = _TIME.fullmatch(text.strip())
    if match is None or int(match["hour"]) > _LAST_HOUR or int(match["minute"] or 0) > _LAST_MINUTE:
        return None
    in_day = int(match["hour"]) * HOUR + int(match["minute"] or 0) * MINUTE
    if match["day"] is not None:
        return StoryMs(int(match["day"]) * DAY + in_day)
    today = seen.now.story // DAY * DAY
    return StoryMs(today + in_day if today + in_day > seen.now.story else today + DAY + in_day)


_TIME = re.compile(r"(?:[JD]\s*\+\s*(?P<day>\d{1,3})\s+)?(?P<hour>\d{1,2})\s*[:hH]\s*(?P<minute>\d{1,2})?")
_MOST_NAMED = 8
_LAST_HOUR = 23
_LAST_MINUTE = 59
