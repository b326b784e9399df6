"""Dialogs that ask for a file or a folder: in the language of the window, where one was the last time."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.settings import Settings
from ui.voice import Voice


def make_dialog(parent: QWidget, voice: Voice, title: str) -> QFileDialog:
    """A dialog of the system, or of Qt where the system speaks another language than the window."""
    dialog = QFileDialog(parent, title)
    same = QLocale.system().language() == QLocale(voice.language).language()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog, not same)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog


def begin_where_left(dialog: QFileDialog, settings: Settings, key: str, first: str = "") -> None:
    """Begin in the folder kept under ``key``, else in ``first``, else at home; keep what is chosen.

    Without a folder that is there, Qt would begin in the current one: that of the program, at times.
    """
    there = (place for place in (settings.get(key, ""), first) if place and Path(place).is_dir())
    dialog.setDirectory(next(there, str(Path.home())))
    dialog.fileSelected.connect(lambda path: settings.set(key, str(Path(path).parent)))
