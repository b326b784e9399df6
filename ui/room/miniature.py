"""The wall as the animator sees it: the same painter, small."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.room.film import Film
from ui.room.screen import RoomScreen
from ui.voice import Voice

_RADIUS = 6


class Miniature(QWidget):
    """A live picture of the wall, as large as its place lets it be; its words are read aloud."""

    def __init__(self, screen: RoomScreen, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wall = screen
        self._voice = voice
        self._film = Film(screen)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, on=False)
        screen.changed.connect(self.refresh)
        voice.changed.connect(self.refresh)
        self.refresh()

    def sizeHint(self) -> QSize:
        """The size of the look."""
        return QSize(theme.px(246), theme.px(138))

    def minimumSizeHint(self) -> QSize:
        """Small enough for the band of a small screen."""
        return QSize(theme.px(160), theme.px(90))

    def refresh(self) -> None:
        """Look at the wall again."""
        self.setAccessibleName(self._voice.say("room.miniature"))
        self.setAccessibleDescription(" ".join(text.text for text in self._wall.picture().texts))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the wall, in the shape that it has."""
        area = self._fitting()
        frame = self._film.frame(area.size(), self.devicePixelRatioF())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half, radius = theme.px(1) / 2, theme.px(_RADIUS)
        painter.setPen(QPen(theme.color("stageL"), theme.px(1)))
        painter.setBrush(theme.color("stage2"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)
        painter.drawPixmap(area.topLeft(), frame)

    def _fitting(self) -> QRect:
        edge = theme.px(1)
        room = self.rect().adjusted(edge, edge, -edge, -edge)
        size = self._wall.area.scaled(room.size().toSizeF(), Qt.AspectRatioMode.KeepAspectRatio).toSize()
        area = QRect(0, 0, max(size.width(), 1), max(size.height(), 1))
        area.moveCenter(room.center())
        return area
