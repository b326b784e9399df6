"""What is read: the event in large, the question, the choices, what followed."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from ui import icons, theme
from ui.alone.choices import Choices
from ui.alone.telling import Scene
from ui.conduct.scrolling import Column
from ui.voice import Voice
from ui.widgets.text import Label


class Body(Column):
    """One scene at a time, made anew for each; it scrolls where it is too long."""

    def __init__(self, voice: Voice) -> None:
        super().__init__(side=28, spacing=16)
        self._voice = voice
        self.choices: Choices | None = None

    def show_scene(self, scene: Scene) -> None:
        """Show a scene from its top."""
        self._clear()
        if scene.lead or scene.text:
            self.inside.addWidget(self._card(scene))
        if scene.question:
            self.inside.addWidget(Label("page", text=scene.question))
        if scene.hint:
            self.inside.addWidget(Label("aside", "ink2", text=scene.hint))
        if scene.choices is not None:
            self.choices = Choices(self._voice, scene.choices)
            self.inside.addWidget(self.choices)
            for card in self.choices.cards:
                card.toggled.connect(lambda _on, card=card: self.ensureWidgetVisible(card))
        self.inside.addStretch(1)
        self._have_room()
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the words the height that they need at this width."""
        super().resizeEvent(event)
        self._have_room()

    def _have_room(self) -> None:
        """Let nothing be squeezed: a scroll area by itself does not ask how high words are once they wrap."""
        holder = self.widget()
        if holder is not None:
            holder.setMinimumHeight(max(0, self.inside.totalHeightForWidth(self.viewport().width())))

    def leaf(self, by: int) -> None:
        """Scroll by so many pages."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + by * bar.pageStep())

    def _card(self, scene: Scene) -> QFrame:
        card = QFrame()
        card.setProperty("role", "pane")
        column = QVBoxLayout(card)
        side = theme.px(28)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(theme.px(14))
        if scene.lead:
            column.addLayout(self._lead(scene))
        if scene.text:
            column.addWidget(Label("tale", text=scene.text))
        if scene.more:
            column.addWidget(Label("aside", "ink2", text=scene.more))
        return card

    def _lead(self, scene: Scene) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.px(10))
        if scene.icon:
            picture = QLabel()
            picture.setPixmap(icons.pixmap(scene.icon, 24, "acc", self.devicePixelRatioF()))
            line.addWidget(picture)
        line.addWidget(Label("section", "acc", text=scene.lead), 1)
        return line

    def _clear(self) -> None:
        self.choices = None
        while (item := self.inside.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
