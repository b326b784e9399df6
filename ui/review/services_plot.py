"""The curve of services rendered, drawn by pyqtgraph: the only module that reads it, and only when shown."""

from __future__ import annotations

from typing import Any

import pyqtgraph
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPen, QResizeEvent, QWheelEvent

from ui import fonts, theme
from ui.review.curve import Curve
from ui.review.scale import Scale

_TOP, _BOTTOM = 6, 10


class ServicesPlot(pyqtgraph.PlotWidget):  # type: ignore[misc]
    """A step line for what is nominal, a thinner one for what is rendered in any way, on the shared axis."""

    sought = Signal(int)

    def __init__(self) -> None:
        self._curve: Curve | None = None
        self._ticks: tuple[tuple[int, str], ...] = ()
        self._scale = Scale(0, 1, 1)
        super().__init__(enableMenu=False)
        for part in (self, self.viewport()):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(self.Shape.NoFrame)
        self.setMouseEnabled(x=False, y=False)
        self.hideButtons()
        self.hideAxis("bottom")
        self.plotItem.layout.setContentsMargins(0, 0, 0, 0)
        self.plotItem.layout.setSpacing(0)
        self.plotItem.getViewBox().setDefaultPadding(0)
        theme.signals.changed.connect(self._draw)

    def show_exercise(self, curve: Curve, ticks: tuple[tuple[int, str], ...]) -> None:
        """Draw an exercise."""
        self._curve, self._ticks = curve, ticks
        self._draw()

    def lay_out(self, scale: Scale) -> None:
        """Take the shared axis."""
        if scale != self._scale:
            self._scale = scale
            self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay on the shared axis."""
        super().resizeEvent(event)
        self._place()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Look at the place that was clicked."""
        if event.position().x() >= self._scale.left:
            self.sought.emit(self._scale.play_at(round(event.position().x())))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let nothing be dragged."""
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        """Have no tooltip of its own."""
        return event.type() == QEvent.Type.ToolTip or bool(super().viewportEvent(event))

    def _draw(self) -> None:
        curve = self._curve
        if curve is None:
            return
        self.clear()
        self.setBackground(theme.color("panel"))
        line = QPen(theme.color("line"), theme.px(1))
        line.setCosmetic(True)
        for play, _ in self._ticks:
            self._line(play, 90, line)
        for level in _levels(curve.of):
            self._line(level, 0, line)
        rendered = [(step.play, step.rendered) for step in curve.steps]
        nominal = [(step.play, step.nominal) for step in curve.steps]
        self._steps(rendered, curve.end, 1.0)
        self._steps(nominal, curve.end, 2.6)
        axis = self.getAxis("left")
        axis.setStyle(tickFont=fonts.font("detail", tabular=True), tickLength=0, tickTextOffset=theme.px(8))
        axis.setTextPen(theme.color("ink2"))
        axis.setPen(theme.color("panel"))
        axis.setTicks([[(level, str(level)) for level in _levels(curve.of)]])
        self._place()

    def _line(self, at: float, angle: int, pen: QPen) -> None:
        self.addItem(pyqtgraph.InfiniteLine(at, angle, pen))

    def _steps(self, points: list[tuple[int, int]], end: int, width: float) -> None:
        if not points:
            return
        xs, ys = [], []
        level = points[0][1]
        for play, following in points:
            xs += [play, play]
            ys += [level, following]
            level = following
        pen = QPen(theme.color("acc"), theme.px(width))
        pen.setCosmetic(True)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        item: Any = pyqtgraph.PlotCurveItem([*xs, end], [*ys, level], pen=pen, antialias=False)
        self.addItem(item)

    def _place(self) -> None:
        curve = self._curve
        if curve is None or self._scale.width <= 1:
            return
        self.getAxis("left").setWidth(self._scale.left)
        right = max(0, self.width() - self._scale.left - self._scale.width)
        self.plotItem.layout.setContentsMargins(0, theme.px(_TOP), right, theme.px(_BOTTOM))
        self.setXRange(0, self._scale.end, padding=0)
        self.setYRange(0, max(1, curve.of), padding=0.03)

    def place_of(self, play: int) -> QPointF:
        """Where a play time is on this widget, as the plot itself draws it."""
        scene = self.plotItem.getViewBox().mapViewToScene(QPointF(play, 0))
        return QPointF(self.mapFromScene(scene))


def _levels(of: int) -> tuple[int, ...]:
    """Nothing, half, all: few numbers to read."""
    return tuple(dict.fromkeys((0, of // 2, of)))
