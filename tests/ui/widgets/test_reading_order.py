"""What stands in a layout, in its order, and Tab that goes the same way."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.reading_order import laid_out, tab_as_one_reads

pytestmark = pytest.mark.ui


@pytest.fixture
def around(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_what_stands_in_a_layout_comes_in_its_order_whenever_it_was_made(around: QWidget) -> None:
    column, row = QVBoxLayout(around), QHBoxLayout()
    last, first, inside, beside = QLineEdit(around), QLineEdit(around), QLineEdit(around), QLineEdit(around)
    column.addWidget(first)
    column.addStretch(1)
    column.addLayout(row)
    column.addWidget(last)
    row.addWidget(inside)
    assert laid_out(column) == [first, row, last]
    assert laid_out(row) == [inside]
    assert beside not in laid_out(column)


def test_tab_follows_layouts_within_layouts(around: QWidget) -> None:
    column, row = QVBoxLayout(around), QHBoxLayout()
    last, second, first = QLineEdit(around), QLineEdit(around), QLineEdit(around)
    column.addLayout(row)
    row.addWidget(first)
    row.addWidget(second)
    column.addWidget(last)
    tab_as_one_reads(around)
    ring: list[QWidget] = [first]
    while (after := ring[-1].nextInFocusChain()) not in (None, first):
        assert after is not None
        ring.append(after)
    assert [one for one in ring if one is not around] == [first, second, last]


def test_what_was_laid_out_leaves_nothing_behind_that_is_taken_for_something_else(around: QWidget) -> None:
    column = QVBoxLayout(around)
    for _ in range(200):
        gone = [QPushButton(around) for _ in range(20)]
        for one in gone:
            column.addWidget(one)
        assert laid_out(column) == gone
        for one in gone:
            shiboken6.delete(one)
        later = [QWidget(around) for _ in range(40)]
        assert all(isinstance(one, QWidget) for one in QApplication.allWidgets())
        for late in later:
            shiboken6.delete(late)
