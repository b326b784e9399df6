"""The constructions of the documents: headings, side blocks, lists, figures, small signs, rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus.flowables import Flowable

from care_desktop.report.pdf import grid
from care_desktop.report.pdf.canvas import TaggedCanvas
from care_desktop.report.pdf.paragraph import TP, Headline
from care_desktop.report.pdf.stack import Column, Columns, Look, Unit
from care_desktop.report.pdf.styles import HAIRLINE, Role, Styles
from care_desktop.report.pdf.tagging import Tag

_SIDE = Look(before=5, after=5)
_MAIN = Look()


def heading(text: str, style: Role, *, level: int, key: str, title: str, tag: Tag | None = None) -> TP:
    """Make a heading; ``text`` is markup, ``title`` the same in plain text, ``key`` what links point to."""
    made = TP(text, style, tag=tag or Tag(f"H{level}"), headline=Headline(level, key, title))
    made.keepWithNext = 1
    return made


def section_title(styles: Styles, number: str, text: str, *, key: str, title: str) -> Columns:
    """Open a section: rule, number in the side column, title; both are one H1."""
    tag = Tag("H1")
    side = [TP(number, styles.section_number, tag=tag)] if number else []
    made = Columns(
        [
            Column(grid.SIDE, side),
            Column(grid.MAIN, [heading(text, styles.section, level=1, key=key, title=title, tag=tag)]),
        ],
        Look(rule=0.7, padding=8, before=18, after=8),
    )
    made.keepWithNext = 1
    return made


def side_block(
    left: Sequence[Flowable], right: Sequence[Flowable], look: Look = _SIDE, *, tag: Tag | None = None
) -> Columns:
    """Put a side-head beside its text."""
    return Columns([Column(grid.SIDE, left), Column(grid.MAIN, right)], look, tag)


def main_column(*flowables: Flowable, look: Look = _MAIN) -> Columns:
    """Put flowables in the main column, nothing beside them."""
    return side_block((), flowables, look)


def bullets(texts: Sequence[str], style: Role, *, labels: Sequence[str] = ()) -> list[TP]:
    """Make a list: one paragraph for each item, its label in plain text hanging at the left."""
    whole = Tag("L", attributes={"ListNumbering": "Decimal" if labels else "Disc"})
    shown = labels or ["–"] * len(texts)
    widest = max((stringWidth(label, style.fontName, style.fontSize) for label in shown), default=0.0)
    # reportlab keeps that much free after a label, and moves the first line alone if it has less
    indent = widest + 0.6 * style.fontSize
    hanging = style.but(leftIndent=style.leftIndent + indent, bulletIndent=style.leftIndent)
    made = []
    for text, label in zip(texts, shown, strict=True):
        item = Tag("LI", whole)
        made.append(TP(text, hanging, label, tag=Tag("LBody", item), label=Tag("Lbl", item)))
    return made


def numbered(
    items: Sequence[tuple[TP, Sequence[Flowable]]], *, number_width: float, width: float, padding: float = 6
) -> list[Columns]:
    """Make a list of points, each with a large number at its left and a hairline above all but the first."""
    whole = Tag("L", attributes={"ListNumbering": "Decimal"})
    made = []
    for place, (number, flowables) in enumerate(items):
        item = Tag("LI", whole)
        number.tag = Tag("Lbl", item)
        columns = [
            Column(number_width, [number]),
            Column(width - number_width, flowables, Tag("LBody", item)),
        ]
        rule = 0.25 if place else 0.0
        made.append(
            Columns(columns, Look(gutter=0, rule=rule, rule_color=HAIRLINE, padding=padding, after=padding))
        )
    return made


class Picture(Flowable):
    """A drawing with its alternative text."""

    def __init__(self, drawing: Drawing, alt: str) -> None:
        super().__init__()
        if not alt.strip():
            raise ValueError("a figure needs an alternative text")
        self.drawing = drawing
        self.tag = Tag("Figure", alt=alt)
        self.width, self.height = drawing.width, drawing.height

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803, ARG002
        """Measure."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw all of it as one marked content, and note where it is."""
        canvas: TaggedCanvas = self.canv
        with canvas.marked(self.tag):
            renderPDF.draw(self.drawing, canvas, 0, 0)
        if not canvas.mute:
            left, bottom = canvas.absolutePosition(0, 0)
            box = [left, bottom, left + self.width, bottom + self.height]
            canvas.tree.element(self.tag).attributes["BBox"] = box


class Glyph(Flowable):
    """A small drawn sign: read as its word, or, without one, mere decoration of the text beside it."""

    def __init__(
        self, width: float, height: float, draw: Callable[[TaggedCanvas], None], word: str = ""
    ) -> None:
        super().__init__()
        self.width, self.height = width, height
        self._draw = draw
        self.tag = Tag("Span", actual=word) if word else None

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803, ARG002
        """Measure."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the sign from its lower left corner."""
        if self.tag is None:
            with self.canv.artifact():
                self._draw(self.canv)
            return
        with self.canv.marked(self.tag):
            self._draw(self.canv)


def figure(
    caption: Sequence[Flowable], drawing: Drawing, alt: str, notes: Sequence[Flowable] = (), **space: float
) -> Unit:
    """Make a figure: its number, title and subtitle, the drawing, the notes that tell how to read it."""
    whole = Tag("Div")
    head = Unit(caption, Tag("Caption", whole), after=4)
    return Unit([head, Picture(drawing, alt), *notes], whole, **{"before": 10, "after": 12, **space})


class Rule(Flowable):
    """A horizontal line of the frame's width."""

    def __init__(self, weight: float, color: Any, *, before: float = 0, after: float = 0) -> None:  # noqa: ANN401
        super().__init__()
        self._weight, self._color = weight, color
        self.spaceBefore, self.spaceAfter = before, after

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803, ARG002
        """Measure."""
        self.width, self.height = availWidth, self._weight
        return self.width, self.height

    def draw(self) -> None:
        """Draw the line."""
        self.canv.setLineWidth(self._weight)
        self.canv.setStrokeColor(self._color)
        self.canv.line(0, 0, self.width, 0)
