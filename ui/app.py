"""The start of the window: one application, one main window."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from care_desktop.errors import UserError
from ui import display


def main(argv: Sequence[str]) -> int:
    """Show the main window until it is closed, and return the exit code."""
    try:
        display.assert_shown(os.environ, sys.platform)
        from PySide6.QtWidgets import QApplication
    except ImportError as error:
        raise UserError("window.no_libraries", detail=str(error)) from error
    from ui.starting import run

    found = QApplication.instance()
    application = found if isinstance(found, QApplication) else QApplication(["CaRE Desktop", *argv])
    return run(application)
