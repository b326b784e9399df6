"""*Ensuite*: the three that come after the next one, on wide screens."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from care_desktop.scenario.ids import InjectId
from ui import theme
from ui.conduct.console import Console
from ui.conduct.names import inject_code, inject_title, joined, moment
from ui.conduct.running_order import story_of, to_adapt, waiting_after
from ui.conduct.seen import Seen
from ui.widgets.pane import Rule
from ui.widgets.text import ElidedLabel, Label

_COUNT, _WIDTH = 3, 270


class Then(QWidget):
    """What comes after."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._voice = console.context.voice
        self._word = Label("detail", "sink2", weight=700, wrap=False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._word)
        self._ones = [_One() for _ in range(_COUNT)]
        for one in self._ones:
            self._column.addWidget(one)
        self._column.addStretch(1)
        theme.signals.changed.connect(self._take_sizes)
        self._take_sizes()
        self.retranslate()

    def refresh(self, seen: Seen, following: InjectId | None) -> None:
        """Show those that wait after the next one."""
        after = waiting_after(seen, following, _COUNT)
        for one, inject in zip(self._ones, (*after, *[None] * _COUNT), strict=False):
            one.setVisible(inject is not None)
            if inject is not None:
                at = story_of(seen, inject)
                adapt = self._voice.say("conduct.to_adapt") if to_adapt(seen, inject) else ""
                hour = "" if at is None else moment(seen, at)
                one.show_one(joined(hour, inject_code(seen, inject), adapt), inject_title(seen, inject))

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._word.setText(self._voice.say("conduct.then_word"))

    def _take_sizes(self) -> None:
        self._column.setSpacing(theme.px(6))
        self.setFixedWidth(theme.px(_WIDTH))


class _One(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._when = ElidedLabel("detail", "sink2", tabular=True)
        self._title = ElidedLabel("text", "sink", weight=600)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._when)
        words.addWidget(self._title)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Rule(vertical=True, stage=True))
        row.addLayout(words, 1)

    def show_one(self, when: str, title: str) -> None:
        """Show one that waits."""
        self._when.setText(when)
        self._title.setText(title)
