"""Nothing that reads can be drawn outside a tag, and what repeats is not read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from care_desktop.report.pdf import grid
from care_desktop.report.pdf.canvas import TaggedCanvas
from care_desktop.report.pdf.flowables import Picture
from care_desktop.report.pdf.paragraph import TP
from care_desktop.report.pdf.styles import ACCENT, INK, styles
from care_desktop.report.pdf.table import table
from care_desktop.report.pdf.tagging import Tag
from tests.report.pdf.reading import read
from tests.report.pdf.sample import LONG, Sample


class Drawn(Flowable):  # type: ignore[misc]
    """Draws what a test wants."""

    def __init__(self, draw: Callable[[TaggedCanvas], object]) -> None:
        super().__init__()
        self.width, self.height = 10, 10
        self._draw = draw

    def draw(self) -> None:
        self._draw(self.canv)


def _nested(canvas: TaggedCanvas) -> None:
    with canvas.marked(Tag("P")), canvas.marked(Tag("P")):
        pass


REFUSED: dict[str, tuple[Callable[[TaggedCanvas], object], str]] = {
    "text": (lambda canvas: canvas.drawString(0, 0, "a"), "text outside"),
    "image": (lambda canvas: canvas.drawImage(ImageReader(Image.new("L", (1, 1))), 0, 0), "image outside"),
    "link": (lambda canvas: canvas.linkURL("https://a.example", (0, 0, 9, 9)), "link outside"),
    "program": (lambda canvas: canvas.linkURL("javascript:alert(1)", (0, 0, 9, 9)), "no address"),
    "file": (lambda canvas: canvas.linkURL("file:///etc/passwd", (0, 0, 9, 9)), "no address"),
    "inner link": (lambda canvas: canvas.linkRect("", "there", (0, 0, 9, 9)), "link outside"),
    "nested marks": (_nested, "does not nest"),
}


@pytest.mark.parametrize(("draw", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_no_one_could_read_is_refused(draw: Callable[[TaggedCanvas], object], reason: str) -> None:
    sample = Sample()
    sample.story = [Drawn(draw)]
    with pytest.raises(ValueError, match=reason):
        sample.render()


def test_lines_and_boxes_are_artifacts_by_themselves() -> None:
    sample = Sample()
    sample.story = [sample.p("a"), Drawn(lambda canvas: canvas.rect(0, 0, 5, 5)), sample.p("b")]
    reading = read(sample.render())
    assert (reading.untagged, reading.words) == ([], ["a", "b"])


def test_a_link_in_a_repeated_head_is_drawn_once() -> None:
    sample = Sample()
    s = styles()
    head = [TP('<a href="https://a.example">tête</a> <b>deux</b>', s.cell_head)]
    sample.story = [table([head, *([sample.p(LONG * 9, s.cell)] for _ in range(12))], [200])]
    assert read(sample.render()).links == [("tête", "https://a.example")]


def test_a_figure_needs_words() -> None:
    with pytest.raises(ValueError, match="alternative text"):
        Picture(None, " ")


def test_a_role_of_type_cannot_be_changed_and_black_changes_the_accent_alone() -> None:
    body = styles().body
    with pytest.raises(AttributeError, match="frozen"):
        body.fontSize = 12
    assert body.but(fontSize=12).fontSize == 12
    assert (styles().accent, styles(black=True).accent) == (ACCENT, INK)
    assert styles(black=True).note.textColor == styles().note.textColor


def test_the_main_column_is_what_the_grid_leaves() -> None:
    assert pytest.approx(grid.TEXT_WIDTH) == grid.SIDE + grid.GUTTER + grid.MAIN
