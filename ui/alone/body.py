"""What is read: the event in large, the question, the choices, what followed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from care_desktop.scenario.ids import OptionId
from ui import theme
from ui.alone.choices import Choices
from ui.alone.telling import Change, Gesture, Scene
from ui.conduct.scrolling import Column
from ui.voice import Voice
from ui.widgets.button import Button
from ui.widgets.pane import IconLabel
from ui.widgets.text import Label

_SHORT = 150
"""Up to so many letters a text is told in the largest size."""
_LARGE = 17
"""From this size of text on everything is large, and what is told has to fit too."""


class Body(Column):
    """One scene at a time, made anew for each; it scrolls where it is too long."""

    asked = Signal(str)

    def __init__(self, voice: Voice) -> None:
        super().__init__(side=28, spacing=14)
        self._voice = voice
        self.choices: Choices | None = None

    def show_scene(self, scene: Scene, chosen: tuple[OptionId | None, str] | None = None) -> None:
        """Show a scene from its top; ``chosen`` is the answer that is to be corrected."""
        self._clear()
        if scene.choices is None:
            self.inside.addWidget(self._card(scene), 1 if scene.question else 0)
            if scene.question:
                self.inside.addLayout(self._question(scene))
            elif scene.hint:
                self.inside.addWidget(Label("aside", "ink2", text=scene.hint))
        else:
            self.inside.addWidget(Label("page", text=scene.title))
            self.inside.addWidget(Label("aside", "ink2", text=f"{scene.question} {scene.hint}"))
            self.choices = Choices(self._voice, scene.choices, chosen)
            self.inside.addWidget(self.choices)
            for card in self.choices.cards:
                card.toggled.connect(lambda _on, card=card: self.ensureWidgetVisible(card))
        if scene.choices is not None or not scene.question:
            self.inside.addStretch(1)
        self._have_room()
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the words the height that they need at this width."""
        super().resizeEvent(event)
        self._have_room()

    def leaf(self, by: int) -> None:
        """Scroll by so many pages."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + by * bar.pageStep())

    def _have_room(self) -> None:
        """Let nothing be squeezed: a scroll area by itself does not ask how high words are once they wrap."""
        holder = self.widget()
        if holder is not None:
            holder.setMinimumHeight(max(0, self.inside.totalHeightForWidth(self.viewport().width())))

    def _card(self, scene: Scene) -> QFrame:
        card = QFrame()
        card.setProperty("role", "pane")
        column = QVBoxLayout(card)
        side = theme.px(28)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(theme.px(14))
        if scene.lead:
            column.addLayout(self._lead(scene))
        if scene.title:
            column.addWidget(Label("section", text=scene.title))
        short, large = len(scene.text) <= _SHORT, theme.current().base > _LARGE
        role = ("tale" if short else "page") if large else ("short_tale" if short else "tale")
        for paragraph in filter(None, scene.text.split("\n")):
            column.addWidget(Label(role, text=paragraph, weight=500))
        for paragraph in filter(None, scene.more.split("\n")):
            column.addWidget(Label("aside", "ink2", text=paragraph))
        for change in scene.changes:
            column.addLayout(self._change(change))
        if scene.gestures:
            column.addLayout(self._gestures(scene.gestures))
        column.addStretch(1)
        return card

    def _lead(self, scene: Scene) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.px(10))
        if scene.icon:
            line.addWidget(IconLabel(scene.icon, 24, "acc"), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.addWidget(Label("section", "acc", text=scene.lead))
        if scene.to:
            words.addWidget(Label("say", "ink2", text=scene.to))
        line.addLayout(words, 1)
        return line

    def _question(self, scene: Scene) -> QHBoxLayout:
        line, words = QHBoxLayout(), QVBoxLayout()
        line.setSpacing(theme.px(16))
        words.setSpacing(theme.px(2))
        words.addWidget(Label("page", text=scene.question))
        words.addWidget(Label("aside", "ink2", text=scene.hint))
        line.addWidget(IconLabel("messages-square", 40, "acc"))
        line.addLayout(words, 1)
        return line

    def _change(self, change: Change) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.px(10))
        line.addWidget(IconLabel(change.icon, 20, change.tone))
        line.addWidget(Label("aside", text=change.words), 1)
        return line

    def _gestures(self, gestures: tuple[Gesture, ...]) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.px(12))
        for gesture in gestures:
            button = Button(icon=gesture.icon, text=gesture.words)
            button.clicked.connect(lambda _on=False, does=gesture.does: self.asked.emit(does))
            line.addWidget(button)
        line.addStretch(1)
        return line

    def _clear(self) -> None:
        self.choices = None
        _empty(self.inside)


def _empty(layout: QVBoxLayout | QHBoxLayout) -> None:
    """Take all out of a layout, and out of those in it."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif isinstance(inner, QVBoxLayout | QHBoxLayout):
            _empty(inner)
