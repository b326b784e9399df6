"""What can be done and what it costs, as cards of which one is chosen; anything else in words."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from care_desktop.scenario.ids import OptionId
from ui import theme
from ui.alone.telling import Choice
from ui.voice import Voice
from ui.widgets.field import LineField
from ui.widgets.text import Label
from ui.widgets.tick import OptionCard


class Choices(QWidget):
    """The cards of one question. Nothing is chosen at first, and the choice can change until it is noted."""

    def __init__(self, voice: Voice, choices: tuple[Choice, ...]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        self._voice, self._choices = voice, choices
        self._group = QButtonGroup(self)
        self.cards: list[OptionCard] = []
        for choice in choices:
            price = voice.say("alone.price", price=choice.price) if choice.price else ""
            self._add(column, OptionCard(choice.label, price, large=True))
        self._other = OptionCard(voice.say("alone.other"), large=True)
        self._add(column, self._other)
        self.field = LineField(voice.say("alone.other_hint"))
        self.field.setAccessibleName(voice.say("alone.other"))
        self.field.textEdited.connect(lambda _typed: self._other.setChecked(True))
        column.addWidget(self.field)
        self.fault = Label("text", "warn", weight=600)
        self.fault.hide()
        column.addWidget(self.fault)

    def chosen(self) -> tuple[OptionId | None, str] | None:
        """The option, or the words instead of one; None, and a sentence why, where there is neither."""
        number = next((place for place, card in enumerate(self.cards) if card.isChecked()), None)
        if number is not None and number < len(self._choices):
            return self._choices[number].option, ""
        typed = self.field.text().strip()
        if number is not None and typed:
            return None, typed
        self.fault.setText(self._voice.say("alone.choose_first"))
        self.fault.show()
        (self.cards[0] if number is None else self.field).setFocus()
        return None

    def _add(self, column: QVBoxLayout, card: OptionCard) -> None:
        self._group.addButton(card)
        self.cards.append(card)
        card.toggled.connect(lambda _on: self.fault.hide())
        column.addWidget(card)
