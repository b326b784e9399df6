"""What can be played: three questions, and the exercises that correspond."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from care_desktop.scenario.choosing import FacilityKind
from ui import theme
from ui.home.cards import Answers, Card, Lack, Offer, lacks, offer
from ui.home.exercise_card import ExerciseCard
from ui.home.questions import Questions
from ui.home.shelf import Shelf
from ui.voice import Voice
from ui.widgets.button import Button
from ui.widgets.empty import Empty
from ui.widgets.text import Label

MOST = 3
_SMALL = {FacilityKind.NURSING_HOME, FacilityKind.MEDICO_SOCIAL}
_LACKS = {
    Lack.FACILITY: "home.lacks_facility",
    Lack.PEOPLE: "home.lacks_people",
    Lack.TIME: "home.lacks_time",
    Lack.FEAR: "home.lacks_fear",
}


class Exercises(QWidget):
    """The questions and at most three cards; a small structure is asked the first and shown one."""

    prepared = Signal(Path)
    all_asked = Signal()
    file_asked = Signal()

    def __init__(self, voice: Voice, shelf: Shelf, answers: Answers) -> None:
        super().__init__()
        self._voice, self._shelf = voice, shelf
        self._kind: FacilityKind | None = None
        self._title = Label("section")
        self.questions = Questions(voice, answers)
        self.questions.answered.connect(self.refresh)
        self._cards = QVBoxLayout()
        self._said = Label("detail", "ink2", wrap=True)
        self._all = Button("quiet", small=True)
        self._all.clicked.connect(self.all_asked)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._said, 1)
        self._foot.addWidget(self._all)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._title)
        self._column.addWidget(self.questions)
        self._column.addLayout(self._cards)
        self._column.addLayout(self._foot)
        self._column.addStretch(1)
        self._primary = False
        self._shown: tuple[object, ...] = ()
        self._first: Button | None = None
        shelf.changed.connect(self.refresh)

    def show_for(self, kind: FacilityKind | None, *, primary: bool) -> None:
        """Choose for a kind of facility; ``primary`` makes the first card's button the one of the page."""
        self._kind, self._primary = kind, primary
        self.questions.ask_first_alone(kind in _SMALL)
        self.refresh()

    @property
    def _most(self) -> int:
        return 1 if self._kind in _SMALL else MOST

    def first_button(self) -> Button | None:
        """The button of the first card, if there is one."""
        return self._first

    def refresh(self) -> None:
        """Offer what corresponds to the answers now."""
        offered = offer(self._shelf.cards, self.questions.answers, self._kind)
        has_none = offered.total == 0 and self._shelf.is_read
        known = (offered, self._kind, has_none, self._shelf.unreadable)
        shown = (*known, self.questions.answers, self._primary, self._voice.language, theme.current())
        if shown == self._shown:  # a card that is made anew slips away under a finger
            return
        self._shown = shown
        had_focus = (button := self.first_button()) is not None and self.window().focusWidget() is button
        self._take_sizes()
        self._title.setText(self._voice.say("home.play"))
        self._clear()
        self._show(offered)
        self._say(offered)
        if had_focus and (button := self.first_button()) is not None:
            button.setFocus()

    def _show(self, offered: Offer) -> None:
        answered = self.questions.answers != Answers()
        chip = self._voice.say("home.matches") if answered else ""
        for number, card in enumerate(offered.matching[: self._most]):
            self._add(card, chip, primary=self._primary and number == 0)
        if (near := offered.nearest) is not None:
            told = {"name": self._voice.text(near.name), "lacks": self._lacking(near)}
            self._cards.addWidget(Label(tone="ink2", text=self._voice.say("home.none_corresponds", **told)))
            self._add(near, "", primary=self._primary)
        if offered.total == 0 and self._shelf.is_read:
            button = Button("primary" if self._primary else "normal", text=self._voice.say("home.open_file"))
            button.clicked.connect(self.file_asked)
            self._cards.addWidget(Empty(self._voice.say("home.no_scenario"), button))

    def _lacking(self, card: Card) -> str:
        """In what a card is not what was asked for."""
        length = self._voice.duration(card.lasts)
        found = lacks(card, self.questions.answers, self._kind)
        return ", ".join(self._voice.say(_LACKS[one], n=card.people, length=length) for one in found)

    def _add(self, card: Card, chip: str, *, primary: bool) -> None:
        made = ExerciseCard(card, self._voice, chip=chip, primary=primary)
        made.prepared.connect(self.prepared)
        self._cards.addWidget(made)
        self._first = self._first or made.button

    def _say(self, offered: Offer) -> None:
        """Say below the cards how many correspond, and what could not be read."""
        said = []
        if offered.matching and self.questions.answers != Answers():
            count = {"n": len(offered.matching), "total": offered.total}
            said.append(self._voice.say("home.corresponds", **count))
        if unread := len(self._shelf.unreadable):
            said.append(self._voice.say("home.unreadable", n=unread))
        self._said.setText(" · ".join(said))
        shown = 1 if offered.nearest else min(len(offered.matching), self._most)
        self._all.setVisible(offered.total > shown)
        self._all.setText(self._voice.say("home.see_all", n=offered.total))
        self._all.set_icon(None, "arrow-right")

    def _clear(self) -> None:
        self._first = None
        while (item := self._cards.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _take_sizes(self) -> None:
        self._column.setSpacing(theme.px(12))
        self._cards.setSpacing(theme.px(8))
