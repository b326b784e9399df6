"""The start of the window: one application, one main window."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from care_desktop.errors import UserError
from care_desktop.session.bulk import collector_paused
from ui import display

_CORE = (
    "care_desktop.session.recovering",
    "care_desktop.session.warming",
    "care_desktop.scenario.choosing",
    "care_desktop.scenario.ids",
    "care_desktop.scenario.text",
    "care_desktop.workspace.lock",
)


def main(argv: Sequence[str]) -> int:
    """Show the main window until it is closed, and return the exit code."""
    try:
        display.assert_shown(os.environ, sys.platform)
        load()
        from PySide6.QtWidgets import QApplication
    except ImportError as error:
        raise UserError("window.no_libraries", detail=str(error)) from error
    from ui.starting import run

    found = QApplication.instance()
    application = found if isinstance(found, QApplication) else QApplication(["CaRE Desktop", *argv])
    return run(application)


def load() -> None:
    """Import what the window is made of; all of it stays, so the collector need not look for more.

    The core comes before Qt: PySide reads the source of each module that comes after it. Raises
    ``ImportError`` if a library is missing.
    """
    with collector_paused():
        for module in _CORE:
            import_module(module)
        import_module("ui.starting")
