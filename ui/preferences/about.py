"""What this program is, whose it is, and under which licences it and what it uses are given."""

from __future__ import annotations

import PySide6
from PySide6.QtCore import QUrl, qVersion
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

import care_desktop
from care_desktop import paths
from ui import theme
from ui.voice import Voice
from ui.widgets.button import Button
from ui.widgets.text import Label

_GAP, _CARD = 8, 14


class About(QFrame):
    """Version, independence of the State, licences; the LGPL asks that Qt be named where it is used."""

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self.setProperty("role", "pane")
        self._title = Label("text", weight=600)
        self._product, self._ours, self._qt, self._others = (Label("text", "ink2") for _ in range(4))
        self.licences = Button("normal", "folder-open")
        self.licences.clicked.connect(_open_licences)
        foot = QHBoxLayout()
        foot.addWidget(self.licences)
        foot.addStretch(1)
        self._column = QVBoxLayout(self)
        for label in (self._title, self._product, self._ours, self._qt, self._others):
            self._column.addWidget(label)
        self._column.addLayout(foot)
        theme.signals.changed.connect(self._take_sizes)
        self._take_sizes()
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        say = self._voice.say
        self._title.setText(say("preferences.about_title", version=care_desktop.__version__))
        self._product.setText(say("preferences.about"))
        self._ours.setText(say("preferences.about_ours"))
        self._qt.setText(say("preferences.about_qt", qt=qVersion(), pyside=PySide6.__version__))
        self._others.setText(say("preferences.about_others"))
        self.licences.setText(say("preferences.show_licences"))
        self.setAccessibleName(self._title.text())

    def _take_sizes(self) -> None:
        inside = theme.px(_CARD)
        self._column.setContentsMargins(inside, inside, inside, inside)
        self._column.setSpacing(theme.px(_GAP))


def _open_licences() -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths.licences())))
