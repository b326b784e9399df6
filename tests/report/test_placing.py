"""Labels of the timeline: every mark keeps its place, no label covers a mark or another label."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from care_desktop.report.figures.placing import Placed, Wanted, beside

PLOT = (74.0, 482.0)
marks = st.lists(st.builds(Wanted, st.floats(78, 478), st.floats(8, 20), st.floats(0, 110)), max_size=14).map(
    sorted
)


def _written(one: Wanted, place: Placed) -> tuple[float, float] | None:
    if place.key is None:
        return None
    return place.key, place.key + one.key + (one.label if place.labelled else 0)


@given(marks)
def test_no_label_covers_a_mark_or_another_label(wanted: list[Wanted]) -> None:
    placed = beside(wanted, [], PLOT)
    written = [
        (place.row, *extent)
        for one, place in zip(wanted, placed, strict=True)
        if (extent := _written(one, place)) is not None
    ]
    for (row, begin, end), (other, start, stop) in combinations(written, 2):
        assert row != other or end <= start or stop <= begin
    for row, begin, end in written:
        assert [p.mark for p in placed if p.row == row and begin < p.mark < end] == []


@given(marks)
def test_every_mark_stays_where_it_is(wanted: list[Wanted]) -> None:
    placed = beside(wanted, [(200, 240)], PLOT)
    assert [place.mark for place in placed] == [one.mark for one in wanted]


def test_two_distant_marks_have_their_labels_on_one_row() -> None:
    placed = beside([Wanted(100, 12, 60), Wanted(300, 12, 60)], [], PLOT)
    assert [(place.row, place.labelled) for place in placed] == [(0, True), (0, True)]


def test_a_mark_at_the_right_edge_has_its_label_at_its_left() -> None:
    (place,) = beside([Wanted(478, 12, 60)], [], PLOT)
    assert place.labelled
    assert place.key is not None
    assert place.key + 72 < 478


def test_nothing_is_written_over_a_pause() -> None:
    (place,) = beside([Wanted(190, 12, 60)], [(200, 260)], PLOT)
    extent = _written(Wanted(190, 12, 60), place)
    assert extent is not None
    assert extent[1] <= 200
