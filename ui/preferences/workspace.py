"""The preferences: language, colours, size of text, and where everything is kept."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui import theme
from ui.context import Context
from ui.preferences.about import About
from ui.widgets.button import Button
from ui.widgets.segmented import Segmented
from ui.widgets.text import Label, breakable

LANGUAGES = ("fr", "en")
SIZES = tuple(str(percent) for percent in theme.PERCENTS)
_LABEL, _GAP, _PAGE, _CARD = 170, 12, 28, 14


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
        self.about = About(context.voice)
        self._page = QWidget()
        self._column = QVBoxLayout(self._page)
        self._card = QFrame()
        self._card.setProperty("role", "pane")
        self._grid = QGridLayout(self._card)
        self._fields = self._make_fields()
        self._stacked: bool | None = None
        for widget in (self._title, self._card, self.about):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
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
        self._choose()

    def show_about(self) -> None:
        """Bring what this program is, and its licences, into sight."""
        self.about.licences.setFocus()
        # A page that was not shown before is laid out only afterwards
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self.about))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name the choices beside them, or above them where that leaves too little."""
        super().resizeEvent(event)
        self._arrange()

    def _choose(self) -> None:
        settings = self._context.settings
        self.tongue.choose(self._context.voice.language)
        self.colours.choose(settings.get("theme", "system"))
        self.text_size.choose(str(settings.get("text_percent", 100)))

    def retranslate(self) -> None:
        """Say it in the language in force."""
        say = self._context.voice.say
        self._title.setText(say("preferences.title"))
        self._scroll.setAccessibleName(say("preferences.title"))
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
        self.text_size.set_texts([say("window.percent", n=size) for size in SIZES])
        self._folder.setText(breakable(self._context.workspace.folder))
        self._folder.setAccessibleName(str(self._context.workspace.folder))
        self._show.setText(say("preferences.show_folder"))
        self.about.retranslate()
        self._arrange()

    def _make_fields(self) -> tuple[QWidget, ...]:
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._folder, 1)
        row.addWidget(self._show)
        return self.tongue, self.colours, self.text_size, place

    def _arrange(self) -> None:
        widest = max(field.minimumSizeHint().width() for field in self._fields)
        needs = widest + theme.px(_LABEL + _GAP + 2 * _CARD + 2 * _PAGE)
        stacked = self.width() < needs
        if stacked == self._stacked:
            return
        self._stacked = stacked
        for line, (label, field) in enumerate(zip(self._labels, self._fields, strict=True)):
            self._grid.addWidget(label, 2 * line if stacked else line, 0)
            self._grid.addWidget(field, 2 * line + 1 if stacked else line, 0 if stacked else 1)
        self._grid.setColumnStretch(0, int(stacked))
        self._grid.setColumnStretch(1, int(not stacked))
        self._grid.setColumnMinimumWidth(0, 0 if stacked else theme.px(_LABEL))

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._context.workspace.folder)))

    def _take_sizes(self) -> None:
        margin = theme.px(_PAGE)
        self._column.setContentsMargins(margin, theme.px(20), margin, margin)
        self._column.setSpacing(theme.px(16))
        inside = theme.px(_CARD)
        self._grid.setContentsMargins(inside, inside, inside, inside)
        self._grid.setHorizontalSpacing(theme.px(_GAP))
        self._grid.setVerticalSpacing(theme.px(_GAP))
        self._stacked = None
        self._arrange()
        self._choose()
