"""The three questions by which an exercise is chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from care_desktop.scenario.choosing import Fear
from ui import theme
from ui.home.cards import Answers, People, Time
from ui.voice import Voice
from ui.widgets.field import Choice
from ui.widgets.segmented import Segmented
from ui.widgets.text import Label

_CAPTION = 170
_ANY = "any"
_PEOPLE = ("home.people_few", "home.people_some", "home.people_many")
_TIMES = ("home.time_short", "home.time_medium", "home.time_long")
_FEARS = {
    _ANY: "home.fear_any",
    Fear.NO_COMPUTER: "home.fear_no_computer",
    Fear.HOSTED_SOFTWARE: "home.fear_hosted_software",
    Fear.CUT_OFF: "home.fear_cut_off",
    Fear.DATA_OUT: "home.fear_data_out",
}


class Questions(QFrame):
    """How many people, how much time, what is feared; an answer that was never given matters not."""

    answered = Signal()

    def __init__(self, voice: Voice, answers: Answers) -> None:
        super().__init__()
        self._voice, self._is_short = voice, False
        self.setProperty("role", "pane")
        self._people = Segmented([(one, "") for one in People], may_be_none=True)
        self._time = Segmented([(one, "") for one in Time], may_be_none=True)
        self._fear = Choice()
        self._captions = [Label(weight=600) for _ in range(3)]
        self._grid = QGridLayout(self)
        fields: tuple[QWidget, ...] = (self._people, self._time, self._fear)
        for row, (caption, field) in enumerate(zip(self._captions, fields, strict=True)):
            self._grid.addWidget(caption, row, 0)
            self._grid.addWidget(field, row, 1)
        self._grid.setColumnStretch(1, 1)
        self.retranslate()
        self._people.choose(answers.people or "")
        self._time.choose(answers.time or "")
        self._fear.choose(answers.fear or _ANY)
        for choice in (self._people, self._time, self._fear):
            choice.chosen.connect(self.answered)
        self._take_sizes()
        theme.signals.changed.connect(self._take_sizes)

    @property
    def answers(self) -> Answers:
        """What was answered so far."""
        people, time, fear = self._people.value(), self._time.value(), self._fear.value()
        if self._is_short:
            return Answers(People(people) if people else None)
        return Answers(
            People(people) if people else None,
            Time(time) if time else None,
            Fear(fear) if fear != _ANY else None,
        )

    def ask_first_alone(self, alone: bool) -> None:
        """Ask how many people there are, and nothing else."""
        self._is_short = alone
        for widget in (*self._captions[1:], self._time, self._fear):
            widget.setVisible(not alone)

    def retranslate(self) -> None:
        """Ask in the language in force."""
        say = self._voice.say
        asked = (say("home.people"), say("home.time"), say("home.fear"))
        for caption, text, field in zip(
            self._captions, asked, (self._people, self._time, self._fear), strict=True
        ):
            caption.setText(text)
            field.setAccessibleName(text)
        self._people.set_texts([say(key) for key in _PEOPLE])
        self._time.set_texts([say(key) for key in _TIMES])
        self._fear.set_options([(key, say(text)) for key, text in _FEARS.items()])

    def _take_sizes(self) -> None:
        self._grid.setContentsMargins(theme.px(14), theme.px(14), theme.px(14), theme.px(14))
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(theme.px(12))
        self._grid.setColumnMinimumWidth(0, theme.px(_CAPTION))
