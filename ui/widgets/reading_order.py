"""Tab goes as one reads, also where widgets were made later than those that stand after them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from operator import itemgetter

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def tab_as_one_reads(widget: QWidget) -> None:
    """Have Tab lead through what is in ``widget`` in the order of its layouts."""
    for before, after in pairwise(_stops(widget)):
        QWidget.setTabOrder(before, after)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    inside = widget.widget() if isinstance(widget, QScrollArea) else None
    if inside is not None:
        yield from _stops(inside)
    layout = widget.layout()
    if layout is not None:
        yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for part in laid_out(layout):
        yield from _stops(part) if isinstance(part, QWidget) else _laid_out(part)


def laid_out(layout: QLayout) -> list[QWidget | QLayout]:
    """List what stands directly in a layout, in its order.

    Never by ``QLayout.itemAt``: for Python its answer outlives the item, which Qt deletes with its widget.
    What Qt makes at the same address later is then taken for it, and that ends the process (PySide6 6.11).
    """
    around = layout.parentWidget()
    children: list[QObject] = layout.children()
    if around is not None:
        children += around.findChildren(QWidget, "", Qt.FindChildOption.FindDirectChildrenOnly)
    places = [
        (place, part)
        for part in children
        if isinstance(part, QWidget | QLayout) and (place := _place(layout, part)) >= 0
    ]
    return [part for _, part in sorted(places, key=itemgetter(0))]


def _place(layout: QLayout, part: QWidget | QLayout) -> int:
    if isinstance(part, QWidget):
        return layout.indexOf(part)
    return layout.indexOf(part)  # another function of the same name
