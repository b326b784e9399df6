"""Figures: readable in black and white, no text under seven points, ink pure black, nothing outside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from msgspec.structs import replace
from reportlab.graphics.shapes import Drawing, Shape, String

from care_desktop.report.compose import compose
from care_desktop.report.dossier import Dossier
from care_desktop.report.figures import small
from care_desktop.report.figures.delays import told_at
from care_desktop.report.figures.drawing import drawn
from care_desktop.report.figures.pen import SEMIBOLD, WIDTH, Pen, folded, measured, shortened
from care_desktop.report.figures.scales import even
from care_desktop.report.figures.strip import placed
from care_desktop.report.model import Answer, Figure
from care_desktop.report.plots import (
    Axis,
    DelaysPlot,
    Passage,
    PublicMark,
    RecoveryPlot,
    RecoveryWords,
    Signs,
)
from care_desktop.scenario.conditions import ServiceLevel
from care_desktop.scenario.text import Text
from tests.report.afternoon import full
from tests.report.dossiers import SORTS, wandered
from tests.report.drawn import figures_of, shapes, texts_of

GREYS = {"0xffffff", "0x000000", "0x3f3f3f", "0x6a6a6a", "0xa6a6a6", "0xcfcfcf", "0xdddddd", "0xeeeeee"}
ACCENT = "0x0f3d4c"


def drawings() -> Iterator[Drawing]:
    for dossier in [*(make() for make in SORTS.values()), *(wandered(seed) for seed in range(2, 8))]:
        for section in compose(dossier).sections:
            for block in section.blocks:
                if isinstance(block, Figure):
                    yield drawn(block.plot, str)


@pytest.fixture(scope="module")
def all_shapes() -> list[Any]:
    return [shape for drawing in drawings() for shape in shapes(drawing)]


def colours(shape: Shape) -> set[str]:
    found = (getattr(shape, name, None) for name in ("fillColor", "strokeColor"))
    return {str(colour.hexval()).lower() for colour in found if colour is not None}


def test_no_text_is_smaller_than_seven_points(all_shapes: list[Any]) -> None:
    assert min(shape.fontSize for shape in all_shapes if isinstance(shape, String)) >= 7


def test_only_the_colours_of_the_guide_are_used(all_shapes: list[Any]) -> None:
    assert set().union(*map(colours, all_shapes)) <= GREYS | {ACCENT}


def test_fills_that_tell_something_are_few_and_the_accent_is_none_of_them(all_shapes: list[Any]) -> None:
    fills = {
        str(shape.fillColor.hexval()).lower()
        for shape in all_shapes
        if getattr(shape, "fillColor", None) is not None and not isinstance(shape, String)
    }
    assert len(fills) <= 8
    assert ACCENT not in fills


def test_nothing_is_drawn_outside_its_figure() -> None:
    for drawing in drawings():
        left, low, right, high = drawing.getBounds()
        assert min(left, low) >= -3
        assert max(right - WIDTH, high - drawing.height) <= 4


def test_hatches_of_neighbours_match() -> None:
    both, one = Pen(40), Pen(40)
    both.hatch(10, 5, 30, 20)
    both.hatch(40, 5, 30, 20)
    one.hatch(10, 5, 60, 20)
    assert {_offset(*line) for line in _lines(both)} == {_offset(*line) for line in _lines(one)}


def _lines(pen: Pen) -> Iterator[tuple[float, float]]:
    for path in pen.drawing.contents:
        yield from zip(path.points[::2], path.points[1::2], strict=True)


def _offset(x: float, y: float) -> float:
    return round(x - y, 6)


def test_a_text_is_shortened_to_its_room_and_a_name_folded_between_words() -> None:
    assert measured(shortened("x" * 200, 50), size=8) <= 50
    assert folded("Système d’information", 70) == ("Système", "d’information")


def test_a_name_takes_the_lines_it_needs_and_a_word_wider_than_a_line_is_broken() -> None:
    name = "Réanimation et surveillance continue du bâtiment principal"
    assert " ".join(folded(name, 70)) == name
    assert "".join(folded("x" * 60, 50)) == "x" * 60
    assert max(measured(line, SEMIBOLD) for line in folded("x" * 60, 50)) <= 50


LONG = "Service de réanimation polyvalente et de surveillance continue, bâtiment nord"


def named_at_length(dossier: Dossier) -> Dossier:
    """The same, but everything that a figure names has a name of some seventy letters."""

    def longer(parts: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(replace(one, name=Text(f"{LONG} {n}")) for n, one in enumerate(parts, 1))

    script = dossier.script
    named = {kind: longer(getattr(script, kind)) for kind in ("services", "functions", "cells", "phases")}
    return replace(dossier, script=replace(script, **named))


@pytest.mark.parametrize("key", ["presence", "timeline", "recovery"])
def test_a_long_name_is_folded_and_never_cut(key: str) -> None:
    figure = figures_of(named_at_length(full()))[key]
    written = texts_of(figure)
    assert [text for text in written if "…" in text] == []
    assert drawn(figure.plot, str).height < 600
    names = {row.name for row in (getattr(figure.plot, "rows", ()) or getattr(figure.plot, "services", ()))}
    joined = " ".join(written)
    assert names
    assert [name for name in names if name not in joined] == []


def test_a_question_is_whole_beside_its_delay() -> None:
    figure = figures_of(full())["delays"]
    joined = " ".join(texts_of(figure))
    assert isinstance(figure.plot, DelaysPlot)
    assert [row.label for row in figure.plot.rows if row.label not in joined] == []


@pytest.mark.parametrize(
    ("mark", "limit", "where"),
    [
        (260.0, 400.0, "right of the mark, before the limit"),
        (300.0, None, "right of the mark, before the limit"),
        (330.0, 345.0, "left of the mark"),
        (398.0, 400.0, "right of the limit it touches"),
        (475.0, 300.0, "left of the mark"),
        (219.0, 232.0, "right of the limit for want of room"),
    ],
)
def test_what_is_told_of_a_delay_stands_beside_its_mark(mark: float, limit: float | None, where: str) -> None:
    begin, width = told_at(mark, limit, 34.0), 34.0
    assert begin + width <= WIDTH
    if "left" in where:
        assert mark - 12 <= begin + width < mark
    elif "limit" in where and "before" not in where:
        assert limit is not None
        assert limit < begin <= limit + 9
    else:
        assert mark < begin <= mark + 9
        assert limit is None or begin + width < limit


def test_milestones_are_whole_or_only_their_hour() -> None:
    figure = figures_of(full())["recovery"]
    assert isinstance(figure.plot, RecoveryPlot)
    joined = " ".join(texts_of(figure))
    shown = [one for one in figure.plot.public if one.text in joined]
    assert shown
    assert all(one.hour in joined for one in shown)


@pytest.mark.parametrize("answer", Answer)
def test_every_answer_has_its_mark(answer: Answer) -> None:
    assert small.mark(answer).contents


@pytest.mark.parametrize("steps", [3, 2, 1, 0, None])
def test_a_ladder_has_three_steps_and_an_unseen_one_is_dotted(steps: int | None) -> None:
    rungs = small.ladder(steps).contents
    assert len(rungs) == 3
    assert all((rung.strokeDashArray is not None) == (steps is None) for rung in rungs)


def test_the_three_states_differ_without_colour() -> None:
    counts = [len(small.state(level).contents) for level in ServiceLevel]
    assert len(set(counts)) == 3


def test_a_hold_beyond_the_scale_stays_within_it() -> None:
    left, _, right, _ = small.tenure(500, 0.1).getBounds()
    assert (left >= -1, right <= 85) == (True, True)


def test_the_text_of_a_milestone_stands_under_its_own_hour() -> None:
    axis = Axis(0, 100, (), "")
    words = RecoveryWords("", "", "", "CH d’exemple", "", "", "")
    marks = [PublicMark(10, "H", "Les postes sont coupés."), PublicMark(90, "H+9", "Les urgences rouvrent.")]
    crowd = [PublicMark(80, "H+8", "Le dossier se lit.")]
    signs = Signs(*[""] * 7)
    plot = RecoveryPlot(axis, (Passage(0, 100, 1),), (), (), tuple(marks), words, signs)
    found = {one.hour: one for one in placed(plot, even(axis, 90), 90).milestones}
    assert all(one.lines for one in found.values())
    assert found["H"].text_at == found["H"].hour_at
    crowded = replace(plot, public=(marks[0], crowd[0], marks[1]))
    last = {one.hour: one for one in placed(crowded, even(axis, 90), 90).milestones}["H+9"]
    assert not last.lines or last.text_at == last.hour_at
