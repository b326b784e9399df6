"""How it is played: three ways, a sentence each."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup

from care_desktop.scenario.script import Way
from ui import theme
from ui.prepare.card import AskedCard
from ui.voice import Voice
from ui.widgets.tick import OptionCard

_ENOUGH = 560
_TEXTS = {
    Way.TABLE: ("prepare.way_table", "prepare.way_table_how"),
    Way.SIMULATION: ("prepare.way_simulation", "prepare.way_simulation_how"),
    Way.UNAIDED: ("prepare.way_unaided", "prepare.way_unaided_how"),
}


class Ways(AskedCard):
    """The one question that sets every default."""

    chosen = Signal()

    def __init__(self, voice: Voice, way: Way) -> None:
        super().__init__()
        self._voice = voice
        self._group = QButtonGroup(self)
        self._cards = {one: OptionCard() for one in Way}
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for card in self._cards.values():
            self._group.addButton(card)
            self._row.addWidget(card, 1)
        self.column.addLayout(self._row)
        self._cards[way].setChecked(True)
        self._group.buttonClicked.connect(self.chosen)
        self._row.setSpacing(theme.px(8))
        self.retranslate()

    @property
    def way(self) -> Way:
        """The way that is chosen."""
        return next(one for one, card in self._cards.items() if card.isChecked())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the three below one another where there is little room."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        upright = self.width() < theme.px(_ENOUGH)
        self._row.setDirection(directions.TopToBottom if upright else directions.LeftToRight)

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.set_title(self._voice.say("prepare.way"))
        for one, card in self._cards.items():
            name, how = _TEXTS[one]
            card.set_words(self._voice.say(name), self._voice.say(how))
