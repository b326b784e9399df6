"""What Qt itself says is in the language of the window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from ui.shell import Shell

pytestmark = pytest.mark.ui


def labels(qtbot: QtBot) -> set[str]:
    """What stands beside the fields of a file dialog."""
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    return {label.text().replace("&", "") for label in dialog.findChildren(QLabel)}


def test_a_file_dialog_is_in_the_language_of_the_window_throughout(qtbot: QtBot, shell: Shell) -> None:
    french = {"Chercher dans\u00a0:", "Type de fichiers\u00a0:"}
    assert french <= labels(qtbot)
    shell.context.settings.set("language", "en")
    shell.take_settings()
    assert not french & labels(qtbot)


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
