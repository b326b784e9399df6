"""*Corriger*: other words for an inject that is to come."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from care_desktop.exercise.commands import CorrectInject
from care_desktop.scenario.ids import InjectId
from ui import fonts, theme
from ui.conduct.console import Console
from ui.conduct.names import inject_code, inject_title
from ui.conduct.panels.panel import Panel
from ui.conduct.panels.parts import Foot, Part, Parts
from ui.conduct.scrolling import Column
from ui.conduct.up_next import words_of
from ui.widgets.button import Button
from ui.widgets.text import Label

_LEAST = 72
"""How high the words are at 100 % at least: what lacks room then scrolls."""


class _Draft(NamedTuple):
    inject: InjectId
    words: str | None


class CorrectPanel(Panel):
    """The words as they would be told, to be changed."""

    def __init__(self, console: Console) -> None:
        super().__init__(console, "pencil")
        say = self.voice.say
        self._inject: InjectId | None = None
        self._name = Label("section")
        self._hint = Label("detail", "ink2", text=say("conduct.correct_hint"))
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(say("conduct.sheet_words"))
        self._replace = Button("primary", text=say("conduct.replace_words"))
        self._replace.clicked.connect(self._send)
        page = Column(side=16, spacing=8)
        for widget in (self._name, self._hint):
            page.inside.addWidget(widget)
        page.inside.addWidget(self.text, 1)
        self.set_body(Parts(Part(page), foot=Foot(self._replace)))
        theme.signals.changed.connect(self._take_widths)
        self._take_widths()

    def begin(self, what: object) -> None:
        """About an inject that is to come."""
        seen = self.console.seen
        inject = what if isinstance(what, str) else self.console.following
        if seen is None or inject is None or inject == self._inject:
            return
        self._inject = inject
        self.set_title(self.voice.say("conduct.correct_of", code=inject_code(seen, inject)))
        self._name.setText(inject_title(seen, inject))
        self.text.setPlainText(words_of(seen, inject))

    def draft(self) -> object:
        """The inject, and its words if they were changed: else they come in the language of now."""
        if self._inject is None:
            return None
        return _Draft(self._inject, self.text.toPlainText() if self.is_begun() else None)

    def take_up(self, draft: object) -> None:
        """Hold the words that were being changed."""
        if isinstance(draft, _Draft):
            self.begin(draft.inject)
            if draft.words is not None:
                self.text.setPlainText(draft.words)

    def first(self) -> QWidget:
        """The words."""
        return self.text

    def is_begun(self) -> bool:
        """The words are no longer those that would be told."""
        seen = self.console.seen
        if seen is None or self._inject is None:
            return False
        return self.text.toPlainText().strip() != words_of(seen, self._inject).strip()

    def submit(self) -> None:
        """Replace the words."""
        self._send()

    def _send(self) -> None:
        words = self.console.words(self.text.toPlainText())
        if words is None or self._inject is None:
            self.text.setFocus()
            return
        self.console.send(CorrectInject(self._inject, words))
        self._inject = None
        self.closed.emit()

    def _take_widths(self) -> None:
        self.text.setMinimumHeight(theme.px(_LEAST))
        self.text.setFont(fonts.font("say"))
