"""What keeps somebody from a control of the window: no name, no way by Tab, words that are cut."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollBar,
    QStyle,
    QStyleOptionTab,
    QTabBar,
    QToolButton,
    QWidget,
)

from ui.widgets.field import Choice
from ui.widgets.text import ElidedLabel

_Role = QAccessible.Role
_ROLES: dict[type[QWidget], frozenset[QAccessible.Role]] = {
    QCheckBox: frozenset({_Role.CheckBox}),
    QRadioButton: frozenset({_Role.RadioButton}),
    QPushButton: frozenset({_Role.Button, _Role.CheckBox, _Role.ButtonMenu}),
    QToolButton: frozenset({_Role.Button, _Role.CheckBox, _Role.RadioButton}),
    QAbstractButton: frozenset({_Role.Button}),
    QComboBox: frozenset({_Role.ComboBox}),
    QLineEdit: frozenset({_Role.EditableText}),
    QPlainTextEdit: frozenset({_Role.EditableText}),
    QAbstractItemView: frozenset({_Role.List, _Role.Table, _Role.Tree}),
    QAbstractScrollArea: frozenset({_Role.Client}),
    QTabBar: frozenset({_Role.PageTabList}),
}
_BREAK = "\u200b"
_SPOKEN_ELSEWHERE = frozenset({_Role.Client, _Role.NoRole, _Role.Window})
"""Roles that say of a control only that it is there."""


def controls(window: QWidget) -> list[QWidget]:
    """What can have the focus or be pressed, as it stands in the window."""
    return [one for one in window.findChildren(QWidget) if one.isVisible() and _is_control(one)]


def unnamed(window: QWidget) -> list[str]:
    """Controls that a screen reader has no name or no fitting role for."""
    found = []
    for control in controls(window):
        spoken = QAccessible.queryAccessibleInterface(control)
        role, name = spoken.role(), spoken.text(QAccessible.Text.Name)
        kind = next((kind for kind in _ROLES if isinstance(control, kind)), None)
        fits = role not in _SPOKEN_ELSEWHERE if kind is None else role in _ROLES[kind]
        if not name.strip() or not fits:
            found.append(f"{told(control)} is « {name} », {role.name}")
    return found


def unreached(window: QWidget) -> list[str]:
    """Controls that Tab does not reach, and places where the focus is not to be seen."""
    stops, hidden = _walk(window)
    by_tab = [
        one for one in controls(window) if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isEnabled()
    ]
    missed = [one for one in by_tab if one not in stops and not is_covered(one, window)]
    return [f"no Tab to {told(one)}" for one in missed] + hidden


def cut(window: QWidget) -> list[str]:
    """Words that have less room than they need."""
    found = []
    for one in _wordy(window):
        needs = one.minimumSizeHint()
        wraps = isinstance(one, QLabel) and one.wordWrap()
        height = one.heightForWidth(one.width()) if one.hasHeightForWidth() else needs.height()
        wide = _longest(one) if wraps else needs.width()
        if one.width() < wide or one.height() < height:
            found.append(f"{told(one)} has {one.width()}×{one.height()}, needs {wide}×{height}")
    return found + [tab for bar in window.findChildren(QTabBar) if bar.isVisible() for tab in _cut_tabs(bar)]


def _cut_tabs(bar: QTabBar) -> list[str]:
    found = []
    for place in range(bar.count()):
        option = QStyleOptionTab()
        bar.initStyleOption(option, place)
        room = bar.style().subElementRect(QStyle.SubElement.SE_TabBarTabText, option, bar).width()
        needs = bar.fontMetrics().horizontalAdvance(bar.tabText(place))
        if room < needs:
            found.append(f"tab « {bar.tabText(place)} » has {room}, needs {needs}")
    return found


def outside(window: QWidget) -> list[str]:
    """Words and controls that stand beyond what is around them."""
    shown = [*_wordy(window), *controls(window)]
    return [f"{told(one)} is beyond {told(around)}" for one in shown for around in _beyond(one, window)]


def fields(window: QWidget) -> list[QLineEdit | QPlainTextEdit]:
    """Where somebody can write."""
    found: list[QLineEdit | QPlainTextEdit] = [
        *window.findChildren(QLineEdit),
        *window.findChildren(QPlainTextEdit),
    ]
    return [one for one in found if one.isVisible() and one.isEnabled() and not one.isReadOnly()]


def written(field: QLineEdit | QPlainTextEdit) -> str:
    """What stands in a field."""
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def told(widget: QWidget) -> str:
    """A widget as a person would point at it."""
    words = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
    return f"{type(widget).__name__}({words or widget.accessibleName()!r})"


def is_covered(control: QWidget, window: QWidget) -> bool:
    """Whether no point of a control can be seen: something lies over it."""
    seen = QRect(control.mapTo(window, QPoint(0, 0)), control.size())
    around = control.parentWidget()
    while around is not None and around is not window:
        seen &= QRect(around.mapTo(window, QPoint(0, 0)), around.size())
        around = around.parentWidget()
    top = window.childAt(seen.center()) if control.isVisible() and not seen.isEmpty() else None
    return top is None or not (top is control or control.isAncestorOf(top) or top.isAncestorOf(control))


def _is_control(widget: QWidget) -> bool:
    if (
        isinstance(widget, QScrollBar)
        or widget.focusProxy() is not None
        or widget.objectName().startswith("qt_")
    ):
        return False
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus or isinstance(widget, QAbstractButton)


def _walk(window: QWidget) -> tuple[list[QWidget], list[str]]:
    """Press Tab until the focus is back where it was."""
    stops: list[QWidget] = []
    hidden: list[str] = []
    while True:
        now: QWidget | None = window.focusWidget()
        if now is None:
            return stops, [*hidden, "the focus is nowhere"]
        if now in stops:
            left_out = [one for one in stops[: stops.index(now)] if one.isVisible()]
            return stops, [
                *hidden,
                *(f"Tab comes back to {told(now)}, not to {told(one)}" for one in left_out),
            ]
        stops.append(now)
        if is_covered(now, window):
            hidden.append(f"the focus is on {told(now)}, which is not to be seen")
        QTest.keyClick(now, Qt.Key.Key_Tab)


def _wordy(window: QWidget) -> Iterator[QAbstractButton | QLabel]:
    for one in window.findChildren(QWidget):
        if not one.isVisible() or isinstance(one, ElidedLabel | Choice):
            continue
        if isinstance(one, QAbstractButton | QLabel) and one.text():
            yield one


def _longest(label: QLabel | QAbstractButton) -> int:
    """A word is never broken."""
    words = label.text().replace(_BREAK, " ").split()
    return max((label.fontMetrics().horizontalAdvance(word) for word in words), default=0)


def _beyond(one: QWidget, window: QWidget) -> Iterator[QWidget]:
    """What is around a widget and does not hold it whole; what scrolls need only hold its width."""
    around = one.parentWidget()
    while around is not None:
        place = QRect(one.mapTo(around, QPoint(0, 0)), one.size())
        room = around.rect().adjusted(-1, -1, 1, 1)
        scrolls = isinstance(around.parentWidget(), QAbstractScrollArea)
        held = room.left() <= place.left() and place.right() <= room.right()
        if not (held and (scrolls or room.contains(place))):
            yield around
            return
        if scrolls or around is window:
            return
        around = around.parentWidget()
