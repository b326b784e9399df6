"""Frames of the wall. Whatever goes wrong in drawing, the last good one stays."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from ui.room.painting.picture import Picture
from ui.room.screen import RoomScreen


class Film:
    """Frames of what is on the wall, in one size after the other."""

    def __init__(self, screen: RoomScreen) -> None:
        self._screen = screen
        self._frame = QPixmap()
        self._shows: Picture | None = None

    def frame(self, size: QSize, ratio: float) -> QPixmap:
        """The frame for a size; the last good one where it cannot be drawn."""
        picture = self._screen.picture()
        if picture is self._shows and self._frame.size() == size * ratio:
            return self._frame
        try:
            self._frame = _drawn(picture, size, ratio)
            self._shows = picture
        except Exception:  # noqa: BLE001 - players never see an error
            self._screen.report()
        return self._frame

    @property
    def is_current(self) -> bool:
        """Whether the last frame shows the scene that is on the wall."""
        return self._screen.is_laid_out and self._shows is self._screen.picture()


def _drawn(picture: Picture, size: QSize, ratio: float) -> QPixmap:
    frame = QPixmap(size * ratio)
    frame.setDevicePixelRatio(ratio)
    frame.fill(Qt.GlobalColor.black)
    painter = QPainter(frame)
    try:
        picture.draw(painter, QRectF(0, 0, size.width(), size.height()))
    finally:
        painter.end()
    return frame
