"""What a team has behind it, read off the exercise: so it is there after a pause of days too."""

from __future__ import annotations

from collections.abc import Collection

from care_desktop.exercise.events import AnswerGiven, DecisionRevised, InjectDelivered, StoryJumped
from care_desktop.exercise.fold import fold
from care_desktop.scenario.ids import InjectId
from care_desktop.scenario.time import StoryMs
from ui.alone.story import Place, Step, is_unread
from ui.alone.telling import Noted
from ui.conduct.seen import Seen


def behind(seen: Seen, place: Place, read: Collection[InjectId] = ()) -> tuple[InjectId, ...]:
    """The events that were told, the last one first, without the one that is on the page."""
    on_page = place.inject if place.step is Step.EVENT else None
    told = [
        (one.launched, inject)
        for inject, one in seen.view.injects.items()
        if one.launched is not None
        and one.recalled is None
        and inject != on_page
        and not is_unread(seen, inject, read)
    ]
    return tuple(inject for _, inject in sorted(told, reverse=True))


def hour_left(seen: Seen) -> StoryMs | None:
    """The hour of the last page that was told; None where none was."""
    launched = (seen.inject(inject).launched_at for inject in behind(seen, Place(Step.PAUSED)))
    hours = [at.story for at in launched if at is not None]
    hours += [event.fact.to for event in seen.events if isinstance(event.fact, StoryJumped)]
    return max(hours, default=None)


def last_noted(seen: Seen) -> Noted | None:
    """The answer that was noted last, as long as nothing was told after it: it can still be corrected."""
    for event in reversed(seen.events):
        match event.fact:
            case InjectDelivered() | StoryJumped():
                return None
            case (
                AnswerGiven(decision=decision, option=option, text=words)
                | DecisionRevised(decision=decision, option=option, text=words)
            ):
                first = seen.decision(decision).answers[0].seq
                before = fold(seen.index, seen.events[: first - 1])
                typed = "" if words is None or words.text is None else words.text
                return Noted(decision, option, typed, dict(before.levels))
    return None
