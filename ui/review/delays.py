"""How long decisions took from the delivery of the question: a dot each, and how many there are. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from care_desktop.debrief.decisions import Decided, Outcome, Way
from ui.review.telling import took

if TYPE_CHECKING:
    from ui.review.past import Past
    from ui.voice import Voice


class Dot(Struct, frozen=True):
    """A decision's row. ``ms`` None has no dot: it came before the question, or nobody knows since when.

    ``open`` is drawn hollow: no decision until there, so it took longer than that.
    """

    key: str
    told: str
    ms: int | None
    open: bool
    allowed: int | None
    moment: int | None


class Dots(Struct, frozen=True):
    """All rows on one axis from 0 to ``most``; ``n`` are those that count in ``median``."""

    rows: tuple[Dot, ...]
    most: int
    n: int
    median: int | None


def dots(voice: Voice, past: Past, moments: dict[tuple[str, str | None], int]) -> Dots:
    """The rows, in the order of the script; ``moments`` gives the place of each key among the moments."""
    measured = past.measured.decisions
    rows = tuple(
        _dot(voice, past, one, moments.get((past.key(one), one.cell)))
        for one in measured.taken
        if one.decision is not None and one.outcome is not Outcome.WITHDRAWN
    )
    lengths = [value for row in rows for value in (row.ms, row.allowed) if value is not None]
    return Dots(rows, max(lengths, default=0), measured.n, measured.median_ms)


def _dot(voice: Voice, past: Past, one: Decided, moment: int | None) -> Dot:
    key, allowed = past.key(one), one.allowed_ms if one.allowed_ms is None else max(0, one.allowed_ms)
    if one.outcome is not Outcome.DECIDED:
        told = "report.told_open" if one.outcome is Outcome.UNDECIDED else "report.told_default"
        return Dot(key, voice.say(told), one.censored_ms, open=True, allowed=allowed, moment=moment)
    if one.way is Way.ANTICIPATED or one.latency_ms is None:
        told = "report.told_anticipated"
        return Dot(key, voice.say(told), None, open=False, allowed=allowed, moment=moment)
    said = took(voice, one.latency_ms)
    if past.jumped(one):
        said = voice.say("review.took_over_jump", took=said)
    return Dot(key, said, one.latency_ms, open=False, allowed=allowed, moment=moment)
