"""The blocks of the model as flowables."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from reportlab.platypus.flowables import CondPageBreak, Flowable
from reportlab.platypus.flowables import PageBreak as NewPage

from care_desktop.report.figures.drawing import drawn
from care_desktop.report.model import (
    Blank,
    Block,
    Cell,
    Contents,
    Entries,
    Figure,
    Line,
    Note,
    Paragraph,
    Points,
    Report,
    Role,
    Section,
    Side,
    Table,
)
from care_desktop.report.pdf import grid
from care_desktop.report.pdf.contents import Entry, contents
from care_desktop.report.pdf.flowables import Rule, figure, main_column, numbered, section_title, side_block
from care_desktop.report.pdf.paragraph import TP
from care_desktop.report.pdf.stack import Column, Columns, Look, Unit
from care_desktop.report.pdf.styles import HAIRLINE
from care_desktop.report.pdf.table import table
from care_desktop.report.pdf.tagging import Tag
from care_desktop.report.plots import RecoveryPlot
from care_desktop.report.printing.annotated import Annotated
from care_desktop.report.printing.cells import boxes, cell, legend
from care_desktop.report.printing.changing import Changing
from care_desktop.report.printing.typing import Type

_MM = 72 / 25.4
_FOR_A_START = 60 * _MM
_FOR_A_WHOLE_TABLE = 75 * _MM
_AFTER_NUMBERS = 9.0


def section(kind: Type, report: Report, one: Section, number: int) -> list[Flowable]:
    """A section: its title, then its blocks."""
    title = section_title(
        kind.styles,
        kind.markup(one.number),
        kind.markup(one.title),
        key=key_of(number),
        title=kind.plain(one.title),
    )
    story: list[Flowable] = [title]
    blocks = list(one.blocks)
    while blocks:
        block = blocks.pop(0)
        made = _block(kind, report, block)
        sides = (
            list(takewhile(lambda one: isinstance(one, Side), blocks)) if isinstance(block, Figure) else []
        )
        del blocks[: len(sides)]
        texts = [flowable for side in sides for flowable in _block(kind, report, side)]
        story += [Changing([*made, *_lower(kind, block)], texts)] if texts else made
    return [NewPage() if one.fresh else CondPageBreak(_beginning(story)), *story]


def _beginning(story: Sequence[Flowable]) -> float:
    """How much room a section asks for: its title, its opening words, and its first figure or short table."""
    height = 0.0
    for flowable in story:
        if isinstance(flowable, CondPageBreak):
            continue
        own = float(flowable.wrap(grid.TEXT_WIDTH, grid.BODY_HEIGHT)[1] + flowable.getSpaceBefore())
        if isinstance(flowable, Annotated):
            return height + (own if own <= _FOR_A_WHOLE_TABLE else flowable.beginning())
        if isinstance(flowable, Changing):
            return height + max(flowable.beginning(), _FOR_A_START)
        height += own + float(flowable.getSpaceAfter())
        if isinstance(flowable, Unit) and own > _FOR_A_START:
            return height
        if height > _FOR_A_WHOLE_TABLE:
            break
    return max(height, _FOR_A_START)


def key_of(number: int) -> str:
    """What links to a section point to."""
    return f"section-{number}"


def _block(kind: Type, report: Report, block: Block) -> list[Flowable]:
    if isinstance(block, Paragraph):
        return [main_column(kind.words(block.words, block.role), look=Look(after=6))]
    if isinstance(block, Side):
        return [_side(kind, block)]
    if isinstance(block, Table):
        return titled(kind, block)
    if isinstance(block, Figure):
        return [_figure(kind, block)]
    if isinstance(block, Points):
        return [_points(kind, block)]
    if isinstance(block, Contents):
        return [_contents(kind, report, block)]
    return _entries(kind, block)


def _side(kind: Type, block: Side) -> Flowable:
    right: list[Flowable] = []
    for one in block.body:
        right += blank(kind, one) if isinstance(one, Blank) else [kind.words(one.words, one.role)]
    return side_block(_head(kind, block.head, block.sub), right)


def _head(kind: Type, head: str, sub: str) -> list[Flowable]:
    if not head:
        return []
    made: list[Flowable] = [kind.text(head, kind.styles.side_head)]
    if sub:
        made.append(kind.text(sub, kind.small))
    return made


def blank(kind: Type, one: Blank) -> list[Flowable]:
    """A label, then lines to write on."""
    lines: list[Flowable] = [kind.text(one.label, kind.small)]
    lines += [Rule(0.25, HAIRLINE, before=17) for _ in range(one.lines)]
    return lines


def notes(kind: Type, shown: Sequence[Note]) -> list[Flowable]:
    """*Lecture*, *Champ*, *Source*."""
    return [TP(f"<b>{kind.markup(one.label)}</b> {kind.markup(one.text)}", kind.styles.note) for one in shown]


def _lower(kind: Type, block: Block) -> list[Flowable]:
    """The same figure drawn lower, where it can be."""
    if isinstance(block, Figure) and isinstance(block.plot, RecoveryPlot):
        return [_figure(kind, block, low=True)]
    return []


def _figure(kind: Type, block: Figure, *, low: bool = False) -> Flowable:
    caption = [
        kind.text(block.label, kind.styles.figure_label),
        kind.text(block.title, kind.styles.figure_title),
    ]
    if block.subtitle:
        caption.append(kind.text(block.subtitle, kind.styles.figure_subtitle))
    return figure(
        caption,
        drawn(block.plot, kind.plain, low=low),
        kind.plain(block.alternative),
        notes(kind, block.notes),
    )


def titled(kind: Type, block: Table) -> list[Flowable]:
    """A table with its title, which keeps at least its head and two rows; then keys and notes."""
    scale = grid.TEXT_WIDTH / sum(column.width for column in block.columns)
    widths = [column.width * scale for column in block.columns]
    rooms = [
        width - 7 - (_AFTER_NUMBERS if place and block.columns[place - 1].numbers else 0)
        for place, width in enumerate(widths)
    ]
    head = [
        kind.text(column.head, kind.styles.cell_head_right if column.numbers else kind.styles.cell_head)
        if column.head
        else ""
        for column in block.columns
    ]
    rows = [
        [
            cell(kind, pieces, room, numbers=column.numbers)
            for pieces, room, column in zip(row, rooms, block.columns, strict=True)
        ]
        for row in block.rows
    ]
    made = table([head, *rows], widths, commands=_look(block))
    below = [*([legend(kind, block.legend)] if block.legend else []), *notes(kind, block.notes)]
    annotated = Annotated(made, below)
    caption = Tag("Caption", made.reading.tag)
    title: list[Flowable] = [
        kind.text(block.label, kind.styles.figure_label, Tag("P", caption)),
        kind.text(block.title, kind.styles.figure_title, Tag("P", caption)),
    ]
    if block.subtitle:
        title.append(kind.text(block.subtitle, kind.styles.figure_subtitle, Tag("P", caption)))
    opening = [Unit([], before=8), *title]
    over = sum(
        float(one.wrap(grid.TEXT_WIDTH, grid.BODY_HEIGHT)[1] + one.getSpaceBefore() + one.getSpaceAfter())
        for one in opening
    )
    room = over + annotated.getSpaceBefore() + annotated.beginning()
    return [CondPageBreak(room), *opening, annotated]


def _look(block: Table) -> list[tuple[object, ...]]:
    look: list[tuple[object, ...]] = [("VALIGN", (0, 0), (-1, 0), "BOTTOM")]
    for place, column in enumerate(block.columns):
        if place and block.columns[place - 1].numbers and not column.numbers:
            look.append(("LEFTPADDING", (place, 0), (place, -1), _AFTER_NUMBERS))
        if all(_is_key(row[place]) for row in block.rows):
            # A large number shares the first baseline of the text beside it
            look.append(("TOPPADDING", (place, 1), (place, -1), 0))
    if block.tall:
        look += [("TOPPADDING", (0, 1), (-1, -1), 9), ("BOTTOMPADDING", (0, 1), (-1, -1), 9)]
    return look


def _is_key(pieces: Cell) -> bool:
    return len(pieces) == 1 and isinstance(pieces[0], Line) and pieces[0].role is Role.KEY


def _points(kind: Type, block: Points) -> Flowable:
    items = []
    for point in block.items:
        below: list[Flowable] = []
        if point.blank:
            below += [kind.words(point.words), Rule(0.25, HAIRLINE, before=20)]
            below[0] = kind.text(" ".join(run.text for run in point.words), kind.small)
        else:
            below.append(TP(kind.phrase(point.words), kind.point))
        reference = [kind.text(point.reference, kind.small)] if point.reference else []
        if point.boxes is not None:
            below.append(
                Columns(
                    [Column(grid.MAIN - 32 - 150, reference), Column(150, [boxes(kind, point.boxes)])],
                    Look(gutter=0, before=3),
                )
            )
        else:
            below += reference
        # In a unit of its own, the text begins at the top of its number and not on its baseline
        items.append((TP(kind.markup(point.key), kind.point_number), [Unit(below)]))
    left = [kind.text(block.head, kind.styles.side_title), kind.text(block.sub, kind.small)]
    right = numbered(items, number_width=32, width=grid.MAIN, padding=5)
    return side_block(left, right, Look(rule=0.7, padding=7, before=8, after=6))


def _contents(kind: Type, report: Report, block: Contents) -> Flowable:
    entries = [
        Entry(key_of(number), kind.markup(one.title), kind.markup(one.number))
        for number, one in enumerate(report.sections)
        if one.number
    ]
    listed = contents(entries, kind.styles.contents, width=grid.MAIN)
    return main_column(kind.text(block.title, kind.styles.side_title), listed, look=Look(before=10))


def _entries(kind: Type, block: Entries) -> list[Flowable]:
    """Keys and texts; only the first stands beside the heading, so that a long list can go on."""
    story: list[Flowable] = []
    for number, (key, text) in enumerate(block.items):
        left = _head(kind, block.head, block.sub) if number == 0 else []
        body = kind.text(text, kind.styles.cell)
        right: list[Flowable] = [body]
        if key:
            columns = [Column(34, [kind.text(key, kind.styles.cell_name)]), Column(grid.MAIN - 34, [body])]
            right = [Columns(columns, Look(gutter=0))]
        story.append(side_block(left, right, Look(before=8 if number == 0 else 0, after=2)))
    return story
