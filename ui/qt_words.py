"""Qt's own words, in file dialogs and the menus of text fields, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator

from ui.voice import Voice


class QtWords(QObject):
    """Follows the language; where Qt came without its translations its words stay English."""

    def __init__(self, voice: Voice, parent: QObject) -> None:
        super().__init__(parent)
        self._voice = voice
        self._translator = QTranslator(self)
        voice.changed.connect(self._speak)
        self._speak()

    def _speak(self) -> None:
        QCoreApplication.removeTranslator(self._translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{self._voice.language}", folder):
            QCoreApplication.installTranslator(self._translator)
