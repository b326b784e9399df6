"""The whole window, on a workspace of its own and a clock moved by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from care_desktop.session.leaping import LeapingClock
from tests.session.desk import ZERO
from tests.ui.frame.opened import opened
from ui.shell import Shell


@pytest.fixture
def clock() -> LeapingClock:
    return LeapingClock(ZERO)


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path, clock: LeapingClock) -> Iterator[Shell]:
    """The window as it starts, painted, active."""
    with opened(qtbot, tmp_path / "kept", clock) as window:
        yield window
