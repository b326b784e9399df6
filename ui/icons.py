"""The icons of the window: shipped drawings, in any colour, sharp at any size."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap

from care_desktop import paths
from ui import theme

_pixmaps: dict[tuple[str, int, str, float, float], QPixmap] = {}


def icon(name: str, size: float = 18, color: str = "ink", disabled: str = "ink3") -> QIcon:
    """Make an icon for a button: ``size`` is that at 100 %, ``color`` and ``disabled`` are tokens."""
    made = QIcon()
    application = QGuiApplication.instance()
    ratios = {1.0, 2.0}
    if isinstance(application, QGuiApplication):
        ratios.add(application.devicePixelRatio())
    for ratio in sorted(ratios):
        made.addPixmap(pixmap(name, size, color, ratio), QIcon.Mode.Normal)
        made.addPixmap(pixmap(name, size, disabled, ratio), QIcon.Mode.Disabled)
    return made


def pixmap(name: str, size: float = 18, color: str | QColor = "ink", dpr: float = 1.0) -> QPixmap:
    """Draw an icon: ``size`` is that at 100 %, ``dpr`` the device's pixels for one of ours."""
    return _pixmap(name, theme.px(size), _colour(color), dpr)


def paint(
    painter: QPainter, rect: QRect | QRectF, name: str, color: str | QColor, stroke: float | None = None
) -> None:
    """Paint an icon in the middle of ``rect``, whose size is one on the screen.

    ``stroke`` is the weight of its lines, where that of the window's icons does not suit.
    """
    area = rect if isinstance(rect, QRectF) else QRectF(rect)
    side = round(min(area.width(), area.height()))
    if side <= 0:
        return
    drawn = _pixmap(name, side, _colour(color), painter.device().devicePixelRatioF(), stroke)
    left = round(area.center().x() - side / 2)
    top = round(area.center().y() - side / 2)
    painter.drawPixmap(left, top, drawn)


def application_icon() -> QIcon:
    """Make the icon of the program: a simpler drawing where it is small."""
    made = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        name = "icon-small" if side < 32 else "icon"
        made.addPixmap(_render(_svg(name), side, 1.0))
    return made


def mark(size: float = 40, dpr: float = 1.0) -> QPixmap:
    """Draw the mark of the program: ``size`` is that at 100 %."""
    return _render(_svg("icon"), theme.px(size), dpr)


def forget() -> None:
    """Drop the drawings made so far."""
    _pixmaps.clear()


def _pixmap(name: str, side: int, colour: QColor, dpr: float, stroke: float | None = None) -> QPixmap:
    weight = _stroke(side) if stroke is None else stroke
    key = (name, side, colour.name(QColor.NameFormat.HexArgb), dpr, weight)
    if key not in _pixmaps:
        svg = _svg(name).replace("currentColor", colour.name())
        svg = svg.replace('stroke-width="2"', f'stroke-width="{weight}"')
        _pixmaps[key] = _render(svg, side, dpr)
    return _pixmaps[key]


def _render(svg: str, side: int, dpr: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # the window's modules are read without it

    made = QPixmap(QSize(side, side) * dpr)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(svg.encode())).render(painter)
    painter.end()
    made.setDevicePixelRatio(dpr)
    return made


def _stroke(side: int) -> float:
    """Choose the weight of the lines, in units of the drawing: heavy where it is small."""
    at_full_size = side / theme.px(100) * 100
    if at_full_size < 16:
        return 2
    return 1.75 if at_full_size < 36 else 1.5


def _colour(color: str | QColor) -> QColor:
    return color if isinstance(color, QColor) else theme.color(color)


@cache
def _svg(name: str) -> str:
    return (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


theme.signals.changed.connect(forget)
