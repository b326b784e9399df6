"""The window opens, or says in words why it cannot."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from care_desktop.__main__ import main
from ui.app import has_display

pytestmark = pytest.mark.ui


@pytest.mark.parametrize(
    ("environment", "platform", "shown"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_a_display_is_seen_where_qt_would_find_one(
    environment: dict[str, str], platform: str, *, shown: bool
) -> None:
    assert has_display(environment, platform) is shown


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
def test_without_a_display_three_sentences_and_no_crash(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(variable, raising=False)
    assert main([]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 3


def test_without_qt_or_the_libraries_it_needs_three_sentences_that_name_the_missing_one(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtWidgets", None)
    assert main([]) == 2
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 3
    assert "PySide6.QtWidgets" in said[0]


@pytest.mark.usefixtures("qapp")
def test_the_window_opens_with_its_name_and_ends_the_program_when_closed() -> None:
    titles: list[str] = []

    def look_and_close() -> None:
        titles.extend(window.windowTitle() for window in QApplication.topLevelWidgets() if window.isVisible())
        QApplication.closeAllWindows()

    QTimer.singleShot(0, look_and_close)
    assert main([]) == 0
    assert titles == ["CaRE Desktop"]
