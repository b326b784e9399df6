"""*Corriger une ligne*: what should have been written; the line itself stays in the journal."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtWidgets import QPlainTextEdit

from care_desktop.exercise.commands import Amend
from care_desktop.journal.records import Seq
from ui import fonts, theme
from ui.conduct.console import Console
from ui.conduct.journal_rows import row_of
from ui.conduct.panels.panel import Panel
from ui.conduct.panels.parts import Foot, Part, Parts
from ui.conduct.scrolling import Column
from ui.widgets.button import Button
from ui.widgets.text import Label

_LEAST = 72
"""How high the words are at 100 % at least: what lacks room then scrolls."""


class _Draft(NamedTuple):
    of: Seq
    words: str


class AmendPanel(Panel):
    """The line as it was typed, to be changed into what is right."""

    def __init__(self, console: Console) -> None:
        super().__init__(console, "pencil")
        say = self.voice.say
        self._of: Seq | None = None
        self._typed = ""
        self._original = Label("text")
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(say("conduct.amend_words"))
        self._add = Button("primary", text=say("conduct.amend_add"))
        self._add.clicked.connect(self.submit)
        page = Column(side=16, spacing=8)
        page.inside.addWidget(self._original)
        page.inside.addWidget(Label("detail", "ink2", text=say("conduct.amend_hint")))
        page.inside.addWidget(self.text, 1)
        self.set_body(Parts(Part(page), foot=Foot(self._add)))
        theme.signals.changed.connect(self._take_widths)
        self._take_widths()

    def begin(self, what: object) -> None:
        """About an event that has words of its own; what was begun about it stays."""
        seen = self.console.seen
        if seen is None or not isinstance(what, int) or what == self._of:
            return
        row = row_of(seen, seen.event(Seq(what)))
        if row is None:
            return
        self._of, self._typed = Seq(what), row.typed
        self.set_title(self.voice.say("conduct.amend_of", hour=row.hour))
        self._original.setText(f"{row.about} · {row.text}")
        self.text.setPlainText(row.typed)

    def draft(self) -> object:
        """What is being corrected, and the words."""
        return None if self._of is None else _Draft(self._of, self.text.toPlainText())

    def take_up(self, draft: object) -> None:
        """Hold the words that were being changed."""
        if isinstance(draft, _Draft):
            self.begin(draft.of)
            self.text.setPlainText(draft.words)

    def first(self) -> QPlainTextEdit:
        """The words."""
        return self.text

    def is_begun(self) -> bool:
        """The words are other ones."""
        return self.text.toPlainText().strip() != self._typed.strip()

    def submit(self) -> None:
        """Add what is right to the journal."""
        words = self.console.words(self.text.toPlainText())
        if words is None or self._of is None or not self.is_begun():
            self.text.setFocus()
            return
        self.console.send(Amend(self._of, words))
        self._of = None
        self.closed.emit()

    def _take_widths(self) -> None:
        self.text.setFont(fonts.font("say"))
        self.text.setMinimumHeight(theme.px(_LEAST))
