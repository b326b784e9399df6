"""*Improviser*: an inject that no script holds; it becomes the next one."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from care_desktop.exercise.commands import ImproviseInject
from care_desktop.scenario.ids import CellId
from care_desktop.scenario.script import Channel
from ui import fonts, theme
from ui.conduct.console import Console
from ui.conduct.panels.panel import Panel
from ui.conduct.panels.parts import Foot, Part, Parts
from ui.conduct.scrolling import Column
from ui.widgets.button import Button
from ui.widgets.field import Captioned, Choice
from ui.widgets.text import Label
from ui.widgets.tick import TickBox

CHANNELS = {
    Channel.CALL: "conduct.channel_call",
    Channel.IN_PERSON: "conduct.channel_in_person",
    Channel.EMAIL: "conduct.channel_email",
    Channel.SMS: "conduct.channel_sms",
    Channel.DOCUMENT: "conduct.channel_document",
    Channel.PRESS: "conduct.channel_press",
    Channel.BROADCAST: "conduct.channel_broadcast",
    Channel.SOCIAL: "conduct.channel_social",
    Channel.ALERT: "conduct.channel_alert",
    Channel.NOTICE: "conduct.channel_notice",
}
_SIDE, _LEAST = 272, 72


class _Draft(NamedTuple):
    channel: str
    cells: frozenset[CellId]
    words: str


class ImprovisePanel(Panel):
    """By which way, to whom, which words."""

    def __init__(self, console: Console) -> None:
        super().__init__(console, "plus")
        say = self.voice.say
        self.set_title(say("action.conduct.improvise"))
        self._channel = Choice([(channel.value, say(key)) for channel, key in CHANNELS.items()])
        self._boxes: dict[CellId, TickBox] = {}
        self._to = QVBoxLayout()
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(say("conduct.improvise_hint"))
        self.text.setAccessibleName(say("conduct.sheet_words"))
        self._add = Button("primary", text=say("conduct.add_next"))
        self._add.clicked.connect(self._send)
        side = Column(side=16, spacing=8)
        left = side.inside
        left.addWidget(Captioned(say("conduct.by_channel"), self._channel))
        left.addWidget(Label("text", text=say("conduct.recipients"), weight=600))
        left.addLayout(self._to)
        left.addStretch(1)
        page = Column(side=16)
        page.inside.addWidget(self.text, 1)
        self.set_body(Parts(Part(side, _SIDE), Part(page), foot=Foot(self._add)))
        theme.signals.changed.connect(self._take_widths)
        self._take_widths()

    def begin(self, _what: object) -> None:
        """What was begun stays."""
        seen = self.console.seen
        if seen is None or self._boxes:
            return
        for cell in seen.index.script.cells:
            box = TickBox(self.voice.text(cell.name))
            self._to.addWidget(box)
            self._boxes[cell.id] = box

    def draft(self) -> object:
        """The way, the recipients and the words."""
        ticked = frozenset(cell for cell, box in self._boxes.items() if box.isChecked())
        return _Draft(self._channel.value(), ticked, self.text.toPlainText())

    def take_up(self, draft: object) -> None:
        """Hold the way, the recipients and the words."""
        if isinstance(draft, _Draft):
            self.begin(None)
            self._channel.choose(draft.channel)
            self.text.setPlainText(draft.words)
            for cell in draft.cells:
                self._boxes[cell].setChecked(True)

    def first(self) -> QWidget:
        """The words."""
        return self.text

    def is_begun(self) -> bool:
        """Words were typed, or somebody ticked."""
        return bool(self.text.toPlainText().strip()) or any(box.isChecked() for box in self._boxes.values())

    def submit(self) -> None:
        """Make it the next one."""
        self._send()

    def _send(self) -> None:
        words = self.console.words(self.text.toPlainText())
        if words is None:
            self.text.setFocus()
            return
        cells = tuple(cell for cell, box in self._boxes.items() if box.isChecked())
        self.console.improvise(ImproviseInject(Channel(self._channel.value()), cells, words))
        self.text.clear()
        for box in self._boxes.values():
            box.setChecked(False)
        self.closed.emit()

    def _take_widths(self) -> None:
        self.text.setMinimumHeight(theme.px(_LEAST))
        self.text.setFont(fonts.font("say"))
