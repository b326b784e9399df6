"""The shapes of the timeline: filled, hollow, diamond, bar; a shape says what its colour says."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from ui import theme
from ui.review.lanes import Sort


def paint_mark(painter: QPainter, at: QPointF, sort: Sort, *, chosen: bool = False) -> None:
    """Paint the shape of a mark around a place."""
    if sort is Sort.STIMULUS:
        _round(painter, at, theme.color("ink2"), filled=True)
    elif sort is Sort.SKIPPED:
        _round(painter, at, theme.color("ink2"), filled=False)
    elif sort is Sort.DECISION:
        paint_diamond(painter, at, theme.color("acc"), large=chosen)
    elif sort is Sort.NO_DECISION:
        paint_diamond(painter, at, theme.color("ink2"), filled=False, large=chosen)
    else:
        painter.setPen(QPen(theme.color("ink3"), theme.px(2.6), c=Qt.PenCapStyle.FlatCap))
        half = theme.px(7)
        painter.drawLine(QLineF(at.x(), at.y() - half, at.x(), at.y() + half))


def paint_diamond(
    painter: QPainter,
    at: QPointF,
    colour: QColor,
    *,
    filled: bool = True,
    large: bool = False,
    dashed: bool = False,
) -> None:
    """Paint a diamond; ``dashed`` is one that is not ours."""
    half = theme.px(9 if large else 8)
    points = [
        QPointF(at.x(), at.y() - half),
        QPointF(at.x() + half, at.y()),
        QPointF(at.x(), at.y() + half),
        QPointF(at.x() - half, at.y()),
    ]
    style = Qt.PenStyle.DotLine if dashed else Qt.PenStyle.SolidLine
    painter.setPen(Qt.PenStyle.NoPen if filled else QPen(colour, theme.px(1.6), style))
    painter.setBrush(colour if filled else theme.color("panel"))
    painter.drawPolygon(QPolygonF(points))


def paint_span(painter: QPainter, begun: float, ended: float, y: float) -> None:
    """Paint how long a decision took: from a ring to its diamond."""
    colour = theme.color("acc")
    painter.setPen(QPen(colour, theme.px(3)))
    painter.drawLine(QLineF(begun, y, ended, y))
    painter.setPen(QPen(colour, theme.px(2)))
    painter.setBrush(theme.color("panel"))
    painter.drawEllipse(QPointF(begun, y), theme.px(4), theme.px(4))


def hatched(colour: QColor) -> QBrush:
    """A ground of oblique lines: time that stood still."""
    return QBrush(colour, Qt.BrushStyle.BDiagPattern)


def paint_still(painter: QPainter, area: QRectF) -> None:
    """Paint a place where time stood still."""
    painter.fillRect(area, hatched(theme.color("ctl")))


def _round(painter: QPainter, at: QPointF, colour: QColor, *, filled: bool) -> None:
    if filled:
        painter.setPen(QPen(theme.color("panel"), theme.px(1)))
        painter.setBrush(colour)
    else:
        painter.setPen(QPen(colour, theme.px(2)))
        painter.setBrush(theme.color("panel"))
    radius = theme.px(5) + (0.5 if filled else 0)
    painter.drawEllipse(at, radius, radius)
