"""A figure that no longer fits the page lets the text after it go first."""

from __future__ import annotations

from reportlab.platypus.flowables import Flowable, Spacer

from care_desktop.report.pdf import grid
from care_desktop.report.printing.changing import Changing

FIGURE, FIRST, SECOND = Spacer(100, 300), Spacer(100, 40), Spacer(100, 50)


def order(room: float) -> list[Flowable]:
    changing = Changing(FIGURE, [FIRST, SECOND])
    assert changing.wrap(grid.TEXT_WIDTH, room)[1] > room
    return changing.split(grid.TEXT_WIDTH, room)


def test_where_it_fits_the_figure_comes_first() -> None:
    assert order(310) == [FIGURE, FIRST, SECOND]


def test_where_it_does_not_fit_the_text_fills_the_page() -> None:
    assert order(200) == [FIRST, SECOND, FIGURE]


def test_where_neither_begins_both_wait_for_the_next_page() -> None:
    assert order(30) == []


def test_on_a_page_of_its_own_it_is_not_moved_for_ever() -> None:
    tall = Changing(Spacer(100, 2 * grid.BODY_HEIGHT), [FIRST])
    assert len(tall.split(grid.TEXT_WIDTH, grid.BODY_HEIGHT)) == 2
