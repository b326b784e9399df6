"""Putting the window together, and what can wait until it has been painted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from care_desktop.errors import UserError
from care_desktop.language import Message
from care_desktop.session.bulk import collector_paused
from care_desktop.session.clock_source import ClockSource
from care_desktop.workspace.place import Workspace
from ui import fonts, icons, theme
from ui.bridge import Bridge
from ui.bugs import Bugs
from ui.settings import Settings
from ui.shell import FIRST, PRODUCT, Shell
from ui.voice import Voice

_AT_FAULT = 2


def run(application: QApplication) -> int:
    """Show the main window until it is closed; where it cannot start, say why in one that can."""
    try:
        window = start(application)
    except UserError as error:
        from ui.frame.not_started import NotStarted

        theme.apply(application, theme.make())
        instead = NotStarted(error, lambda folder: start(application, folder), Voice())
        instead.show()
        code = application.exec()
        return _AT_FAULT if instead.started is None else code
    code = application.exec()
    del window  # it lived until here
    return code


def start(application: QApplication, folder: Path | None = None, clock: ClockSource | None = None) -> Shell:
    """Show the main window on the workspace in ``folder``, the user's own where none is named.

    Raises ``UserError`` if nothing can be kept there.
    """
    application.setApplicationName(PRODUCT)
    application.setApplicationDisplayName(PRODUCT)
    application.setDesktopFileName("care-desktop")
    workspace = Workspace.open(folder)
    # Qt's dialogs of files keep where one was: with all the rest, not in a folder that nobody told of
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(workspace.folder))
    settings = Settings(workspace.settings)
    bugs = Bugs(application)
    bugs.install()
    theme.apply(application, theme.make(settings.get("theme", "system"), settings.get("text_percent", 100)))
    if fonts.missing() and not QFontMetrics(QFont()).inFont("e"):
        raise UserError("window.no_font")
    with collector_paused():
        shell = Shell(workspace, settings, bugs, Bridge(workspace, clock))
        shell.painted.connect(lambda: _look_around(shell, workspace))
        shell.go(FIRST)
        shell.show()
    return shell


def _look_around(shell: Shell, workspace: Workspace) -> None:
    """What the first paint need not wait for: who else is here, and whether this is a good place."""
    from care_desktop.session.warming import warm_up
    from care_desktop.workspace.lock import Outcome, WorkspaceLock
    from ui.qt_words import QtWords

    lock = WorkspaceLock(workspace.lock)
    try:
        if lock.acquire() is Outcome.TAKEN_BY_ANOTHER:
            shell.read_only(lock.taken())
    except UserError as error:
        shell.troubles.warn(error)
    shell.destroyed.connect(lock.release)
    for concern in workspace.concerns():
        shell.remark(concern)
    if fonts.missing():
        shell.remark(Message("frame.other_faces"))
    shell.setWindowIcon(icons.application_icon())
    QtWords(shell.context.voice, shell)
    shell.has_looked_around = True
    QTimer.singleShot(0, shell, warm_up)
