"""How long a movement may last: not at all where the system asks for none."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QStyle

# Without a screen nobody watches, and what is looked at must be what stays
_STILL = {"offscreen", "minimal"}


def duration(milliseconds: int) -> int:
    """Give ``milliseconds``, or 0 where nothing may move."""
    style = QApplication.style()
    allowed = style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0
    return milliseconds if allowed and QGuiApplication.platformName() not in _STILL else 0
