"""The look that the shared controls are tried in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from ui import theme
from ui.voice import Voice


@pytest.fixture
def look(qapp: QApplication) -> Iterator[theme.Look]:
    """Put the light look at 100 % in force, and again afterwards."""
    light = theme.make("light")
    theme.apply(qapp, light)
    yield light
    theme.apply(qapp, light)


@pytest.fixture
def voice(qapp: QApplication) -> Voice:
    return Voice("fr")
