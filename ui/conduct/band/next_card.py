"""*Prochain*: what LANCER launches, when it is due, what to say, and what else can be done with it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from care_desktop.scenario.ids import InjectId
from ui import theme
from ui.conduct.band.gestures_row import GesturesRow
from ui.conduct.band.say_block import SayBlock
from ui.conduct.console import Console
from ui.conduct.names import one_line
from ui.conduct.seen import Seen
from ui.conduct.signs import CHANNEL_ICONS
from ui.conduct.up_next import UpNext, due, up_next
from ui.widgets.pane import IconLabel
from ui.widgets.text import ElidedLabel, Label


class NextCard(QWidget):
    """The next inject in words."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console, self._voice = console, console.context.voice
        self._inject: InjectId | None = None
        self._shown: UpNext | None = None
        self._mark = IconLabel("chevron-right", 16, "go")
        self._word = Label("detail", "go", weight=700, wrap=False)
        self._place = ElidedLabel("detail", "sink2", tabular=True)
        self.due = Label("detail", "sink", weight=700, tabular=True, wrap=False)
        self.title = ElidedLabel("clock", "sink")
        self._way = _Detail(), ElidedLabel("text", "sink2")
        self._asks = _Detail("gavel"), ElidedLabel("text", "sink2")
        self._asks[1].setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._remark = _Detail("flag", "stageWarn"), ElidedLabel("text", "stageWarn")
        self.say = SayBlock(self._voice)
        self.say.clicked.connect(lambda: self._console.open("sheet", self._inject))
        self.gestures = GesturesRow(console)
        self._lay_out()
        theme.signals.changed.connect(self._take_sizes)
        self._take_sizes()
        self.retranslate()

    def refresh(self, seen: Seen, following: InjectId | None) -> None:
        """Show the next one, or that there is none."""
        self._inject = following
        shown = None if following is None else up_next(seen, following)
        if shown != self._shown:
            self._shown = shown
            self._show(shown)
        self.tick(seen)

    def tick(self, seen: Seen) -> None:
        """Show how long until it is due, and until the last launch can no longer be recalled."""
        if self._inject is not None:
            when = due(seen, self._inject)
            self.due.setText(when.text)
            self.due.set_tone("stageWarn" if when.late else "sink")
        self.gestures.tick()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._word.setText(self._voice.say("conduct.next_word"))
        self.gestures.retranslate()
        self._show(self._shown)

    def fold(self, *, compact: bool) -> None:
        """Without room, leave out who does it by which way; the gestures then stand below the whole."""
        self._compact = compact
        self._mark.setVisible(not compact)
        if not compact:
            self._column.addWidget(self.gestures)
        self._show(self._shown)

    _compact = False

    def _show(self, shown: UpNext | None) -> None:
        for icon, label in (self._way, self._asks, self._remark):
            icon.hide()
            label.hide()
        self._place.setVisible(shown is not None)
        self.due.setVisible(shown is not None)
        if shown is None:
            self.title.setText(self._voice.say("conduct.nothing_next"))
            self.say.show_words("", self._voice.say("conduct.nothing_next_hint"))
            return
        self._place.setText(f"{shown.code} · {shown.place}" if shown.place else shown.code)
        self.title.setText(shown.title)
        self.say.show_words(one_line(shown.words), shown.advice)
        if not self._compact:
            self._detail(self._way, shown.way, CHANNEL_ICONS[shown.channel])
            self._detail(self._asks, shown.asks, "gavel")
        remark = self._voice.say("conduct.supposes_other") if shown.adapt else ""
        if shown.phase:
            remark = self._voice.say("conduct.in_phase_ahead", phase=shown.phase)
        if remark:
            self._detail(self._remark, remark, "redo-2" if shown.phase else "flag")

    def _detail(self, parts: tuple[IconLabel, ElidedLabel], text: str, icon: str) -> None:
        parts[0].show_icon(icon)
        parts[1].setText(text)
        for part in parts:
            part.setVisible(bool(text))

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        for widget in (self._mark, self._word):
            self._head.addWidget(widget)
        self._head.addWidget(self._place, 1)
        self._head.addWidget(self.due)
        self._meta = QHBoxLayout()
        for icon, label in (self._way, self._asks, self._remark):
            self._meta.addWidget(icon)
            self._meta.addWidget(label)
        self._meta.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._head)
        self._column.addWidget(self.title)
        self._column.addLayout(self._meta)
        self._column.addWidget(self.say)
        self._column.addStretch(1)
        self._column.addWidget(self.gestures)

    def _take_sizes(self) -> None:
        self._column.setSpacing(theme.px(3))
        self._head.setSpacing(theme.px(6))
        self._meta.setSpacing(theme.px(6))


class _Detail(IconLabel):
    def __init__(self, icon: str = "", tone: str = "sink2") -> None:
        super().__init__(icon, 16, tone)
