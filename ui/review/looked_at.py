"""Everything that the debriefing shows of an exercise, made once for its events and a language. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ui.review.curve import Curve, curve
from ui.review.delays import Dots, dots
from ui.review.facts import Fact, facts
from ui.review.heading import Heading, heading
from ui.review.lanes import Timeline, timeline
from ui.review.moments import Moment, findings, moments, place_of

if TYPE_CHECKING:
    from ui.review.past import Past
    from ui.voice import Voice


class LookedAt(NamedTuple):
    """Heading, timeline, curve, moments, delays, and all of it as a table."""

    heading: Heading
    timeline: Timeline
    curve: Curve
    moments: tuple[Moment, ...]
    dots: Dots
    findings: tuple[str, ...]
    facts: tuple[Fact, ...]


def look_at(voice: Voice, past: Past) -> LookedAt:
    """Say all that there is to see of an exercise."""
    lanes, steps = timeline(voice, past), curve(voice, past)
    found = moments(voice, past)
    return LookedAt(
        heading(voice, past),
        lanes,
        steps,
        found,
        dots(voice, past, place_of(found)),
        findings(voice, past),
        facts(voice, lanes, steps),
    )
