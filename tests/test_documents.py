"""What the documents promise exists."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.starting import start

ENTER = {"Entrée", "Enter"}
"""What sends what was typed is no action of its own."""

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_the_commands_that_a_document_names_can_be_run(document: str) -> None:
    named = set(re.findall(r"scripts/\w+", (ROOT / document).read_text(encoding="utf-8")))
    assert {"scripts/run", "scripts/test"} <= named
    assert [name for name in sorted(named) if not os.access(ROOT / name, os.X_OK)] == []


def test_every_relative_link_of_a_document_leads_somewhere() -> None:
    dead = [
        f"{document.name}: {target}"
        for document in (*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md")))
        for target in re.findall(r"\]\((?!\w+:|#)([^)#]+)", document.read_text(encoding="utf-8"))
        if not (document.parent / target).exists()
    ]
    assert dead == []


@pytest.mark.ui
@pytest.mark.parametrize("manual", ["manuel.md", "manual.md"])
def test_every_key_that_the_manual_names_does_something(manual: str, qtbot: QtBot, tmp_path: Path) -> None:
    told = set(re.findall(r"`((?:(?:Ctrl|Shift|Maj|Alt)\+)*(?:[A-Z]|F\d+|Entrée|Enter))`", text_of(manual)))
    hook = sys.excepthook
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    shell = start(application, tmp_path)
    qtbot.addWidget(shell)
    shell.context.voice.switch("fr" if manual == "manuel.md" else "en")
    for workspace in ("conduct", "review"):
        shell.view(workspace)
    voice, actions = shell.context.voice, shell.context.actions
    known = {voice.key(key) for action in actions.every() for key in action.keys}
    shell.close()
    sys.excepthook = hook
    assert len(told) > 10
    assert sorted(told - known - ENTER) == []


def text_of(manual: str) -> str:
    return (ROOT / "docs" / manual).read_text(encoding="utf-8")
