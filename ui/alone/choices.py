"""What can be done and what it costs, as cards of which one is chosen; anything else in words."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from care_desktop.scenario.ids import OptionId
from ui import theme
from ui.alone.telling import Choice
from ui.voice import Voice
from ui.widgets.field import LineField
from ui.widgets.text import Label
from ui.widgets.tick import OptionCard

_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class AnswerCard(OptionCard):
    """A thing that can be done; the arrows choose what they lead to, the first one too."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Where nothing is chosen yet, Qt would only lead there."""
        super().keyPressEvent(event)
        led_to = QApplication.focusWidget()
        if event.key() in _ARROWS and isinstance(led_to, AnswerCard):
            led_to.setChecked(True)


class OtherCard(AnswerCard):
    """Anything else, with the field for it in the card."""

    def __init__(self, voice: Voice) -> None:
        super().__init__(voice.say("alone.other"), large=True)
        self.field = LineField(voice.say("alone.other_hint"))
        self.field.setAccessibleName(voice.say("alone.other"))
        self.field.textEdited.connect(lambda _typed: self.setChecked(True))
        side = theme.px(10)
        line = QHBoxLayout(self)
        line.setContentsMargins(side, side, side, side)
        line.addStretch(1)
        line.addWidget(self.field, 1)

    def heightForWidth(self, width: int) -> int:
        """Have room for the field."""
        return max(super().heightForWidth(width), self.field.sizeHint().height() + theme.px(20))

    def minimumSizeHint(self) -> QSize:
        """Be no lower than that."""
        return QSize(super().minimumSizeHint().width(), self.heightForWidth(self.width()))


class Choices(QWidget):
    """The cards of one question, none of them chosen at first but what was begun or is corrected."""

    def __init__(
        self, voice: Voice, choices: tuple[Choice, ...], chosen: tuple[OptionId | None, str] | None = None
    ) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(10))
        self._voice, self._choices = voice, choices
        self._group = QButtonGroup(self)
        self.cards: list[OptionCard] = []
        self.fault = Label("section", "warn")
        self.fault.hide()
        self._column.addWidget(self.fault)
        for choice in choices:
            self._add(AnswerCard(choice.label, choice.price, large=True))
        other = OtherCard(voice)
        self.field = other.field
        self._add(other)
        if chosen is not None:
            self._choose(*chosen)

    def chosen(self) -> tuple[OptionId | None, str] | None:
        """The option, or the words instead of one; None, and a sentence why, where there is neither."""
        begun = self.begun()
        if begun is not None and begun[0] is not None:
            return begun[0], ""
        if begun is not None and begun[1].strip():
            return None, begun[1].strip()
        self.fault.setText(self._voice.say("alone.choose_first" if begun is None else "alone.write_first"))
        self.fault.show()
        if begun is not None:
            self.field.setFocus()
        elif not self.isAncestorOf(QApplication.focusWidget() or self):
            self.cards[0].setFocus()
        return None

    def begun(self) -> tuple[OptionId | None, str] | None:
        """What is chosen or typed so far; None where nothing is."""
        number = next((place for place, card in enumerate(self.cards) if card.isChecked()), None)
        if number is None:
            return None
        return self._choices[number].option if number < len(self._choices) else None, self.field.text()

    def first(self) -> QWidget:
        """Where the focus goes: what is chosen, or the first card."""
        return next((card for card in self.cards if card.isChecked()), self.cards[0])

    def _choose(self, option: OptionId | None, typed: str) -> None:
        self.field.setText(typed)
        place = next((n for n, one in enumerate(self._choices) if one.option == option), -1)
        self.cards[place].setChecked(True)

    def _add(self, card: OptionCard) -> None:
        self._group.addButton(card)
        self.cards.append(card)
        card.toggled.connect(lambda _on: self.fault.hide())
        self._column.addWidget(card)
