"""The axes that several figures share, and the words of their keys."""

from __future__ import annotations

from care_desktop.report.author import Author
from care_desktop.report.plots import Axis, Signs, Tick
from care_desktop.scenario.time import HOUR, MINUTE

_STEPS = (5 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 6 * HOUR, 12 * HOUR, 24 * HOUR)
_LABELS = 8


def step_for(length: float, labels: int = _LABELS) -> int:
    """The round step that gives at most so many labels."""
    return next((step for step in _STEPS if length / step <= labels), _STEPS[-1])


def real_axis(author: Author) -> Axis:
    """From DEBEX to FINEX as the clock on the wall went, labelled at round times."""
    times = author.debrief.times
    begin = author.room.of(times.begun, times.start.play)
    end = max(author.room.of(times.ended, times.end.play), begin + MINUTE)
    step = step_for(end - begin)
    small = step // 3 if step % (3 * MINUTE) == 0 else step // 2
    first = -(-begin // small) * small
    ticks = tuple(
        Tick(at, author.voice.clock(at) if at % step == 0 else "") for at in range(first, end + 1, small)
    )
    name = author.say("report.axis_real" if author.room.known else "report.axis_play")
    return Axis(begin, end, ticks, name)


def signs(author: Author) -> Signs:
    """The words of the keys."""
    say = author.say
    return Signs(
        asked=say("report.sign_asked"),
        anticipated=say("report.sign_anticipated"),
        spontaneous=say("report.sign_spontaneous"),
        open=say("report.sign_open"),
        nominal=say("report.level_nominal"),
        degraded=say("report.level_degraded"),
        down=say("report.level_down"),
    )
