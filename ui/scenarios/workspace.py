"""All the scenarios at hand: those that came with the program, and the user's own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from care_desktop import paths
from ui import theme
from ui.context import Context
from ui.home import remembered
from ui.home.page import Page
from ui.home.shelf import Shelf
from ui.scenarios.checked_card import CheckedCard
from ui.widgets.button import ActionButton
from ui.widgets.text import Label, breakable


class Workspace(QWidget):
    """A card a scenario; what cannot be read is named, with its file."""

    id = "scenarios"

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._shelf = Shelf(paths.scenarios(), context.workspace.scenarios, parent=self)
        self._page = Page()
        self._page.add_beside_title(
            ActionButton(context.actions, context.voice, "home.open_file", show_key=False)
        )
        self._cards = QWidget()
        self._column = QVBoxLayout(self._cards)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._page.add(self._cards)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._page)
        self._shelf.changed.connect(self._show)
        theme.signals.changed.connect(self._show)
        self._show()

    def shown(self) -> None:
        """Look again at what lies in the folders."""
        self._shelf.read()

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self._show()

    def _show(self) -> None:
        say = self._context.voice.say
        self._page.title.setText(say("scenarios.title"))
        self._page.subtitle.setText(say("scenarios.where", path=breakable(self._context.workspace.scenarios)))
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._column.setSpacing(theme.px(12))
        for card in self._shelf.cards:
            shown = CheckedCard(card, self._context)
            shown.prepared.connect(self._prepare)
            self._column.addWidget(shown)
        for path in self._shelf.unreadable:
            self._column.addWidget(
                Label("text", "warn", text=say("scenarios.unreadable", path=breakable(path)))
            )

    def _prepare(self, path: Path) -> None:
        self._context.settings.set(remembered.SCENARIO, str(path))
        self._context.shell.go("prepare")
