"""*Prochain*: what LANCER launches, when it is due, what to say, and what else can be done with it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from care_desktop.scenario.ids import InjectId
from ui import theme
from ui.conduct.band.gesture_button import GestureButton
from ui.conduct.band.say_block import SayBlock
from ui.conduct.console import Console
from ui.conduct.names import one_line
from ui.conduct.seen import Seen
from ui.conduct.signs import CHANNEL_ICONS
from ui.conduct.up_next import UpNext, due, up_next
from ui.widgets.button import Button
from ui.widgets.pane import IconLabel
from ui.widgets.text import ElidedLabel, Label

_MINUTES = (5, 10, 20)


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
        self._remark = _Detail("flag", "stageWarn"), ElidedLabel("text", "stageWarn")
        self.say = SayBlock(self._voice)
        self.say.clicked.connect(lambda: self._console.open("sheet", self._inject))
        self.skip = GestureButton(console, "conduct.skip", "skip-forward")
        self.postpone = GestureButton(console, "conduct.postpone", "clock")
        self.correct = GestureButton(console, "conduct.correct", "pencil")
        self.reserve = GestureButton(console, "conduct.reserve", "archive")
        self.recall = Button("stage", "undo-2")
        self.recall.clicked.connect(lambda: console.context.actions.trigger("conduct.recall"))
        self.others = Button("stage")
        self.others.set_icon(None, "chevron-down")
        self.others.clicked.connect(self._offer_others)
        self.skip.show_keys(shown=False)
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
        self.tick_recall()

    def tick_recall(self) -> None:
        """Offer the recall as long as it can be had, with its seconds."""
        left = self._console.recall_left()
        if left > 0:
            self.recall.setText(self._voice.say("conduct.recall_for", seconds=-(-left // 1000)))
            self.recall.set_key(self._console.context.actions.key("conduct.recall"))
        if self.recall.isHidden() == (left > 0):
            self.recall.setVisible(left > 0)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._word.setText(self._voice.say("conduct.next_word"))
        self.others.setText(self._voice.say("conduct.other_gestures"))
        self._show(self._shown)

    def fold(self, *, details: bool, keys: bool, lines: int) -> None:
        """Leave out what there is no room for."""
        self._details_shown = details
        self.say.set_lines(lines)
        self.reserve.show_keys(shown=keys)
        self.correct.setVisible(details)
        self._mark.setVisible(details)
        self._show(self._shown)

    def others_menu(self) -> QMenu:
        """The other gestures, each an action: greyed ones stay, with their reason."""
        return _menu(self, self._console, _OTHERS)

    def postpone_menu(self) -> QMenu:
        """By how much; the last ones move all that follows."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for minutes in _MINUTES:
            text = self._voice.say("conduct.postpone_by", minutes=minutes)
            menu.addAction(text, partial(self._console.postpone, minutes))
        menu.addSeparator()
        for minutes in _MINUTES:
            text = self._voice.say("conduct.shift_by", minutes=minutes)
            menu.addAction(text, partial(self._console.shift, minutes))
        return menu

    def offer_postponing(self) -> None:
        """Ask by how much, under the button."""
        button = self.postpone
        self.postpone_menu().popup(button.mapToGlobal(button.rect().bottomLeft()))

    _details_shown = True

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
        if self._details_shown:
            self._detail(self._way, shown.way, CHANNEL_ICONS[shown.channel])
            self._detail(self._asks, shown.asks, "gavel")
        remark = self._voice.say("conduct.supposes_other") if shown.adapt else ""
        if shown.phase:
            remark = self._voice.say("conduct.in_phase_ahead", phase=shown.phase)
        if self._details_shown or remark:
            self._detail(self._remark, remark, "redo-2" if shown.phase else "flag")

    def _detail(self, parts: tuple[IconLabel, ElidedLabel], text: str, icon: str) -> None:
        parts[0].show_icon(icon)
        parts[1].setText(text)
        for part in parts:
            part.setVisible(bool(text))

    def _offer_others(self) -> None:
        self.others_menu().popup(self.others.mapToGlobal(self.others.rect().bottomLeft()))

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
        self._gestures = QHBoxLayout()
        for button in (self.skip, self.postpone, self.correct, self.reserve):
            self._gestures.addWidget(button)
        self._gestures.addStretch(1)
        self._gestures.addWidget(self.recall)
        self._gestures.addWidget(self.others)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._head)
        self._column.addWidget(self.title)
        self._column.addLayout(self._meta)
        self._column.addWidget(self.say)
        self._column.addStretch(1)
        self._column.addLayout(self._gestures)

    def _take_sizes(self) -> None:
        self._column.setSpacing(theme.px(3))
        self._head.setSpacing(theme.px(6))
        self._meta.setSpacing(theme.px(6))
        self._gestures.setSpacing(theme.px(8))


class _Detail(IconLabel):
    def __init__(self, icon: str = "", tone: str = "sink2") -> None:
        super().__init__(icon, 16, tone)


_OTHERS = (
    "conduct.jump",
    "conduct.improvise",
    "conduct.presence",
    "conduct.mark",
    "conduct.recovery",
    "",
    "conduct.real_incident",
    "conduct.end",
)


def _menu(parent: QWidget, console: Console, actions: tuple[str, ...]) -> QMenu:
    registry, voice = console.context.actions, console.context.voice
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setToolTipsVisible(True)
    for action in actions:
        if not action:
            menu.addSeparator()
            continue
        refusal = registry.refusal(action)
        text, key = registry.text(action).replace("&", "&&"), registry.key(action)
        item = menu.addAction(f"{text}\t{key}" if key else text)
        item.setEnabled(refusal is None)
        if refusal is not None:
            item.setToolTip(voice.message(refusal))
        item.triggered.connect(lambda _=False, action=action: registry.trigger(action))
    return menu
