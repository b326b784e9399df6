"""The hour of a fact as it is typed: an hour of the story, the last one that has come."""

from __future__ import annotations

import re

from care_desktop.exercise.clock import Instant
from care_desktop.scenario.time import DAY, HOUR, MINUTE, PlayMs
from ui.conduct.seen import Seen

_TIME = re.compile(r"(\d{1,2})\s*[:hH]\s*(\d{1,2})?")


def play_of(seen: Seen, typed: str, asked: Instant | None = None) -> PlayMs | None:
    """The play time at which the story came to an hour; None for no hour, or one that has not come.

    The minute of now is now: a fact is never later than the moment at which it is noted. In the minute in
    which it was ``asked`` for, it is not earlier than that.
    """
    match = _TIME.fullmatch(typed.strip())
    if match is None or int(match[1]) >= DAY // HOUR or int(match[2] or 0) >= HOUR // MINUTE:
        return None
    in_day = int(match[1]) * HOUR + int(match[2] or 0) * MINUTE
    today = seen.now.story // DAY * DAY
    story = today + in_day if today + in_day <= seen.now.story else today - DAY + in_day
    if story < seen.index.script.starts:
        return None
    if story // MINUTE == seen.now.story // MINUTE:
        return seen.now.play
    if asked is not None and story // MINUTE == asked.story // MINUTE:
        return asked.play
    return min(seen.view.line.play_at(story), seen.now.play)
