"""Rows in a list: an event touches its rows, and no others are told of or painted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel

from care_desktop.exercise import commands as c
from care_desktop.scenario.script import Channel
from tests.ui.conduct.conftest import Animer
from ui.conduct.rows_model import RowsModel

pytestmark = pytest.mark.ui

Row = tuple[int, str]


def model() -> RowsModel[Row]:
    return RowsModel(lambda row: row[0], lambda row: row[1])


@given(
    st.lists(
        st.lists(st.tuples(st.integers(0, 8), st.sampled_from("ab")), unique_by=lambda row: row[0]),
        max_size=6,
    )
)
def test_whatever_is_shown_is_shown(shown: list[list[Row]]) -> None:
    made = model()
    for rows in shown:
        made.show(rows)
        assert list(made.rows()) == rows
        assert made.rowCount() == len(rows)


def test_only_what_differs_is_told_of() -> None:
    made = model()
    made.show([(1, "a"), (2, "b"), (3, "c")])
    told: list[object] = []
    made.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    made.modelReset.connect(lambda: told.append("reset"))
    made.rowsInserted.connect(lambda _parent, first, _last: told.append(("in", first)))
    made.rowsRemoved.connect(lambda _parent, first, _last: told.append(("out", first)))
    made.show([(1, "a"), (2, "B"), (3, "c")])
    made.show([(1, "a"), (9, "new"), (2, "B"), (3, "c")])
    made.show([(1, "a"), (9, "new"), (3, "c")])
    assert told == [(1, 1), ("in", 1), ("out", 2)]


def test_a_row_is_read_aloud_and_handed_out() -> None:
    made = model()
    made.show([(1, "Le SAMU")])
    assert made.data(made.index(0)) == "Le SAMU"
    assert made.row(made.place(1)) == (1, "Le SAMU")
    assert made.row(made.place(7)) is None
    assert isinstance(made, QAbstractItemModel)


def painted(animer: Animer) -> int:
    """How many rows of the running order were painted since this was last asked."""
    animer.qtbot.wait(30)
    delegate = animer.desk.panes.order.delegate
    count, delegate.painted = delegate.painted, 0
    return count


def test_an_event_repaints_its_row_alone(running: Animer) -> None:
    running.does(c.Launch("printers"))
    painted(running)
    running.does(c.MarkDelivered("printers", "care", Channel.IN_PERSON))
    assert painted(running) == 1


def test_the_passing_of_a_second_repaints_no_row(running: Animer) -> None:
    running.settles()
    painted(running)
    running.clock.leap(1_000)
    running.view._tick()  # noqa: SLF001 - what the clock of the window calls
    assert painted(running) == 0
    assert running.desk.band.clocks.play.text() == "0:00:01"


def test_what_concerns_no_row_repaints_none(running: Animer) -> None:
    running.settles()
    painted(running)
    running.does(c.WriteEntry(running.bridge.words("Une note")))
    assert painted(running) == 0
