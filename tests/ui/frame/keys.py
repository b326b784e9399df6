"""Typing as a person does: letters with accents too, which Qt's own test keys cannot."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_PRESSED, _RELEASED = QEvent.Type.KeyPress, QEvent.Type.KeyRelease


def press(window: QWidget, key: str) -> None:
    """Press and let go of a key or a combination, where the focus is."""
    combination: QKeyCombination = QKeySequence(key)[0]  # type: ignore[index]
    QTest.keyClick(focused(window), combination.key(), combination.keyboardModifiers())


def focused(window: QWidget) -> QWidget:
    """Where the focus is; in the window itself, where nothing has it."""
    found: QWidget | None = window.focusWidget()
    return window if found is None else found


def write(window: QWidget, text: str) -> None:
    """Type a text where the focus is."""
    for letter in text:
        for kind in (_PRESSED, _RELEASED):
            event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(focused(window), event)
