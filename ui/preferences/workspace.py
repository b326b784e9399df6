"""The preferences: language, colours, size of text, and where everything is kept."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

import care_desktop
from ui import theme
from ui.context import Context
from ui.widgets.button import Button
from ui.widgets.segmented import Segmented
from ui.widgets.text import Label

LANGUAGES = ("fr", "en")
SIZES = ("100", "125", "150", "200")
_LABEL = 170


class Workspace(QWidget):
    """Each choice takes effect at once, and is taken back by choosing again."""

    id = "preferences"

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setProperty("role", "page")
        self._title = Label("page")
        self._labels = [Label("text", weight=500) for _ in range(4)]
        self.tongue = Segmented([(key, "") for key in LANGUAGES])
        self.colours = Segmented([(key, "") for key in theme.NAMES])
        self.text_size = Segmented([(key, "") for key in SIZES])
        self._folder = Label("text", "ink2")
        self._show = Button("normal", "folder-open")
        self._about = Label("detail", "ink2")
        self._page = QWidget()
        self._column = QVBoxLayout(self._page)
        self._card = QFrame()
        self._card.setProperty("role", "pane")
        self._grid = QGridLayout(self._card)
        self._fill()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self.tongue.chosen.connect(lambda key: context.settings.set("language", key))
        self.colours.chosen.connect(lambda key: context.settings.set("theme", key))
        self.text_size.chosen.connect(lambda key: context.settings.set("text_percent", int(key)))
        for choice in (self.tongue, self.colours, self.text_size):
            choice.chosen.connect(lambda _key: context.shell.take_settings())
        self._show.clicked.connect(self._show_folder)
        theme.signals.changed.connect(self._take_sizes)
        context.voice.changed.connect(self.retranslate)
        self._take_sizes()
        self.retranslate()

    def shown(self) -> None:
        """Come to the front as things are."""
        settings = self._context.settings
        self.tongue.choose(self._context.voice.language)
        self.colours.choose(settings.get("theme", "system"))
        self.text_size.choose(str(settings.get("text_percent", 100)))

    def retranslate(self) -> None:
        """Say it in the language in force."""
        say = self._context.voice.say
        self._title.setText(say("preferences.title"))
        names = ("preferences.language", "preferences.theme", "preferences.size", "preferences.folder")
        for label, name in zip(self._labels, names, strict=True):
            label.setText(say(name))
        for choice, name in ((self.tongue, names[0]), (self.colours, names[1]), (self.text_size, names[2])):
            choice.setAccessibleName(say(name))
        self.tongue.set_texts(["Français", "English"])
        self.colours.set_texts(
            [
                say("preferences.theme_system"),
                say("preferences.theme_light"),
                say("preferences.theme_dark"),
                say("preferences.theme_contrast"),
            ]
        )
        self.text_size.set_texts([f"{size}\u00a0%" for size in SIZES])
        self._folder.setText(str(self._context.workspace.folder))
        self._show.setText(say("preferences.show_folder"))
        self._about.setText(say("preferences.about", version=care_desktop.__version__))

    def _fill(self) -> None:
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._folder, 1)
        row.addWidget(self._show)
        for line, widget in enumerate((self.tongue, self.colours, self.text_size, place)):
            self._grid.addWidget(self._labels[line], line, 0)
            self._grid.addWidget(widget, line, 1)
        self._grid.setColumnStretch(1, 1)
        self._column.addWidget(self._title)
        self._column.addWidget(self._card)
        self._column.addWidget(self._about)
        self._column.addStretch(1)

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._context.workspace.folder)))

    def _take_sizes(self) -> None:
        margin = theme.px(28)
        self._column.setContentsMargins(margin, theme.px(20), margin, margin)
        self._column.setSpacing(theme.px(16))
        self._grid.setContentsMargins(theme.px(14), theme.px(14), theme.px(14), theme.px(14))
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(theme.px(12))
        self._grid.setColumnMinimumWidth(0, theme.px(_LABEL))
