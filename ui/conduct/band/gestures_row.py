"""What else can be done with the next one, and the other gestures in a menu."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QSizePolicy

from ui import theme
from ui.conduct.band.fitting import FittingRow
from ui.conduct.band.gesture_button import GestureButton
from ui.conduct.console import Console
from ui.widgets.button import Button

_MINUTES = (5, 10, 20)
_NEXT = ("conduct.skip", "conduct.postpone", "conduct.correct", "conduct.reserve", "")
_OTHERS = (
    "conduct.jump",
    "conduct.improvise",
    "conduct.presence",
    "conduct.mark",
    "conduct.recovery",
    "",
    "conduct.black",
    "conduct.freeze",
    "",
    "conduct.real_incident",
    "conduct.end",
)


class GesturesRow(FittingRow):
    """*Passer*, *Reporter* and *Réserve* are always there; the recall, as long as it can be had."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console, self._voice = console, console.context.voice
        self.skip = GestureButton(console, "conduct.skip", "skip-forward")
        self.postpone = GestureButton(console, "conduct.postpone", "clock")
        self.correct = GestureButton(console, "conduct.correct", "pencil")
        self.reserve = GestureButton(console, "conduct.reserve", "archive")
        self.skip.show_keys(shown=False)
        self.recall = Button("stage", "undo-2")
        self.recall.clicked.connect(partial(console.context.actions.trigger, "conduct.recall"))
        self.recall.hide()
        self.others = Button("stage")
        self.others.set_icon(None, "chevron-down")
        self.others.clicked.connect(self._offer)
        for button in (self.skip, self.postpone, self.correct, self.reserve):
            self.row.addWidget(button)
        self.row.addStretch(1)
        self.row.addWidget(self.recall)
        self.row.addWidget(self.others)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.signals.changed.connect(self._take_sizes)
        self._take_sizes()
        self.retranslate()
        self.set_levels(
            partial(self._show, keys=True, correct=True, others="conduct.other_gestures"),
            partial(self._show, keys=False, correct=True, others="conduct.other_gestures"),
            partial(self._show, keys=False, correct=False, others="conduct.other_gestures"),
            partial(self._show, keys=False, correct=False, others="conduct.others"),
        )

    def tick(self) -> None:
        """Offer the recall as long as it can be had, with its seconds."""
        left = self._console.recall_left()
        if left > 0:
            self.recall.setText(self._voice.say("conduct.recall_for", seconds=-(-left // 1000)))
        if self.recall.isHidden() == (left > 0):
            self.recall.setVisible(left > 0)
            self.fit()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.fit()

    def others_menu(self) -> QMenu:
        """The other gestures, each an action: greyed ones stay, with their reason."""
        registry, voice = self._console.context.actions, self._voice
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        whole = self.correct.isHidden() or self.isHidden()
        for action in (*_NEXT, *_OTHERS) if whole else _OTHERS:
            if not action:
                menu.addSeparator()
                continue
            refusal = registry.refusal(action)
            text, key = registry.text(action).replace("&", "&&"), registry.key(action)
            item = menu.addAction(f"{text}\t{key}" if key else text)
            item.setEnabled(refusal is None)
            if refusal is not None:
                item.setToolTip(voice.message(refusal))
            item.triggered.connect(partial(registry.trigger, action))
        return menu

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
        under = self.postpone if self.postpone.isVisible() else self.others
        self.postpone_menu().popup(under.mapToGlobal(under.rect().bottomLeft()))

    def _offer(self) -> None:
        self.others_menu().popup(self.others.mapToGlobal(self.others.rect().bottomLeft()))

    def _show(self, *, keys: bool, correct: bool, others: str) -> None:
        self.reserve.show_keys(shown=keys)
        self.recall.set_key(self._console.context.actions.key("conduct.recall") if keys else "")
        self.correct.setVisible(correct)
        self.others.setText(self._voice.say(others))

    def _take_sizes(self) -> None:
        self.row.setSpacing(theme.px(8))
        self.fit()
