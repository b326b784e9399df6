"""The look in force: colours by token, sizes by the base, and how both reach the application."""

from __future__ import annotations

from typing import Literal, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QToolTip

from ui import style
from ui.tokens import TABLES, Scheme, Tokens

Name = Literal["system", "light", "dark", "contrast"]
NAMES: tuple[Name, ...] = ("system", *TABLES)

SMALL_BASE, LARGE_BASE = 14.0, 15.0
LARGE_FROM = 1600
PERCENTS = (100, 110, 125, 150, 175, 200)
SMALLEST_PERCENT, LARGEST_PERCENT = PERCENTS[0], PERCENTS[-1]


class Look(NamedTuple):
    """What was chosen (``name``, ``percent``) and what came of it (``scheme``, its ``tokens``, ``base``)."""

    name: Name = "light"
    percent: int = SMALLEST_PERCENT
    base: float = SMALL_BASE
    scheme: Scheme = "light"
    tokens: Tokens = TABLES["light"]


class _Signals(QObject):
    changed = Signal()


signals = _Signals()
_current = Look()
_PREPARED = "look prepared"


def make(name: str = "system", percent: int = SMALLEST_PERCENT, width: int = 0) -> Look:
    """Make the look for what a person chose and for a window ``width`` wide."""
    chosen: Scheme | None = next((scheme for scheme in TABLES if scheme == name), None)
    percent = max(SMALLEST_PERCENT, min(LARGEST_PERCENT, percent))
    base = LARGE_BASE if width >= LARGE_FROM else SMALL_BASE
    scheme = chosen or _of_the_system()
    return Look(chosen or "system", percent, base * percent / 100, scheme, TABLES[scheme])


def current() -> Look:
    """Tell the look in force."""
    return _current


def color(token: str) -> QColor:
    """Give the colour of ``token`` in the look in force."""
    return QColor(getattr(_current.tokens, token))


def px(n: float) -> int:
    """Scale ``n`` pixels, as drawn at 100 %, to the size of text in force."""
    scaled = round(n * _current.base / SMALL_BASE)
    return max(1, scaled) if n > 0 else scaled


def is_contrast() -> bool:
    """Tell whether nothing may be told by the ground alone."""
    return _current.scheme == "contrast"


def apply(application: QApplication, look: Look) -> None:
    """Make ``look`` the one in force, everywhere and at once."""
    from ui import fonts  # made with the sizes of this module

    global _current  # noqa: PLW0603 - one application has one look
    _current = look
    _prepare(application)
    _tell_the_system(look)
    application.setPalette(_palette(look.tokens))
    QToolTip.setPalette(_palette(look.tokens))
    fonts.load()
    application.setFont(fonts.font("text"))
    QToolTip.setFont(fonts.font("text"))
    application.setStyleSheet(style.sheet(look.tokens, look.base / SMALL_BASE))
    signals.changed.emit()


def scheme_of(scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference) -> Scheme:
    """Choose the scheme that goes with what the system wants."""
    if contrast == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if scheme == Qt.ColorScheme.Dark else "light"


def _of_the_system() -> Scheme:
    hints = QGuiApplication.styleHints()
    return scheme_of(hints.colorScheme(), hints.accessibility().contrastPreference())


def _tell_the_system(look: Look) -> None:
    """Ask for a window frame that goes with ``look``, and for none where the system decides."""
    hints = QGuiApplication.styleHints()
    if look.name == "system":
        hints.unsetColorScheme()
    else:
        hints.setColorScheme(Qt.ColorScheme.Light if look.scheme == "light" else Qt.ColorScheme.Dark)


def _prepare(application: QApplication) -> None:
    """Put Fusion under the style sheet and listen to the system, once."""
    if application.property(_PREPARED):
        return
    application.setProperty(_PREPARED, True)  # noqa: FBT003 - a property takes its value by place
    application.setStyle(QStyleFactory.create("Fusion"))

    def follow() -> None:
        if _current.name == "system" and (scheme := _of_the_system()) != _current.scheme:
            apply(application, _current._replace(scheme=scheme, tokens=TABLES[scheme]))

    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.connect(follow)
    hints.accessibility().contrastPreferenceChanged.connect(follow)


def _palette(tokens: Tokens) -> QPalette:
    roles = QPalette.ColorRole
    colours = {
        roles.Window: tokens.bg,
        roles.WindowText: tokens.ink,
        roles.Base: tokens.panel,
        roles.AlternateBase: tokens.sunk,
        roles.Text: tokens.ink,
        roles.PlaceholderText: tokens.ink3,
        roles.Button: tokens.panel,
        roles.ButtonText: tokens.ink,
        roles.BrightText: tokens.onacc,
        roles.Highlight: tokens.acc,
        roles.HighlightedText: tokens.onacc,
        roles.Accent: tokens.acc,
        roles.ToolTipBase: tokens.ink,
        roles.ToolTipText: tokens.panel,
        roles.Link: tokens.acc,
        roles.LinkVisited: tokens.acc,
        roles.Light: tokens.panel,
        roles.Midlight: tokens.hover,
        roles.Mid: tokens.line,
        roles.Dark: tokens.ctl,
        roles.Shadow: tokens.ctl,
    }
    palette = QPalette()
    for role, value in colours.items():
        palette.setColor(role, QColor(value))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.ink3))
    return palette
