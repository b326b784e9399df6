"""Services rendered over play time, and the real hospital's hours where they may stand beside. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from care_desktop.exercise.clock import StoryLine
from ui.review.telling import since

if TYPE_CHECKING:
    from ui.review.past import Past
    from ui.voice import Voice


class Step(Struct, frozen=True):
    """From ``play`` on: how many services are nominal, and how many are rendered in some way."""

    play: int
    nominal: int
    rendered: int


class PublicMark(Struct, frozen=True):
    """An hour of the real hospital on our axis: only where comparing it with ours makes sense."""

    play: int
    label: str
    text: str
    key: str


class Curve(Struct, frozen=True):
    """The steps to ``end``, and how many services there are."""

    of: int
    end: int
    steps: tuple[Step, ...]
    public: tuple[PublicMark, ...]


def curve(voice: Voice, past: Past) -> Curve:
    """The curve of an exercise; of a jump, which takes no play time, what it led to is shown."""
    of = len(past.index.services)
    steps: dict[int, Step] = {}
    for one in past.measured.services.counts:
        play = one.at.play
        steps[play] = Step(play, one.nominal, one.nominal + one.degraded)
    return Curve(of, past.end, tuple(steps.values()), _public(voice, past))


def _public(voice: Voice, past: Past) -> tuple[PublicMark, ...]:
    milestones = {one.id: one for one in past.index.script.milestones}
    marks = []
    for one in past.measured.decisions.taken:
        compared = one.comparison
        milestone = milestones.get(compared.milestone) if compared.milestone is not None else None
        if milestone is None or compared.reason is not None or compared.real is None:
            continue
        play = _place(past, compared.real)
        if play is not None:
            label = since(voice, past.index, compared.real)
            marks.append(PublicMark(play, label, voice.text(milestone.text), past.key(one)))
    return tuple(marks)


def _place(past: Past, story: int) -> int | None:
    """Where our own story passes an hour: within a jump, at the jump."""
    times = past.measured.times
    if not times.start.story <= story <= times.end.story:
        return None
    return StoryLine(times.segments).play_at(story)
