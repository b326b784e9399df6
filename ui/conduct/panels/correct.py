"""*Corriger*: other words for an inject that is to come."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from care_desktop.exercise.commands import CorrectInject
from care_desktop.scenario.ids import InjectId
from ui import fonts, theme
from ui.conduct.console import Console
from ui.conduct.names import inject_code, inject_title
from ui.conduct.panels.panel import Panel
from ui.conduct.up_next import words_of
from ui.widgets.button import Button
from ui.widgets.text import Label


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
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._replace)
        self._page = QVBoxLayout()
        for widget in (self._name, self._hint):
            self._page.addWidget(widget)
        self._page.addWidget(self.text, 1)
        self._page.addLayout(foot)
        self.body.addLayout(self._page, 1)
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

    def first(self) -> QWidget:
        """The words."""
        return self.text

    def _send(self) -> None:
        words = self.console.words(self.text.toPlainText())
        if words is None or self._inject is None:
            self.text.setFocus()
            return
        self.console.send(CorrectInject(self._inject, words))
        self._inject = None
        self.closed.emit()

    def _take_widths(self) -> None:
        side = theme.px(16)
        self._page.setContentsMargins(side, theme.px(12), side, theme.px(12))
        self._page.setSpacing(theme.px(8))
        self.text.setFont(fonts.font("say"))
