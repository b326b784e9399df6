"""A figure and the text after it: the text goes first where the figure no longer fits the page."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus.flowables import Flowable

from care_desktop.report.pdf import grid


class Changing(Flowable):
    """A figure, then side blocks; they change places rather than leave the rest of a page empty.

    They always part into what they are made of: only their order is settled here.
    """

    def __init__(self, figure: Flowable, sides: Sequence[Flowable]) -> None:
        super().__init__()
        self._figure, self._sides = figure, list(sides)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803, ARG002
        """Measure as taller than any page, so that the page asks for the parts."""
        return availWidth, 2 * grid.HEIGHT

    def beginning(self) -> float:
        """How much room there must be for either to begin."""
        return min(_high(self._figure), _high(self._sides[0]))

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        """The parts in the order in which they fill the page; none where neither can begin here."""
        if _high(self._figure, availWidth) <= availHeight or availHeight >= grid.BODY_HEIGHT - 1:
            return [self._figure, *self._sides]
        if _high(self._sides[0], availWidth) <= availHeight:
            return [*self._sides, self._figure]
        return []

    def draw(self) -> None:
        """Never drawn itself."""
        raise AssertionError("its parts are drawn")


def _high(one: Flowable, width: float = grid.TEXT_WIDTH) -> float:
    return float(one.wrap(width, grid.BODY_HEIGHT)[1] + one.getSpaceBefore())
