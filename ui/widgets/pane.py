"""Panes: quiet paper with a header, and a body."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QRegion, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui import icons, theme
from ui.widgets.text import ElidedLabel

_RADIUS, _HEADER, _OPENED_HEADER, _ICON, _TITLE = 10, 40, 46, 18, 160


class IconLabel(QLabel):
    """An icon that follows the theme and the size of text; nothing is told by it alone."""

    def __init__(self, name: str = "", size: float = _ICON, tone: str = "ink") -> None:
        super().__init__()
        self._name, self._side, self._tone = name, size, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._take_size()
        theme.signals.changed.connect(self._take_size)

    def show_icon(self, name: str, tone: str | None = None) -> None:
        """Show another icon; an empty name shows none and keeps its room."""
        self._name, self._tone = name, tone or self._tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the icon."""
        if self._name:
            icons.paint(QPainter(self), self.rect(), self._name, self._tone)

    def _take_size(self) -> None:
        self.setFixedSize(theme.px(self._side), theme.px(self._side))


class Rule(QFrame):
    """A line between two things: decoration."""

    def __init__(self, *, vertical: bool = False, stage: bool = False) -> None:
        super().__init__()
        self._vertical = vertical
        self.setProperty("role", "stagerule" if stage else "rule")
        self._take_size()
        theme.signals.changed.connect(self._take_size)

    def _take_size(self) -> None:
        if self._vertical:
            self.setFixedWidth(theme.px(1))
        else:
            self.setFixedHeight(theme.px(1))


class Pane(QFrame):
    """A framed pane: in its header an icon, a title, a detail and at most one action; below, its ``body``."""

    def __init__(self, title_icon: str = "", title: str = "", *, opened: bool = False) -> None:
        super().__init__()
        self._opened = opened
        self.setProperty("role", "opened" if opened else "pane")
        self.setProperty("radius", _RADIUS)
        self._icon = IconLabel(title_icon, tone="acc" if opened else "ink")
        if not title_icon:
            self._icon.hide()  # showing it before it has a parent would make a window of it
        # Where both lack room, what stands beside the title is cut before it
        self._title = ElidedLabel("text", weight=700, least=_TITLE)
        self._detail = ElidedLabel("detail", "ink2")
        self._detail.hide()
        self._header = QWidget()
        self._line = QHBoxLayout(self._header)
        for widget in (self._icon, self._title, self._detail):
            self._line.addWidget(widget)
        self._line.addStretch(1)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._rule = Rule()
        for part in (self._header, self._rule):
            self._column.addWidget(part)
        self._column.addLayout(self.body, 1)
        self._corners = _Corners(self)
        self.set_title(title)
        self._take_sizes()
        theme.signals.changed.connect(self._take_sizes)

    def set_title(self, title: str) -> None:
        """Name the pane."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def set_icon(self, name: str) -> None:
        """Mark what the pane shows now."""
        self._icon.show_icon(name)

    def set_detail(self, text: str) -> None:
        """Say a little more beside the title."""
        self._detail.setText(text)
        self._detail.setVisible(bool(text))

    def show_header(self, *, shown: bool) -> None:
        """Leave the header out where a tab says the same."""
        self._header.setVisible(shown)
        self._rule.setVisible(shown)

    def add_beside_title(self, widget: QWidget) -> None:
        """Put ``widget`` after the title, before the detail: a chip."""
        self._line.insertWidget(self._line.indexOf(self._detail), widget)

    def set_action(self, *widgets: QWidget) -> None:
        """Put the action of the pane at the right of its header, and what belongs to it."""
        for widget in widgets:
            self._line.addWidget(widget)

    def set_body(self, widget: QWidget) -> None:
        """Fill the body with ``widget``."""
        self.body.addWidget(widget, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the corners round."""
        super().resizeEvent(event)
        self._corners.cover(_RADIUS, 2 if self._opened else 1)

    def _take_sizes(self) -> None:
        self._header.setFixedHeight(theme.px(_OPENED_HEADER if self._opened else _HEADER))
        self._line.setContentsMargins(theme.px(12), 0, theme.px(12), 0)
        self._line.setSpacing(theme.px(8))
        self._corners.cover(_RADIUS, 2 if self._opened else 1)


class _Corners(QWidget):
    """The four corners of a pane, painted over what fills it: lists and tables have square ones."""

    def __init__(self, pane: QFrame) -> None:
        super().__init__(pane)
        self._pane = pane
        self._radius = self._border = 0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def cover(self, radius: float, border: float) -> None:
        """Lie over the corners of the pane, and over nothing else."""
        self._radius, self._border = theme.px(radius), theme.px(border)
        area = self._pane.rect()
        self.setGeometry(area)
        side = self._radius
        region = QRegion()
        for x in (0, area.width() - side):
            for y in (0, area.height() - side):
                region += QRect(QPoint(x, y), QPoint(x + side - 1, y + side - 1))
        self.setMask(region)
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground outside the border, then the border."""
        opened = self._pane.property("role") == "opened"
        half = self._border / 2
        inside = QPainterPath()
        inside.addRoundedRect(
            QRectF(self.rect()).adjusted(half, half, -half, -half), self._radius - half, self._radius - half
        )
        outside = QPainterPath()
        outside.addRect(QRectF(self.rect()))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(outside - inside, theme.color("bg"))
        painter.setPen(QPen(theme.color("acc" if opened else "line"), self._border))
        painter.drawPath(inside)
