"""Places for labels: beside their mark, on one of two rows, where nothing is yet; else none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

_MARK = 4.2
_BEFORE, _GAP = 2.5, 3.0


class Wanted(NamedTuple):
    """A mark, and how wide its key and its label are."""

    mark: float
    key: float
    label: float


class Placed(NamedTuple):
    """Where a mark stands, where its key begins if there is room for it, and whether the label follows."""

    mark: float
    row: int
    key: float | None
    labelled: bool


class Rows:
    """Rows on which stretches are taken one after the other."""

    def __init__(self, count: int, left: float, right: float) -> None:
        self._taken: list[list[tuple[float, float]]] = [[] for _ in range(count)]
        self._left, self._right = left, right

    def free(self, row: int, begin: float, end: float) -> bool:
        """Whether nothing is there yet, and it is within the plot."""
        if begin < self._left or end > self._right:
            return False
        return all(end <= taken[0] or begin >= taken[1] for taken in self._taken[row])

    def take(self, row: int, begin: float, end: float) -> None:
        """Something is there from now on."""
        self._taken[row].append((begin, end))


def beside(
    wanted: Sequence[Wanted], clear: Sequence[tuple[float, float]], plot: tuple[float, float]
) -> list[Placed]:
    """Every mark first, then every key, then the labels that still find room; ``clear`` stays unwritten."""
    rows = Rows(2, *plot)
    chosen = _rows_of(wanted)
    for begin, end in clear:
        rows.take(0, begin, end)
        rows.take(1, begin, end)
    for one, row in zip(wanted, chosen, strict=True):
        rows.take(row, one.mark - _MARK, one.mark + _MARK)
    keys = [_key(rows, row, one) for one, row in zip(wanted, chosen, strict=True)]
    return [_label(rows, row, one, key) for one, row, key in zip(wanted, chosen, keys, strict=True)]


def _rows_of(wanted: Sequence[Wanted]) -> list[int]:
    """The first row if what was written there ended before this mark, else the row that ended first."""
    ends = [-1e9, -1e9]
    rows = []
    for one in wanted:
        row = 0 if ends[0] <= one.mark - _MARK or ends[0] <= ends[1] else 1
        ends[row] = one.mark + _MARK + _BEFORE + _GAP + one.key + one.label
        rows.append(row)
    return rows


def _key(rows: Rows, row: int, one: Wanted) -> float | None:
    """Right of the mark, else left of it."""
    wide = _BEFORE + one.key + _GAP
    if rows.free(row, one.mark + _MARK, one.mark + _MARK + wide):
        rows.take(row, one.mark + _MARK, one.mark + _MARK + wide)
        return one.mark + _MARK + _BEFORE
    if rows.free(row, one.mark - _MARK - wide, one.mark - _MARK):
        rows.take(row, one.mark - _MARK - wide, one.mark - _MARK)
        return one.mark - _MARK - _BEFORE - one.key
    return None


def _label(rows: Rows, row: int, one: Wanted, key: float | None) -> Placed:
    """After its key at the right of the mark; else both at its left, if there is room for both."""
    if key is None:
        return Placed(one.mark, row, None, labelled=False)
    if key > one.mark:
        begin = key + one.key + _GAP
        if rows.free(row, begin, begin + one.label):
            rows.take(row, begin, begin + one.label)
            return Placed(one.mark, row, key, labelled=True)
    end = one.mark - _MARK if key > one.mark else key - _GAP
    wide = one.label + _GAP + (_BEFORE + one.key if key > one.mark else 0)
    if rows.free(row, end - wide, end):
        rows.take(row, end - wide, end)
        begin = one.mark - _MARK - _BEFORE - one.key - one.label
        return Placed(one.mark, row, begin, labelled=True)
    return Placed(one.mark, row, key, labelled=False)
