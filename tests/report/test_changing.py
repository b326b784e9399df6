"""Pages are filled well: a figure lets the text go first, a last row is not left alone."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from reportlab.platypus.flowables import CondPageBreak, Flowable, Spacer

from care_desktop.report.model import Column, Line, Table, phrase
from care_desktop.report.pdf import grid
from care_desktop.report.pdf.paragraph import TP
from care_desktop.report.pdf.styles import styles
from care_desktop.report.pdf.table import table
from care_desktop.report.printing.annotated import Annotated
from care_desktop.report.printing.blocks import titled
from care_desktop.report.printing.changing import Changing
from care_desktop.report.printing.typing import Type

FIGURE, LOW, FIRST, SECOND = (Spacer(100, height) for height in (300, 250, 40, 50))


def order(room: float) -> list[Flowable]:
    changing = Changing([FIGURE, LOW], [FIRST, SECOND])
    assert changing.wrap(grid.TEXT_WIDTH, room)[1] > room
    return changing.split(grid.TEXT_WIDTH, room)


def test_where_it_fits_the_figure_comes_first() -> None:
    assert order(310) == [FIGURE, FIRST, SECOND]


def test_where_it_fits_only_lower_it_is_drawn_lower() -> None:
    assert order(290) == [LOW, FIRST, SECOND]


def test_where_it_does_not_fit_the_text_fills_the_page() -> None:
    assert order(200) == [FIRST, SECOND, FIGURE]


def test_where_neither_begins_both_wait_for_the_next_page() -> None:
    assert order(30) == []


def test_on_a_page_of_its_own_it_is_not_moved_for_ever() -> None:
    tall = Changing([Spacer(100, 2 * grid.BODY_HEIGHT)], [FIRST])
    assert len(tall.split(grid.TEXT_WIDTH, grid.BODY_HEIGHT)) == 2


def test_a_last_row_that_is_tall_may_be_alone() -> None:
    tall = [TP("un ", styles().cell) for _ in range(6)]
    rows: list[list[Any]] = [["", ""], *([TP(str(n), styles().cell), ""] for n in range(7)), [tall, ""]]
    annotated = Annotated(table(rows, [200, 200]), [])
    whole = annotated.wrap(grid.TEXT_WIDTH, grid.BODY_HEIGHT)[1]
    first, rest = annotated.split(grid.TEXT_WIDTH, whole - 8)
    assert isinstance(rest, Annotated)
    assert first.wrap(grid.TEXT_WIDTH, whole)[1] > whole - 120


def test_a_title_asks_for_as_much_room_as_it_and_its_first_row_need() -> None:
    high = tuple(Line(phrase(str(n))) for n in range(8))
    block = Table("key", "Tableau 1", "Titre", (Column("Tête", 482),), ((high,), (high,)), "Sous-titre")
    asked, *opening, annotated = titled(Type("fr"), block)
    assert isinstance(asked, CondPageBreak)
    assert isinstance(annotated, Annotated)
    frame = grid.BODY_HEIGHT
    heights = [one.wrap(grid.TEXT_WIDTH, frame)[1] for one in opening]
    gaps = [
        max(one.getSpaceAfter(), next_one.getSpaceBefore())
        for one, next_one in pairwise([*opening, annotated])
    ]
    left = asked.height - opening[0].getSpaceBefore() - sum(heights) - sum(gaps)
    assert len(annotated.split(grid.TEXT_WIDTH, left)) == 2


def test_the_last_row_of_a_table_is_not_alone_on_its_page() -> None:
    rows: list[list[Any]] = [["", ""], *([TP(str(n), styles().cell), ""] for n in range(8))]
    annotated = Annotated(table(rows, [200, 200]), [])
    whole = annotated.wrap(grid.TEXT_WIDTH, grid.BODY_HEIGHT)[1]
    room = whole - 8
    first, pause, rest = annotated.split(grid.TEXT_WIDTH, room)
    assert isinstance(rest, Annotated)
    left = room - first.wrap(grid.TEXT_WIDTH, whole)[1]
    assert left > 22
    # Nor does it come back on the same page, under a second head
    assert isinstance(pause, CondPageBreak)
    assert pause.height > left
