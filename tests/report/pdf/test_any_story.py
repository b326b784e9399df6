"""Stories of any shape are drawn, and read word for word in the order of their telling."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.graphics.shapes import Drawing, Rect
from reportlab.platypus import KeepTogether, PageBreak

from care_desktop.report.pdf import grid
from care_desktop.report.pdf.flowables import (
    bullets,
    figure,
    main_column,
    numbered,
    section_title,
    side_block,
)
from care_desktop.report.pdf.paragraph import TP
from care_desktop.report.pdf.stack import Unit
from care_desktop.report.pdf.table import table
from tests.report.pdf.reading import read
from tests.report.pdf.sample import Sample

Lengths = list[int]


def _said(sample: Sample, length: int) -> TP:
    """Say that many words, all different, so that no exchange of two goes unseen."""
    start = len(sample.words)
    text = " ".join(f"mot{number}" for number in range(start, start + length))
    mixed = text.replace("5 ", "5</b> ", 1) if "5 " in text else ""
    sample.said.append(text)
    return TP(f"<b>{mixed}" if mixed else text, sample.styles.body)


def _section(sample: Sample, lengths: Lengths) -> list[Any]:
    key = f"s{len(sample.said)}"
    title = f"Titre{len(sample.words)}"
    sample.said.append(f"4 {title}")
    return [section_title(sample.styles, "4", title, key=key, title=title), *_paragraphs(sample, lengths)]


def _paragraphs(sample: Sample, lengths: Lengths) -> list[Any]:
    return [_said(sample, length) for length in lengths]


def _side(sample: Sample, lengths: Lengths) -> list[Any]:
    left = [_said(sample, max(lengths) // 8)]
    return [side_block(left, _paragraphs(sample, lengths)), main_column(_said(sample, lengths[0]))]


def _points(sample: Sample, lengths: Lengths) -> list[Any]:
    items = [(_said(sample, 1), [_said(sample, length)]) for length in lengths]
    return [*numbered(items, number_width=20, width=grid.TEXT_WIDTH)]


def _list(sample: Sample, lengths: Lengths) -> list[Any]:
    texts = []
    for length in lengths:
        sample.said.append("–")
        said = _said(sample, length)
        texts.append(said.getPlainText())
    return [*bullets(texts, sample.styles.body)]


def _table(sample: Sample, lengths: Lengths) -> list[Any]:
    head = [_said(sample, 2), _said(sample, 1), _said(sample, 1)]
    rows: list[list[Any]] = [
        [_said(sample, 1), [_said(sample, length), _said(sample, 3)], _said(sample, length // 4)]
        for length in lengths
    ]
    return [table([head, *rows], [60, 280, 140])]


def _figure(sample: Sample, lengths: Lengths) -> list[Any]:
    drawing = Drawing(grid.TEXT_WIDTH, 90)
    drawing.add(Rect(0, 0, 50, 50))
    return [figure([_said(sample, 3)], drawing, "Un carré", [_said(sample, min(lengths[0], 40))])]


def _together(sample: Sample, lengths: Lengths) -> list[Any]:
    return [KeepTogether(_paragraphs(sample, lengths)), Unit(_paragraphs(sample, lengths)), PageBreak()]


PARTS: tuple[Callable[[Sample, Lengths], list[Any]], ...] = (
    _section,
    _paragraphs,
    _side,
    _points,
    _list,
    _table,
    _figure,
    _together,
)
LENGTHS = st.lists(st.integers(1, 60) | st.integers(1, 900), min_size=1, max_size=6)


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(PARTS), LENGTHS), min_size=1, max_size=9))
def test_any_story_is_read_in_its_order(
    parts: list[tuple[Callable[[Sample, Lengths], list[Any]], Lengths]],
) -> None:
    sample = Sample()
    for part, lengths in parts:
        sample.story += part(sample, lengths)
    reading = read(sample.render())
    assert reading.words == sample.words
    assert (reading.untagged, reading.nested, reading.strays) == ([], 0, [])
