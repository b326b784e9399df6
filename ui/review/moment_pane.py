"""The pane at the right: the moment that is looked at, all delays, and a line for a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui import theme
from ui.review.dots_view import DotsView
from ui.review.moment_view import MomentView
from ui.review.scrolling import see_through
from ui.widgets.button import Button
from ui.widgets.empty import Empty
from ui.widgets.field import LineField
from ui.widgets.pane import Pane, Rule
from ui.widgets.text import Label

if TYPE_CHECKING:
    from ui.review.delays import Dots
    from ui.review.moments import Moment
    from ui.voice import Voice


_LOWEST = 32


class MomentPane(Pane):
    """``moved`` tells the place of the moment that a person went to; ``found`` what was written of it."""

    moved = Signal(int)
    found = Signal(str)

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self._moments: tuple[Moment, ...] = ()
        self._dots: Dots | None = None
        self._at = -1
        self.previous, self.next = (
            Button("quiet", "chevron-left", small=True),
            Button("quiet", "chevron-right", small=True),
        )
        self.previous.clicked.connect(lambda: self.go(self._at - 1))
        self.next.clicked.connect(lambda: self.go(self._at + 1))
        self.set_action(self.previous, self.next)
        self.view, self.dots = MomentView(voice), DotsView(voice)
        self.dots.chosen.connect(self.go)
        self._empty = Empty(voice.say("review.no_decision"))
        self._delays, self._count = Label(weight=700), Label("detail", "ink2", wrap=False)
        self._findings = Label("detail", "ink2")
        self.finding = LineField(icon="plus")
        self.finding.returnPressed.connect(self._find)
        self.finding.setMaxLength(2000)
        self._why = Label("detail", "stop")
        self._why.hide()
        self._build()
        self.retranslate()
        self._take_own_sizes()
        theme.signals.changed.connect(self._take_own_sizes)

    def show_moments(self, moments: tuple[Moment, ...], dots: Dots, findings: tuple[str, ...]) -> None:
        """Show the moments of an exercise, at the one that was looked at."""
        self._moments, self._dots = moments, dots
        self.dots.show_dots(dots)
        for part in self._of_dots:
            part.setVisible(bool(dots.rows))
        self._count.setText(self._voice.say("review.n", n=dots.n))
        told = [self._voice.say("review.finding_told", text=one) for one in findings]
        self._findings.setText("\n".join(told))
        self._findings.setVisible(bool(findings))
        self._at = min(max(self._at, 0), len(moments) - 1)
        self._show()

    def restart(self) -> None:
        """Begin at the first moment again."""
        self._at = -1

    def go(self, at: int) -> None:
        """Go to a moment, if it is there."""
        if 0 <= at < len(self._moments) and at != self._at:
            self._at = at
            self._show()
            self.moved.emit(at)

    def go_to(self, key: str, play: int) -> None:
        """Go to the moment of a decision."""
        for at, moment in enumerate(self._moments):
            if moment.key == key and (moment.ended == play or self._moments[self._at].key != key):
                self.go(at)
                return

    @property
    def at(self) -> int:
        """The place of the moment, -1 where there is none."""
        return self._at

    @property
    def moment(self) -> Moment | None:
        """The moment that is looked at."""
        return self._moments[self._at] if 0 <= self._at < len(self._moments) else None

    def let_find(self, why: str | None, key: str) -> None:
        """Say whether a finding can be noted now, and by which key the line is reached."""
        self.finding.setEnabled(why is None)
        self.finding.set_key(key if why is None else "")
        self.finding.setToolTip(why or "")
        self.finding.setPlaceholderText(why or self._voice.say("action.review.finding"))

    def say_refusal(self, why: str) -> None:
        """Say why what was written was not noted; it stays in the line."""
        self.finding.set_error(why or None)
        self._why.setText(why)
        self._why.setVisible(bool(why))

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self.previous.alone(self._voice.say("action.review.previous"))
        self.next.alone(self._voice.say("action.review.next"))
        self._delays.setText(self._voice.say("review.delays"))
        self._empty.set_words(self._voice.say("review.no_decision"))
        self.finding.setAccessibleName(self._voice.say("action.review.finding"))
        self._show()

    def _find(self) -> None:
        text = self.finding.text().strip()
        if text:
            self.found.emit(text)

    def _show(self) -> None:
        moment = self.moment
        self._empty.setVisible(moment is None)
        self.view.setVisible(moment is not None)
        self.previous.setEnabled(self._at > 0)
        self.next.setEnabled(self._at < len(self._moments) - 1)
        if moment is None:
            self.set_title(self._voice.say("review.moments"))
            self.paper.setAccessibleName(self._voice.say("review.moments"))
            return
        title = self._voice.say("review.moment_of", n=self._at + 1, of=len(self._moments))
        self.set_title(title)
        self.paper.setAccessibleName(title)
        self.view.show_moment(moment)
        self.dots.show_moment(self._at)
        self.paper.verticalScrollBar().setValue(0)

    def _build(self) -> None:
        inside = QWidget()
        self._inside = QVBoxLayout(inside)
        self._head = QHBoxLayout()
        self._head.addWidget(self._delays, 1)
        self._head.addWidget(self._count)
        rule = Rule()
        for part in (self.view, self._empty, rule):
            self._inside.addWidget(part)
        self._inside.addLayout(self._head)
        self._inside.addWidget(self.dots)
        self._inside.addWidget(self._findings)
        self._inside.addStretch(1)
        self._of_dots: tuple[QWidget, ...] = (rule, self._delays, self._count, self.dots)
        self.paper = QScrollArea()
        self.paper.setWidget(inside)
        self.paper.setWidgetResizable(True)
        see_through(self.paper)
        self.paper.setMinimumHeight(theme.px(_LOWEST))
        self.paper.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._foot = QFrame()
        self._foot.setProperty("role", "plain")
        self._writing = QVBoxLayout(self._foot)
        self._writing.addWidget(self.finding)
        self._writing.addWidget(self._why)
        self.body.addWidget(self.paper, 1)
        self.body.addWidget(Rule())
        self.body.addWidget(self._foot)

    def _take_own_sizes(self) -> None:
        side = theme.px(16)
        self._inside.setContentsMargins(side, theme.px(14), side, theme.px(12))
        self._inside.setSpacing(theme.px(10))
        self._writing.setContentsMargins(side, theme.px(10), side, theme.px(12))
        self._writing.setSpacing(theme.px(4))
        self._show()
