"""What Qt itself says is in the language of the window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ui.shell import Shell

pytestmark = pytest.mark.ui


def offered(qtbot: QtBot) -> str:
    """The menu that a right click opens in a text field."""
    field = QLineEdit()
    qtbot.addWidget(field)
    return " ".join(action.text() for action in field.createStandardContextMenu().actions())


def test_the_menu_of_a_text_field_is_in_the_language_of_the_window(qtbot: QtBot, shell: Shell) -> None:
    assert "Co&ller" in offered(qtbot)
    shell.context.settings.set("language", "en")
    shell.take_settings()
    assert "&Paste" in offered(qtbot)
