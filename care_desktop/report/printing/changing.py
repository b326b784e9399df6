"""A figure and the text after it: it is drawn lower, or the text goes first, where it no longer fits."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus.flowables import Flowable

from care_desktop.report.pdf import grid


class Changing(Flowable):
    """A figure, then side blocks; they change places rather than leave the rest of a page empty.

    They always part into what they are made of: only their order is settled here, and which of the figure's
    heights is drawn, from the highest to the lowest.
    """

    def __init__(self, figures: Sequence[Flowable], sides: Sequence[Flowable]) -> None:
        super().__init__()
        self._figures, self._sides = list(figures), list(sides)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803, ARG002
        """Measure as taller than any page, so that the page asks for the parts."""
        return availWidth, 2 * grid.HEIGHT

    def beginning(self) -> float:
        """How much room there must be for either to begin."""
        return min(_high(self._figures[-1]), _high(self._sides[0]))

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        """The parts in the order in which they fill the page; none where neither can begin here."""
        for figure in self._figures:
            if _high(figure, availWidth) <= availHeight or availHeight >= grid.BODY_HEIGHT - 1:
                return [figure, *self._sides]
        if _high(self._sides[0], availWidth) <= availHeight:
            return [*self._sides, self._figures[0]]
        return []

    def draw(self) -> None:
        """Never drawn itself."""
        raise AssertionError("its parts are drawn")


def _high(one: Flowable, width: float = grid.TEXT_WIDTH) -> float:
    return float(one.wrap(width, grid.BODY_HEIGHT)[1] + one.getSpaceBefore())
