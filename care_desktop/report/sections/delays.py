"""The figure of the delays: how long each decision of the script took, beside what was allowed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from care_desktop.debrief.decisions import Decided, Outcome, Way
from care_desktop.report.author import Author
from care_desktop.report.model import Figure
from care_desktop.report.plots import Axis, DelayRow, DelaysPlot, Sign, Tick
from care_desktop.report.sections.decided import (
    allowed_of,
    jumped,
    label,
    never_asked,
    scripted,
    story_delay,
    undecided_of,
)
from care_desktop.scenario.time import MINUTE

_LEAST_FOR_MEDIAN = 3
_MOST_ROWS = 30
"""What a page holds of the figure beside its notes."""

_STEPS = (1, 2, 5, 10, 15, 30, 60, 120)


def delays(author: Author) -> Figure | None:
    """The figure; none where nothing was asked."""
    say = author.say
    shown = [
        one
        for one in author.debrief.decisions.taken
        if one.decision is not None and one.outcome is not Outcome.WITHDRAWN
    ]
    if not shown:
        return None
    standing = [one for one in scripted(author) if one.outcome is not Outcome.WITHDRAWN]
    drawn = _drawn(author, standing)
    rows = tuple(_row(author, one) for one in drawn)
    median, median_label, title = _median(author)
    return author.figure(
        "delays",
        title,
        DelaysPlot(_axis(author, rows), rows, None if median is None else median / MINUTE, median_label),
        subtitle=say("report.delays_sub" if _limited(rows) else "report.delays_sub_unlimited"),
        notes=(
            author.note(say("report.reading"), _reading(author, drawn)),
            *((author.note(say("report.limit"), say("report.unaided_unlimited")),) if author.unaided else ()),
            author.note(say("report.scope"), " ".join(_scope(author, shown, drawn, standing))),
        ),
        table="decisions",
    )


def _axis(author: Author, rows: Iterable[DelayRow]) -> Axis:
    """Minutes from 0 on, in round steps."""
    most = max([1.0, *(value for row in rows for value in (row.allowed, row.at) if value is not None)])
    step = next((step for step in _STEPS if most / step <= 5), _STEPS[-1])
    end = -(-most // step) * step
    ticks = tuple(
        Tick(at, author.say("report.minutes", n=at) if at + step > end else str(at))
        for at in range(0, int(end) + 1, step)
    )
    return Axis(0, end, ticks, author.say("report.delays_axis"))


def _median(author: Author) -> tuple[int | None, str, str]:
    """The median where there are enough to have one, its label, and the title of the figure."""
    measured = author.debrief.decisions
    minutes = author.delay(measured.median_ms or 0)
    label = author.say("report.median", minutes=minutes, n=measured.n)
    if measured.median_ms is None or measured.n < _LEAST_FOR_MEDIAN:
        return None, label, author.say("report.delays_title")
    return measured.median_ms, label, author.say("report.delays_median", minutes=minutes, n=measured.n)


def _scope(
    author: Author, shown: list[Decided], drawn: list[Decided], standing: list[Decided]
) -> Iterator[str]:
    """What the median counts and what it leaves out."""
    say, measured = author.say, author.debrief.decisions
    yield say("report.delays_scope", n=measured.n)
    undecided = undecided_of(author, shown)
    if undecided:
        yield say("report.delays_censored", told=undecided)
    if measured.jumped:
        yield say("report.delays_jumped", n=measured.jumped)
    if len(drawn) < len(standing):
        yield say("report.delays_longest", n=len(drawn), total=len(standing))


def _drawn(author: Author, standing: list[Decided]) -> list[Decided]:
    """All, or of very many those left undecided, then those that took longest; in the order of the script."""
    if len(standing) <= _MOST_ROWS:
        return standing

    def rank(place: int) -> tuple[bool, bool, int]:
        one = standing[place]
        decided = one.outcome is Outcome.DECIDED
        return never_asked(author, one), decided, -(one.latency_ms or 0)

    kept = sorted(range(len(standing)), key=rank)[:_MOST_ROWS]
    return [standing[place] for place in sorted(kept)]


def _limited(rows: Iterable[DelayRow]) -> bool:
    return any(row.allowed is not None for row in rows)


def _reading(author: Author, shown: list[Decided]) -> str:
    for one in shown:
        if one.latency_ms is not None and not jumped(author, one):
            return author.say(
                "report.delays_reading",
                key=author.decision_key(one),
                latency=author.delay(one.latency_ms),
            )
    return author.say("report.delays_reading_none")


def _row(author: Author, one: Decided) -> DelayRow:
    allowed_ms = allowed_of(author, one)
    allowed = None if allowed_ms is None else max(allowed_ms, 0) / MINUTE
    key = author.decision_key(one)
    name = label(author, one)
    if never_asked(author, one):
        return DelayRow(key, name, None, None, Sign.OPEN, author.say("report.told_not_asked"))
    if one.outcome is not Outcome.DECIDED:
        at = (one.censored_ms or 0) / MINUTE
        told = "report.told_default_jump" if jumped(author, one) else "report.told_default"
        told = "report.told_open" if one.outcome is Outcome.UNDECIDED else told
        return DelayRow(key, name, allowed, at, Sign.OPEN, author.say(told))
    if one.way is Way.ANTICIPATED or one.latency_ms is None:
        return DelayRow(key, name, allowed, 0, Sign.ANTICIPATED, author.say("report.told_anticipated"))
    told = story_delay(author, one) if jumped(author, one) else author.delay(one.latency_ms)
    return DelayRow(key, name, allowed, one.latency_ms / MINUTE, Sign.ASKED, told)
