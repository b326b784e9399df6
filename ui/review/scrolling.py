"""Scroll areas that show the pane they lie on."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea


def see_through(area: QScrollArea) -> None:
    """Paint no ground of its own, nor let what it holds."""
    area.viewport().setAutoFillBackground(False)
    held = area.widget()
    if held is not None:
        held.setAutoFillBackground(False)
