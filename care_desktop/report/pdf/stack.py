"""Flowables made of flowables: a unit that stays together, and columns side by side on one baseline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reportlab.lib.colors import Color
from reportlab.platypus.flowables import Flowable

from care_desktop.report.pdf import grid
from care_desktop.report.pdf.canvas import TaggedCanvas
from care_desktop.report.pdf.paragraph import TP
from care_desktop.report.pdf.styles import INK
from care_desktop.report.pdf.tagging import Tag

_FUZZ = 1e-6


def _gaps(flowables: Sequence[Flowable]) -> list[float]:
    """Measure the space above each flowable: none above the first, else the larger of two neighbours'."""
    between = [max(above.getSpaceAfter(), below.getSpaceBefore()) for above, below in pairwise(flowables)]
    return [0.0, *between] if flowables else []


class Stack:
    """Flowables one under another in a given width, in a container of the tree if it has one."""

    def __init__(self, flowables: Sequence[Flowable], tag: Tag | None = None) -> None:
        self.flowables = list(flowables)
        self.tag = tag
        self.height = 0.0

    def wrap(self, width: float) -> float:
        """Measure the height in that width."""
        self._gaps = _gaps(self.flowables)
        # reportlab's own way to say: as much height as you need
        self._heights = [flowable.wrap(width, 0xFFFFFF)[1] for flowable in self.flowables]
        self.height = sum(self._gaps) + sum(self._heights)
        return self.height

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw downwards from ``top``."""
        with canvas.inside(self.tag):
            for flowable, gap, height in zip(self.flowables, self._gaps, self._heights, strict=True):
                top -= gap + height
                flowable.drawOn(canvas, x, top)

    def cut(self, width: float, height: float) -> tuple[list[Flowable], list[Flowable]]:
        """Part the flowables into those that fit in a height and the rest; one of them may be cut in two."""
        self.wrap(width)
        used = 0.0
        for place, (flowable, gap, own) in enumerate(
            zip(self.flowables, self._gaps, self._heights, strict=True)
        ):
            if used + gap + own > height + _FUZZ:
                parts = flowable.splitOn(None, width, height - used - gap)
                kept, left = (parts[:1], parts[1:]) if len(parts) > 1 else ([], [flowable])
                return [*self.flowables[:place], *kept], [*left, *self.flowables[place + 1 :]]
            used += gap + own
        return self.flowables, []


class Unit(Flowable):
    """Flowables that stay together: a figure with its title and notes. Taller than a page, they part."""

    def __init__(
        self, flowables: Sequence[Flowable], tag: Tag | None = None, *, before: float = 0, after: float = 0
    ) -> None:
        super().__init__()
        self.stack = Stack(flowables, tag)
        self.spaceBefore, self.spaceAfter = before, after

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803, ARG002
        """Measure."""
        self.width, self.height = availWidth, self.stack.wrap(availWidth)
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        """Part what no page could hold, and nothing else."""
        if self.height <= grid.BODY_HEIGHT:
            return []
        head, rest = self.stack.cut(availWidth, availHeight)
        if not (head and rest):
            return []
        return [
            Unit(head, self.stack.tag, before=self.spaceBefore),
            Unit(rest, self.stack.tag, after=self.spaceAfter),
        ]

    def draw(self) -> None:
        """Draw downwards."""
        self.stack.draw(self.canv, 0, self.height)


@dataclass(frozen=True, slots=True)
class Column:
    """One of the columns of a block: its width, what stands in it, its container in the tree."""

    width: float
    flowables: Sequence[Flowable]
    tag: Tag | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """How a block of columns stands on the page: space around it, a rule above it, room below the rule."""

    gutter: float = grid.GUTTER
    rule: float = 0
    rule_color: Color = INK
    padding: float = 0
    before: float = 0
    after: float = 0


class Columns(Flowable):
    """Columns side by side, first lines on one baseline; read from left to right, one whole column at a time.

    It does not part, unless no page could hold it: then the last column goes on by itself under its place.
    """

    def __init__(self, columns: Sequence[Column], look: Look = Look(), tag: Tag | None = None) -> None:
        super().__init__()
        self.columns = list(columns)
        self.tag = tag
        self.look = look
        self.spaceBefore, self.spaceAfter = look.before, look.after

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803, ARG002
        """Measure; the columns with smaller type start lower, so that the first lines agree."""
        self._stacks = [Stack(column.flowables, column.tag) for column in self.columns]
        sizes = [_first_size(column.flowables) for column in self.columns]
        largest = max(sizes, default=0.0)
        self._drops = [largest - size if size else 0.0 for size in sizes]
        heights = [
            drop + stack.wrap(column.width)
            for drop, stack, column in zip(self._drops, self._stacks, self.columns, strict=True)
        ]
        self.width = availWidth
        self.height = self.look.padding + max(heights, default=0.0)
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        """Part what no page could hold, and nothing else."""
        if self.height <= grid.BODY_HEIGHT or not self.columns:
            return []
        *firsts, last = self.columns
        if any(stack.height > availHeight - self.look.padding for stack in self._stacks[:-1]):
            if all(stack.height <= grid.BODY_HEIGHT / 2 for stack in self._stacks[:-1]):
                return []
            return self._in_sequence(availWidth, availHeight)
        room = availHeight - self.look.padding - self._drops[-1]
        head, rest = self._stacks[-1].cut(last.width, room)
        if not (head and rest):
            return []
        top = replace(self.look, after=0)
        below = replace(self.look, before=0, rule=0, padding=0)
        empty = [Column(column.width, ()) for column in firsts]
        return [
            Columns([*firsts, Column(last.width, head, last.tag)], top, self.tag),
            Columns([*empty, Column(last.width, rest, last.tag)], below, self.tag),
        ]

    def _in_sequence(self, width: float, height: float) -> list[Flowable]:
        """Put one column under another: a text too long for its place is still printed whole."""
        units = [
            Unit(column.flowables, column.tag or self.tag) for column in self.columns if column.flowables
        ]
        first, *others = units
        if first.wrap(width, height)[1] <= height:
            return [first, *others]
        parts = first.split(width, height)
        return [*parts, *others] if parts else []

    def draw(self) -> None:
        """Draw the rule, then each column."""
        canvas: TaggedCanvas = self.canv
        if self.look.rule:
            canvas.saveState()
            canvas.setLineWidth(self.look.rule)
            canvas.setStrokeColor(self.look.rule_color)
            canvas.line(0, self.height, self.width, self.height)
            canvas.restoreState()
        x, top = 0.0, self.height - self.look.padding
        with canvas.inside(self.tag):
            for column, stack, drop in zip(self.columns, self._stacks, self._drops, strict=True):
                stack.draw(canvas, x, top - drop)
                x += column.width + self.look.gutter


def _first_size(flowables: Sequence[Flowable]) -> float:
    first = flowables[0] if flowables else None
    return float(first.style.fontSize) if isinstance(first, TP) else 0.0
