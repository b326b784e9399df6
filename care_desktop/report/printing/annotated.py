"""A table with what stands under it: keys and notes are never alone on a page."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus.flowables import CondPageBreak, Flowable

from care_desktop.report.pdf import grid
from care_desktop.report.pdf.stack import Unit
from care_desktop.report.pdf.table import TaggedTable

# The heights of a table's rows are known to its private members only.
# ruff: noqa: SLF001

_BETWEEN = 4.0
_AFTER = 8.0
_TALL = 44.0


class Annotated(Flowable):
    """A table and its notes: where they do not fit together, at least the last row goes on with the notes."""

    def __init__(self, table: TaggedTable, notes: Sequence[Flowable]) -> None:
        super().__init__()
        self._table = table
        self._notes = Unit(notes)
        self._between = _BETWEEN if notes else 0.0
        self.spaceBefore, self.spaceAfter = 3.0, _AFTER

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Measure. Rows are parted only where one of them is taller than a page."""
        self._table_height = float(self._table.wrap(availWidth, availHeight)[1])
        self._table.splitInRow = int(max(self._table._rowHeights) > grid.BODY_HEIGHT / 2)
        self._notes_height = float(self._notes.wrap(availWidth, availHeight)[1])
        self.width = availWidth
        self.height = self._table_height + self._between + self._notes_height
        return self.width, self.height

    def beginning(self) -> float:
        """How much room its head and its first two rows need, or the first alone where that is a tall one."""
        self.wrap(grid.TEXT_WIDTH, grid.BODY_HEIGHT)
        heights = [float(height) for height in self._table._rowHeights]
        heads = self._table.repeatRows
        rows = heights[heads : heads + (1 if max(heights[heads : heads + 1], default=0) > _TALL else 2)]
        return sum(heights[:heads]) + sum(rows) + _BETWEEN

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        """Cut the table; what is left of it keeps the notes."""
        parts = self._table.split(availWidth, min(availHeight, self._table_height - 1))
        if len(parts) < 2:
            return []
        heads, shown = self._table.repeatRows, parts[0]._rowHeights
        alone = parts[-1]._nrows - heads == 1 and parts[-1]._rowHeights[-1] <= _TALL
        between: list[Flowable] = []
        if alone and len(shown) - heads > 2:
            # A last row is not alone on its page, unless it is as good as two
            fewer = self._table.split(availWidth, sum(shown) - 1)
            if len(fewer) > 1:
                # The room left above would else be filled with the row just held back, under a second head
                parts, between = fewer, [CondPageBreak(availHeight)]
        *firsts, last = parts
        return [*firsts, *between, Annotated(last, self._notes.stack.flowables)]

    def draw(self) -> None:
        """Draw the table, then the notes."""
        self._table.drawOn(self.canv, 0, self.height - self._table_height)
        self._notes.drawOn(self.canv, 0, 0)
