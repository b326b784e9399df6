"""Where the focus was, to give it back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


class WayBack:
    """Remembers a widget; one that went meanwhile, or is no longer to be seen, is no way back.

    What had the focus may be an entry of a list that what comes in takes out while something stands over it.
    """

    def __init__(self) -> None:
        self._to: QWidget | None = None

    def remember(self, widget: QWidget | None) -> None:
        """Come back to ``widget``."""
        self._to = widget

    def forget(self) -> None:
        """Come back to nothing: the focus went elsewhere by itself."""
        self._to = None

    def go(self, otherwise: QWidget | None = None) -> None:
        """Give the focus back, once; to ``otherwise`` where that cannot be."""
        before, self._to = self._to, None
        there = before if before is not None and isValid(before) and before.isVisible() else otherwise
        if there is not None:
            there.setFocus(Qt.FocusReason.OtherFocusReason)
