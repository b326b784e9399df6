"""A scene laid out for a screen: a list of marks, drawn as they are and open to inspection."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from ui import icons
from ui.room.painting.lettering import Ink, font


class Text(NamedTuple):
    """A line of words, from its baseline; ``rect`` is where it lies."""

    text: str
    ink: Ink
    at: QPointF
    rect: QRectF

    def draw(self, painter: QPainter) -> None:
        """Draw the line from its baseline."""
        painter.setFont(font(self.ink.kind))
        painter.setPen(QColor(self.ink.color))
        painter.drawText(self.at, self.text)


class Box(NamedTuple):
    """A rectangle, filled or outlined; ``corners`` are the radii from the top left on, clockwise."""

    rect: QRectF
    fill: str | None = None
    corners: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    line: str | None = None
    thick: float = 0.0

    def draw(self, painter: QPainter) -> None:
        """Draw the outline inside the rectangle."""
        painter.setBrush(QColor(self.fill) if self.fill else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.line), self.thick) if self.line else Qt.PenStyle.NoPen)
        half = self.thick / 2 if self.line else 0.0
        painter.drawPath(_rounded(self.rect.adjusted(half, half, -half, -half), self.corners))


class Disc(NamedTuple):
    """A disc or a ring."""

    center: QPointF
    radius: float
    fill: str | None = None
    line: str | None = None
    thick: float = 0.0

    def draw(self, painter: QPainter) -> None:
        """Draw it around its center."""
        painter.setBrush(QColor(self.fill) if self.fill else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.line), self.thick) if self.line else Qt.PenStyle.NoPen)
        painter.drawEllipse(self.center, self.radius, self.radius)


class Dashes(NamedTuple):
    """A dashed vertical line."""

    start: QPointF
    end: QPointF
    color: str
    thick: float

    def draw(self, painter: QPainter) -> None:
        """Draw the line."""
        painter.setPen(QPen(QColor(self.color), self.thick, Qt.PenStyle.DashLine))
        painter.drawLine(self.start, self.end)


class Icon(NamedTuple):
    """An icon of the shipped set."""

    name: str
    rect: QRectF
    color: str
    stroke: float

    def draw(self, painter: QPainter) -> None:
        """Draw the icon."""
        icons.paint(painter, self.rect, self.name, QColor(self.color), self.stroke)


class Hatch(NamedTuple):
    """Slanted stripes over a rectangle."""

    rect: QRectF
    color: str
    step: float

    def draw(self, painter: QPainter) -> None:
        """Draw the stripes, cut at the rectangle."""
        painter.save()
        painter.setClipRect(self.rect)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.color))
        top, bottom, left = self.rect.top(), self.rect.bottom(), self.rect.left()
        slant = self.rect.height()
        while left < self.rect.right() + slant:
            above = (QPointF(left, top), QPointF(left + self.step, top))
            below = (QPointF(left + self.step - slant, bottom), QPointF(left - slant, bottom))
            painter.drawPolygon(QPolygonF([*above, *below]))
            left += 2 * self.step
        painter.restore()


Mark = Text | Box | Disc | Dashes | Icon | Hatch


class Picture(NamedTuple):
    """One page of a scene at a size. ``page`` counts from 0."""

    size: QSizeF
    ground: str
    marks: tuple[Mark, ...]
    page: int
    pages: int

    @property
    def texts(self) -> Iterable[Text]:
        """The lines of words, in the order in which they are drawn."""
        return (mark for mark in self.marks if isinstance(mark, Text))

    def draw(self, painter: QPainter, target: QRectF) -> None:
        """Draw all of it in a rectangle of the same shape."""
        painter.save()
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing
            | QPainter.RenderHint.TextAntialiasing
            | QPainter.RenderHint.SmoothPixmapTransform
        )
        painter.translate(target.topLeft())
        painter.scale(target.width() / self.size.width(), target.height() / self.size.height())
        painter.fillRect(QRectF(QPointF(0, 0), self.size), QColor(self.ground))
        for mark in self.marks:
            mark.draw(painter)
        painter.restore()


def _rounded(rect: QRectF, corners: tuple[float, float, float, float]) -> QPainterPath:
    path = QPainterPath()
    if not any(corners):
        path.addRect(rect)
        return path
    places = (rect.topLeft(), rect.topRight(), rect.bottomRight(), rect.bottomLeft())
    inwards = (QPointF(0, 0), QPointF(-1, 0), QPointF(-1, -1), QPointF(0, -1))
    for at, (place, inward, radius) in enumerate(zip(places, inwards, corners, strict=True)):
        corner = QRectF(place + inward * 2 * radius, QSizeF(2 * radius, 2 * radius))
        if at == 0:
            path.moveTo(place + QPointF(0, radius))
        if radius:
            path.arcTo(corner, 180 - 90 * at, -90)
        else:
            path.lineTo(place)
    path.closeSubpath()
    return path
