"""The pieces of a table's cells: lines, marks with their words, ladders, states, tenures, boxes to tick."""

from __future__ import annotations

from collections.abc import Callable

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.platypus.flowables import Flowable

from care_desktop.report.figures import small
from care_desktop.report.figures.pen import REGULAR, SEMIBOLD, measured
from care_desktop.report.model import Boxes, Cell, Level, Line, Mark, Piece, State, Tenure
from care_desktop.report.pdf import grid
from care_desktop.report.pdf.canvas import TaggedCanvas
from care_desktop.report.pdf.flowables import Glyph
from care_desktop.report.pdf.stack import Column, Columns, Look
from care_desktop.report.printing.typing import Type

_TIGHT = Look(gutter=0)
_TICKED, _EMPTY = "☒", "☐"


def cell(kind: Type, pieces: Cell, width: float, *, numbers: bool = False) -> list[Flowable] | str:
    """What stands in a cell; an empty one is an empty string."""
    made = [_piece(kind, one, width, numbers=numbers) for one in pieces if not _is_empty(one)]
    return made or ""


def _is_empty(piece: Piece) -> bool:
    return isinstance(piece, Line) and not any(run.text.strip() for run in piece.words)


def _piece(kind: Type, piece: Piece, width: float, *, numbers: bool) -> Flowable:
    if isinstance(piece, Line):
        return kind.words(piece.words, piece.role, right=numbers)
    if isinstance(piece, Mark):
        return mark(kind, piece, width)
    if isinstance(piece, Level):
        return level(kind, piece, width)
    if isinstance(piece, State):
        return _beside(kind, small.state(piece.level), 20, piece.word, width)
    if isinstance(piece, Tenure):
        return glyph(small.tenure(piece.hours, piece.target, min(width - 2, 86)), kind.plain(piece.word))
    return boxes(kind, piece)


def glyph(drawing: Drawing, word: str = "", drop: float = 1.0) -> Glyph:
    """A small drawing as a sign; it stands a little lower, at the height of the letters beside it."""
    return Glyph(drawing.width, drawing.height + drop, _drawer(drawing), word)


def _drawer(drawing: Drawing) -> Callable[[TaggedCanvas], None]:
    def draw(canvas: TaggedCanvas) -> None:
        renderPDF.draw(drawing, canvas, 0, 0)

    return draw


def mark(kind: Type, piece: Mark, width: float) -> Flowable:
    """A mark, its word beside it or read in its place."""
    size = 8.4 if piece.small else 9.5
    drawing = small.mark(piece.answer, size)
    if piece.alone:
        return glyph(drawing, kind.plain(piece.word))
    style = kind.small if piece.small else kind.styles.cell
    text = kind.text(piece.word, style)
    return Columns(
        [Column(size + 4, [glyph(drawing, drop=0.6)]), Column(max(width - size - 4, 20), [text])],
        _TIGHT,
    )


def level(kind: Type, piece: Level, width: float) -> Flowable:
    """A ladder over its word."""
    word = kind.text(piece.word, kind.small_name)
    return Columns([Column(width, [glyph(small.ladder(piece.steps)), word])], _TIGHT)


def _beside(kind: Type, drawing: Drawing, room: float, word: str, width: float) -> Flowable:
    text = kind.text(word, kind.styles.cell)
    return Columns(
        [Column(room, [glyph(drawing, drop=1.4)]), Column(max(width - room, 20), [text])],
        _TIGHT,
    )


def boxes(kind: Type, piece: Boxes) -> Flowable:
    """Boxes to tick with their words in a row; a ticked one is crossed and its word stands out."""
    columns = []
    for number, word in enumerate(piece.words):
        ticked = number == piece.ticked
        style = kind.styles.cell_name if ticked else kind.styles.cell
        sign = glyph(small.tick_box(ticked), _TICKED if ticked else _EMPTY, drop=1.2)
        wide = measured(kind.plain(word), SEMIBOLD if ticked else REGULAR, style.fontSize)
        columns += [Column(13, [sign]), Column(wide + 12, [kind.text(word, style)])]
    return Columns(columns, _TIGHT)


def legend(kind: Type, keys: tuple[Mark | Level, ...]) -> Columns:
    """The keys of a table in a row."""
    columns = []
    for key in keys:
        word = measured(kind.plain(key.word), REGULAR, kind.styles.cell.fontSize)
        if isinstance(key, Level):
            width = grid.TEXT_WIDTH / len(keys)
            columns.append(Column(width, [level(kind, key, width)]))
        else:
            columns.append(Column(word + 32, [mark(kind, key, word + 32)]))
    return Columns(columns, Look(gutter=0, before=5, after=3))
