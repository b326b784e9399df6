"""Qt's own words, in file dialogs and the menus of text fields, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator

from ui.voice import Voice

_UNTRANSLATED = {
    "Look in:": "qt.look_in",
    "Files of type:": "qt.files_of_type",
    "Folder": "qt.folder",
}
"""What file dialogs say in English in every language: Qt's own catalogues lack it."""


class _Lacking(QTranslator):
    """Asked after Qt's own translations, which know nearly all."""

    def __init__(self, voice: Voice, parent: QObject) -> None:
        super().__init__(parent)
        self._voice = voice

    def translate(self, _context: str, source: str, _which: str | None = None, _n: int = -1) -> str:
        """Say what is known here; all else stays as it is."""
        key = _UNTRANSLATED.get(source.replace("&", ""))
        return source if key is None else self._voice.say(key)

    def isEmpty(self) -> bool:
        """Have something to say."""
        return False


class QtWords(QObject):
    """Follows the language; where Qt came without its translations its words stay English."""

    def __init__(self, voice: Voice, parent: QObject) -> None:
        super().__init__(parent)
        self._voice = voice
        self._translator = QTranslator(self)
        QCoreApplication.installTranslator(_Lacking(voice, self))
        voice.changed.connect(self._speak)
        self._speak()

    def _speak(self) -> None:
        QCoreApplication.removeTranslator(self._translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{self._voice.language}", folder):
            QCoreApplication.installTranslator(self._translator)
