"""Taking times, and the lines in which they are told."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from math import ceil
from time import perf_counter
from typing import NamedTuple


class Line(NamedTuple):
    """One thing measured beside its bare baseline, in milliseconds unless ``unit`` says otherwise."""

    what: str
    ours: float
    baseline: float | None
    n: int
    taken: str
    budget: float | None = None
    unit: str = "ms"

    @property
    def ratio(self) -> float | None:
        return self.ours / self.baseline if self.baseline else None

    @property
    def holds(self) -> bool | None:
        return None if self.budget is None else self.ours <= self.budget


def timed(action: Callable[[], object]) -> float:
    begun = perf_counter()
    action()
    return (perf_counter() - begun) * 1000


def best(action: Callable[[], object], of: int = 5) -> float:
    """The shortest of some runs; what each gives is thrown away outside the time taken."""
    times = []
    for _ in range(of):
        gc.collect()
        begun = perf_counter()
        result = action()
        times.append((perf_counter() - begun) * 1000)
        del result
    return min(times)


def percentile(times: Sequence[float], percent: float) -> float:
    """The smallest time that so many percent of all do not exceed."""
    return sorted(times)[max(0, ceil(len(times) * percent / 100) - 1)]


def at_percentiles(
    what: str,
    ours: Sequence[float],
    baseline: Sequence[float],
    percents: Sequence[int] = (50, 95, 99),
    budget: tuple[int, float] | None = None,
) -> list[Line]:
    """A line for each percentile; ``budget`` holds for one of them."""
    return [
        Line(
            what,
            percentile(ours, percent),
            percentile(baseline, percent),
            len(ours),
            f"p{percent}",
            budget[1] if budget is not None and budget[0] == percent else None,
        )
        for percent in percents
    ]
