"""Where a scene is laid out: lengths are given for a height of 1080 and become the screen's."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSizeF

from ui.room.painting import lettering
from ui.room.painting.flowing import STEPS, Block, Flow, Frame, Spacing, flowed
from ui.room.painting.ground import Ground
from ui.room.painting.lettering import Face, Ink, Type
from ui.room.painting.picture import Box, Dashes, Disc, Hatch, Icon, Mark, Picture, Text
from ui.room.scene import Strip

LABEL = 46.0
NOTE = 45.0
STRIP = 88.0
MARGIN = 64 / 1920


class Stage:
    """Takes marks one after the other and gives the picture of one page.

    ``page`` is the page asked for; a text that flows says of how many, and keeps it within them.
    """

    def __init__(self, size: QSizeF, ground: Ground, page: int = 0) -> None:
        self.ground = ground
        self.page = page
        self.pages = 1
        self.background = ground.ground
        self._size = size
        self._unit = size.height() / 1080
        self._marks: list[Mark] = []

    def n(self, length: float) -> float:
        """A length on this screen."""
        return length * self._unit

    def kind(
        self,
        size: float,
        weight: int = 400,
        face: Face = Face.TEXT,
        *,
        tabular: bool = False,
        spacing: float = 0,
    ) -> Type:
        """A type on this screen, never smaller than asked."""
        return Type(ceil(round(size * self._unit, 3)), weight, face, tabular, spacing * self._unit)

    @property
    def width(self) -> float:
        """The width of the screen."""
        return self._size.width()

    @property
    def height(self) -> float:
        """The height of the screen."""
        return self._size.height()

    @property
    def left(self) -> float:
        """The left margin."""
        return MARGIN * self.width

    @property
    def right(self) -> float:
        """Where the right margin begins."""
        return self.width - self.left

    def picture(self) -> Picture:
        """All that was put here."""
        return Picture(self._size, self.background, tuple(self._marks), self.page, self.pages)

    def strip(self, strip: Strip, fill: str, ink: str) -> None:
        """The strip on top."""
        high = self.n(STRIP)
        self.box(QRectF(0, 0, self.width, high), fill)
        left = Ink(self.kind(LABEL, 700, spacing=4.0), ink)
        right = Ink(self.kind(LABEL, 500, tabular=True), ink, align=1.0)
        end = self.line(strip.left, self.left, 0, left, high=high)
        self.line(strip.right, self.right, 0, right, high=high, room=self.right - end - self.n(LABEL))

    def line(
        self,
        text: str,
        x: float,
        top: float,
        ink: Ink,
        *,
        high: float | None = None,
        room: float | None = None,
    ) -> float:
        """A line of words, in the middle of ``high``; returns where it ends. It is cut at ``room``."""
        if room is not None and lettering.width(text, ink.kind) > room:
            text = lettering.cut([text, ""], 1, ink.kind, room)[0]
        if not text:
            return x
        metrics = lettering.measure(ink.kind)
        wide, tall = lettering.width(text, ink.kind), metrics.ascent() + metrics.descent()
        left, upper = x - ink.align * wide, top + ((ink.high if high is None else high) - tall) / 2
        at = QPointF(left, upper + metrics.ascent())
        self._marks.append(Text(text, ink, at, QRectF(left, upper, wide, tall)))
        return left + wide

    def lines(self, lines: Sequence[str], x: float, top: float, ink: Ink) -> float:
        """Lines one under the other; returns where they end."""
        for text in lines:
            self.line(text, x, top, ink)
            top += ink.high
        return top

    def title(
        self,
        text: str,
        sizes: Sequence[float],
        room: float,
        most: int = 2,
        *,
        face: Face = Face.TEXT,
        even: bool = False,
    ) -> tuple[list[str], Type]:
        """A title in the first of these sizes in which it has no more than ``most`` lines; else it is cut."""
        for kind in (self.kind(size, 700, face) for size in sizes):
            lines = lettering.broken(text, kind, room)
            if len(lines) <= most:
                return (lettering.evened(text, kind, room) if even else lines), kind
        smallest = self.kind(sizes[-1], 700, face)
        return lettering.cut(lettering.broken(text, smallest, room), most, smallest, room), smallest

    def flow(
        self,
        texts: Sequence[str],
        frame: Frame,
        spacing: Spacing,
        *,
        weight: int = 400,
        face: Face = Face.TEXT,
        steps: Sequence[float] = STEPS,
    ) -> Flow:
        """Running text at its size; from here on the stage knows its pages."""
        flow = flowed(texts, [self.kind(step, weight, face) for step in steps], frame, spacing)
        self.turn(len(flow.pages))
        return flow

    def turn(self, pages: int) -> None:
        """Say of how many pages; the page asked for stays within them."""
        self.pages = max(pages, 1)
        self.page = min(max(self.page, 0), self.pages - 1)

    def blocks(self, blocks: Sequence[Block], x: float, top: float, ink: Ink, gap: float = 0.0) -> float:
        """Blocks of running text, one under the other; returns where they end, the last gap counted."""
        for block in blocks:
            top = self.lines(block, x, top, ink) + gap * ink.kind.px
        return top

    def page_number(self, x: float, bottom: float, color: str) -> None:
        """« 1 / 2 » in the corner, where there is more than one."""
        if self.pages > 1:
            ink = Ink(self.kind(LABEL, 500, tabular=True), color, align=1.0)
            self.line(f"{self.page + 1} / {self.pages}", x, bottom - ink.high, ink)

    def box(
        self,
        rect: QRectF,
        fill: str | None = None,
        corners: tuple[float, float, float, float] = (0, 0, 0, 0),
        *,
        line: str | None = None,
        thick: float = 0.0,
    ) -> None:
        """A rectangle; its corners and its line are given for a height of 1080."""
        first, second, third, fourth = (self.n(radius) for radius in corners)
        self._marks.append(Box(rect, fill, (first, second, third, fourth), line, self.n(thick)))

    def disc(
        self,
        x: float,
        y: float,
        radius: float,
        fill: str | None = None,
        *,
        line: str | None = None,
        thick: float = 0,
    ) -> None:
        """A disc or a ring."""
        self._marks.append(Disc(QPointF(x, y), radius, fill, line, self.n(thick)))

    def dashes(self, x: float, top: float, bottom: float, color: str) -> None:
        """Where paper is to be torn."""
        self._marks.append(Dashes(QPointF(x, top), QPointF(x, bottom), color, self.n(2)))

    def icon(self, name: str, x: float, y: float, size: float, color: str) -> None:
        """An icon, by its top left corner; its lines are finer where it is large."""
        stroke = 2.0 if size < self.n(100) else 1.5
        self._marks.append(Icon(name, QRectF(x, y, size, size), color, stroke))

    def hatch(self, rect: QRectF, color: str, step: float) -> None:
        """Slanted stripes."""
        self._marks.append(Hatch(rect, color, self.n(step)))
