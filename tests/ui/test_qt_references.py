"""PySide6 6.12.0 on Python 3.11 loses a reference to None with each call, and so ends the process."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.ui

CALLS = 200


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_calls_that_return_none_lose_no_reference_to_it(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        label.setEnabled(True)
    # Other code may drop a few of its own meanwhile; a call that loses one each loses all 200
    assert sys.getrefcount(None) > before - CALLS // 2
