"""How times are written: ``J+0 02:05`` in the story, ``T+0:45`` in the exercise, ``1 h 30`` for how long."""

from __future__ import annotations

import re

from care_desktop.scenario.time import DAY, HOUR, MINUTE

SECOND = 1000

# Up to here a duration is written in hours: « 72 h » is how the law and the IT team say it
_HOURS_UP_TO = 96 * HOUR

_CLOCK = r"(?P<h>\d{1,2}):(?P<m>\d\d)(?::(?P<s>\d\d)(?:\.(?P<ms>\d{3}))?)?"
STORY_MOMENT = re.compile(rf"J(?P<sign>[+-])(?P<d>\d{{1,4}}) {_CLOCK}", re.ASCII)
PLAY_MOMENT = re.compile(rf"T\+{_CLOCK}", re.ASCII)
_GAP = "[ \u00a0\u202f]?"
DURATION = re.compile(
    rf"(?:(?P<d>\d{{1,5}}){_GAP}[dj])?{_GAP}(?:(?P<h>\d{{1,6}}){_GAP}h(?:{_GAP}(?P<hm>\d\d)(?![\d]))?)?{_GAP}"
    rf"(?:(?P<min>\d{{1,7}}){_GAP}min)?{_GAP}(?:(?P<s>\d{{1,7}}){_GAP}s)?{_GAP}(?:(?P<ms>\d{{1,9}}){_GAP}ms)?",
    re.ASCII,
)


def story_moment(text: str) -> int | None:
    """The milliseconds of ``J+1 07:30``; None when it is not written so."""
    match = STORY_MOMENT.fullmatch(text)
    if match is None or (clock := _clock(match, hours=24)) is None:
        return None
    days = int(match["d"])
    return (days if match["sign"] == "+" else -days) * DAY + clock


def play_moment(text: str) -> int | None:
    """The milliseconds of ``T+0:45``, 45 minutes; None when it is not written so (``T+2`` is not)."""
    match = PLAY_MOMENT.fullmatch(text)
    return None if match is None else _clock(match, hours=100)


def duration(text: str) -> int | None:
    """The milliseconds of ``1 h 30``; None when it is not written so."""
    match = DURATION.fullmatch(text)
    if match is None:
        return None
    units = {"d": DAY, "h": HOUR, "hm": MINUTE, "min": MINUTE, "s": SECOND, "ms": 1}
    given = {name: int(value) for name, value in match.groupdict().items() if value is not None}
    if not given or given.get("hm", 0) >= 60 or {"hm", "min"} <= given.keys():
        # « 1 h 30 min » says its minutes once, with or without the unit
        return None
    return sum(value * units[name] for name, value in given.items())


def write_story_moment(ms: int) -> str:
    """A moment of the story as it is written."""
    day, rest = divmod(ms, DAY)
    return f"J{day:+d} {_written_clock(rest, '02d')}"


def write_play_moment(ms: int) -> str:
    """A moment of the exercise as it is written."""
    if ms < 0:
        raise ValueError(f"before the exercise: {ms}")
    return f"T+{_written_clock(ms, 'd')}"


def write_duration(ms: int) -> str:
    """A duration as it is written."""
    if ms < 0:
        raise ValueError(f"a negative duration: {ms}")
    days, rest = divmod(ms, DAY) if ms > _HOURS_UP_TO else (0, ms)
    hours, rest = divmod(rest, HOUR)
    minutes, rest = divmod(rest, MINUTE)
    seconds, rest = divmod(rest, SECOND)
    words = [f"{days} d"] if days else []
    if hours:
        words.append(f"{hours} h")
    if minutes:
        words.append(f"{minutes:02d}" if hours and not seconds and not rest else f"{minutes} min")
    if seconds:
        words.append(f"{seconds} s")
    if rest:
        words.append(f"{rest} ms")
    return " ".join(words) or "0 min"


def _clock(match: re.Match[str], hours: int) -> int | None:
    h, m, s = (int(match[name] or 0) for name in ("h", "m", "s"))
    if h >= hours or m >= 60 or s >= 60:
        return None
    return h * HOUR + m * MINUTE + s * SECOND + int(match["ms"] or 0)


def _written_clock(ms: int, hours: str) -> str:
    h, rest = divmod(ms, HOUR)
    m, rest = divmod(rest, MINUTE)
    s, rest = divmod(rest, SECOND)
    tail = f":{s:02d}.{rest:03d}" if rest else f":{s:02d}" if s else ""
    return f"{h:{hours}}:{m:02d}{tail}"
