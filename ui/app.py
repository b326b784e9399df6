"""The start of the window: one application, one main window."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

from care_desktop.errors import UserError


def main(argv: Sequence[str]) -> int:
    """Show the main window until it is closed, and return the exit code."""
    if not has_display(os.environ, sys.platform):
        raise UserError("window.no_display")
    try:
        from PySide6.QtWidgets import QApplication
    except ImportError as error:
        raise UserError("window.no_libraries", detail=str(error)) from error
    from ui.starting import start

    found = QApplication.instance()
    application = found if isinstance(found, QApplication) else QApplication(["CaRE Desktop", *argv])
    start(application)
    return application.exec()


def has_display(environment: Mapping[str, str], platform: str) -> bool:
    """Tell whether a window can be shown. Qt ends the whole process where it cannot."""
    if platform in {"win32", "darwin"}:
        return True
    return any(environment.get(name) for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"))
