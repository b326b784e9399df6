"""The faces of the window: shipped with it, in roles whose sizes follow the base."""

from __future__ import annotations

import logging
from typing import Literal, NamedTuple

from PySide6.QtGui import QFont, QFontDatabase

from care_desktop import paths
from ui import theme

FAMILY = "Atkinson Hyperlegible Next"
# What an author writes in a script that no shipped face knows
FALLBACKS = ("Segoe UI", "Noto Sans")

_FACES = (
    "AtkinsonHyperlegibleNext-Regular",
    "AtkinsonHyperlegibleNext-Medium",
    "AtkinsonHyperlegibleNext-SemiBold",
    "AtkinsonHyperlegibleNext-Bold",
    "AtkinsonHyperlegibleNext-Italic",
)
_PAPERS = {
    "press": ("Source Serif 4", ("SourceSerif4-Regular", "SourceSerif4-Bold")),
    "printer": ("Courier Prime", ("CourierPrime-Regular", "CourierPrime-Bold")),
}
_loaded: set[str] = set()
_missing: set[str] = set()

_log = logging.getLogger(__name__)


class _Role(NamedTuple):
    size: float
    weight: int
    spacing: float = 0.0


_ROLES = {
    "launch": _Role(28, 700, 1.0),
    "short_tale": _Role(40, 500),
    "tale": _Role(30, 500),
    "page": _Role(26, 700),
    "clock": _Role(22, 700),
    "choice": _Role(21, 600),
    "section": _Role(18, 700),
    "aside": _Role(18, 400),
    "title": _Role(15, 700),
    "say": _Role(15.5, 400),
    "text": _Role(14, 400),
    "detail": _Role(12, 400),
    "key": _Role(11, 500),
}


def load() -> None:
    """Make the faces of the window known to Qt."""
    for face in _FACES:
        _load(face)


def missing() -> bool:
    """Whether some face could not be loaded: then one of the system stands in its place."""
    return bool(_missing)


def font(role: str, weight: int | None = None, *, tabular: bool = False) -> QFont:
    """Give the font of ``role``; ``tabular`` makes all digits as wide, for clocks and durations."""
    kind = _ROLES[role]
    made = _font(FAMILY, theme.px(kind.size), kind.weight if weight is None else weight)
    if kind.spacing:
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, theme.px(kind.spacing))
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def sized(pixels: float, weight: int = 400) -> QFont:
    """Give the window's face at a size that does not follow the base: the room screen's."""
    load()
    return _font(FAMILY, max(1, round(pixels)), weight)


def paper(name: Literal["press", "printer"], pixels: float, weight: int = 400) -> QFont:
    """Give the face of a newspaper or of a printer, loaded when first asked for."""
    family, faces = _PAPERS[name]
    for face in faces:
        _load(face)
    return _font(family, max(1, round(pixels)), weight)


def _font(family: str, pixels: int, weight: int) -> QFont:
    made = QFont()
    made.setFamilies([family, *FALLBACKS])
    made.setPixelSize(pixels)
    made.setWeight(QFont.Weight(weight))
    made.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    return made


def _load(face: str) -> None:
    if face in _loaded:
        return
    path = paths.resources() / "fonts" / f"{face}.ttf"
    _loaded.add(face)
    if QFontDatabase.addApplicationFont(str(path)) < 0:
        _missing.add(face)
        _log.info("Qt does not read the face %s", path)
