"""Places for labels: beside their mark, on one of two rows, where nothing is yet; else none."""

from __future__ import annotations

from typing import NamedTuple


class Placed(NamedTuple):
    """Where a label stands: its row, where it begins, and whether it is whole."""

    row: int
    x: float
    mark_row: int


class Rows:
    """Rows on which stretches are taken one after the other."""

    def __init__(self, count: int, left: float, right: float) -> None:
        self._taken: list[list[tuple[float, float]]] = [[] for _ in range(count)]
        self._left, self._right = left, right

    def keep_clear(self, begin: float, end: float) -> None:
        """Nothing is written here, on any row."""
        for row in self._taken:
            row.append((begin, end))

    def free(self, row: int, begin: float, end: float) -> bool:
        """Whether nothing is there yet, and it is within the plot."""
        if begin < self._left or end > self._right:
            return False
        return all(end <= taken[0] or begin >= taken[1] for taken in self._taken[row])

    def take(self, row: int, begin: float, end: float) -> None:
        """Something is there from now on."""
        self._taken[row].append((begin, end))

    def beside(self, x: float, mark: float, width: float) -> Placed | None:
        """Right or left of a mark, on the first row where both find room; they are taken then."""
        for row in range(len(self._taken)):
            for begin, end, text in (
                (x - mark, x + mark + 4 + width, x + mark + 3),
                (x - mark - 4 - width, x + mark, x - mark - 3 - width),
            ):
                if self.free(row, begin, end):
                    self.take(row, begin - 2, end + 3)
                    return Placed(row, text, row)
        return None
