"""The timeline: lanes over the curve of services, one axis, and over both what concerns an instant of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import fonts, theme
from ui.review.lanes_view import AXIS, HEADING, LOWEST, TALLEST, Lanes
from ui.review.scale import Scale
from ui.review.shapes import paint_still

if TYPE_CHECKING:
    from ui.review.curve import Curve
    from ui.review.lanes import Cut, Timeline
    from ui.review.moments import Moment
    from ui.review.services_plot import ServicesPlot
    from ui.voice import Voice

_RIGHT, _PLOT = 20, 112
_LANES_SHARE = 0.56


class Drawing(QWidget):
    """Lanes, curve, and over them the replay's instant, the moment and where time stood still."""

    chosen = Signal(str, int)
    sought = Signal(int)

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self._timeline: Timeline | None = None
        self._curve: Curve | None = None
        self._plot: ServicesPlot | None = None
        self.lanes = Lanes(voice)
        self.lanes.chosen.connect(self.chosen)
        self.lanes.sought.connect(self.sought)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.lanes)
        self._room = QWidget()
        self._column.addWidget(self._room, 1)
        self._over = _Over(self, voice)
        theme.signals.changed.connect(self._lay_out)

    def show_exercise(self, timeline: Timeline, curve: Curve, *, public: bool) -> None:
        """Draw an exercise: the lanes at once, the curve when what draws it has been read."""
        self._timeline, self._curve = timeline, curve
        self.lanes.show_exercise(timeline, curve, public=public)
        self._over.cuts = timeline.cuts
        self.setAccessibleName(self._voice.say("review.drawing"))
        self.setAccessibleDescription(
            self._voice.say(
                "review.drawing_told",
                lanes=len(timeline.lanes),
                marks=sum(len(lane.marks) for lane in timeline.lanes),
            )
        )
        self._lay_out()
        if self._plot is not None:
            self._plot.show_exercise(curve, timeline.ticks)
        elif self.isVisible():
            QTimer.singleShot(0, self.draw_curve)

    def draw_curve(self) -> None:
        """Draw the curve; its library is read here, after the first paint."""
        if self._plot is not None or self._timeline is None or self._curve is None:
            return
        from ui.review.services_plot import ServicesPlot

        self._plot = ServicesPlot()
        self._plot.sought.connect(self.sought)
        self._column.replaceWidget(self._room, self._plot)
        self._column.setStretchFactor(self._plot, 1)
        self._room.deleteLater()
        self._plot.show_exercise(self._curve, self._timeline.ticks)
        self._lay_out()
        self._over.raise_()

    def show_instant(self, play: int) -> None:
        """Move the replay's instant."""
        self._over.instant = play
        self._over.update()

    def show_moment(self, moment: Moment | None) -> None:
        """Frame a moment."""
        self._over.moment = moment
        if moment is not None:
            self.lanes.show_moment(moment.key, moment.ended)
        self._over.update()

    @property
    def scale(self) -> Scale:
        """The axis in force."""
        return self._over.scale

    @property
    def plot(self) -> ServicesPlot | None:
        """The curve, once it was drawn."""
        return self._plot

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give lanes and curve their shares."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        if self._timeline is None:
            return
        rows = max(1, self.lanes.rows)
        around = theme.px(AXIS) + theme.px(HEADING)
        self.setMinimumHeight(around + rows * theme.px(LOWEST) + theme.px(_PLOT))
        share = int((self.height() * _LANES_SHARE - around) / rows)
        row = min(max(share, theme.px(LOWEST)), theme.px(TALLEST))
        left = self.lanes.name_width(self.width())
        scale = Scale(left, max(1, self.width() - left - theme.px(_RIGHT)), self._timeline.end)
        self.lanes.lay_out(scale, row)
        if self._plot is not None:
            self._plot.lay_out(scale)
        self._over.scale = scale
        self._over.floor = self.lanes.height()
        self._over.setGeometry(self.rect())
        self._over.update()


class _Over(QWidget):
    """What is painted over lanes and curve alike; it lets every click through."""

    def __init__(self, drawing: Drawing, voice: Voice) -> None:
        super().__init__(drawing)
        self._voice = voice
        self.scale = Scale(0, 1, 1)
        self.cuts: tuple[Cut, ...] = ()
        self.moment: Moment | None = None
        self.instant = 0
        self.floor = 0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the heading of the curve, cuts, moment and instant."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_heading(painter)
        for cut in self.cuts:
            self._paint_cut(painter, cut.play, jump=cut.jump)
        self._paint_pause_names(painter)
        if self.moment is not None:
            self._paint_moment(painter, self.moment)
        self._paint_instant(painter)

    @property
    def _top(self) -> int:
        return theme.px(AXIS)

    @property
    def _bottom(self) -> int:
        return self.height() - theme.px(4)

    def _paint_heading(self, painter: QPainter) -> None:
        painter.setFont(fonts.font("text", 700))
        painter.setPen(theme.color("ink"))
        top = self.floor - theme.px(HEADING)
        room = QRectF(theme.px(16), top, self.width(), theme.px(HEADING))
        name = self._voice.say("review.lane_services")
        ground = QRectF(room)
        ground.setWidth(painter.fontMetrics().horizontalAdvance(name) + theme.px(8))
        painter.fillRect(ground.adjusted(0, theme.px(2), 0, -theme.px(2)), theme.color("panel"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)

    def _paint_cut(self, painter: QPainter, play: int, *, jump: bool) -> None:
        x = self.scale.x(play)
        if jump:
            painter.setPen(QPen(theme.color("ink3"), theme.px(1), Qt.PenStyle.DashDotLine))
            painter.drawLine(QLineF(x, self._top, x, self._bottom))
            return
        half = theme.px(8)
        paint_still(painter, QRectF(x - half, self._top, 2 * half, self._bottom - self._top))

    def _paint_pause_names(self, painter: QPainter) -> None:
        """Name each standstill where no mark is, if its name has room beside the one before."""
        painter.setFont(fonts.font("detail"))
        metrics, free = painter.fontMetrics(), 0
        for cut in self.cuts:
            x = self.scale.x(cut.play) + theme.px(12)
            width = metrics.horizontalAdvance(cut.text)
            if cut.jump or x < free or x + width > self.width():
                continue
            free = x + width
            heading = QRectF(0, self.floor - theme.px(HEADING), 0, theme.px(HEADING))
            box = QRectF(
                x, heading.center().y() - metrics.height() / 2, width + theme.px(4), metrics.height()
            )
            painter.fillRect(box, theme.color("panel"))
            painter.setPen(theme.color("ink2"))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, cut.text)

    def _paint_moment(self, painter: QPainter, moment: Moment) -> None:
        begun, ended = self.scale.x(moment.begun), self.scale.x(moment.ended)
        frame = QRectF(begun - theme.px(6), self._top, ended - begun + theme.px(12), self._bottom - self._top)
        pen = QPen(theme.color("acc"), theme.px(1.6), Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame)

    def _paint_instant(self, painter: QPainter) -> None:
        x = self.scale.x(self.instant)
        painter.setPen(QPen(theme.color("ink"), theme.px(1.6)))
        painter.drawLine(QLineF(x, self._top, x, self._bottom))
        half = theme.px(5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("ink"))
        tip = QPointF(x, self._top + half)
        sides = [QPointF(x - half, self._top - half), QPointF(x + half, self._top - half), tip]
        painter.drawPolygon(QPolygonF(sides))
