"""The pane at the left: the timeline, the services at an instant, or a table; the replay below all three."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from care_desktop.scenario.time import PlayMs
from care_desktop.session.replay import Replay
from ui import theme
from ui.review.drawing import Drawing
from ui.review.facts_table import FactsTable
from ui.review.legend import Legend
from ui.review.replay_bar import ReplayBar
from ui.review.scrolling import see_through
from ui.review.services_list import ServicesList
from ui.review.standing import standing
from ui.widgets.pane import Pane, Rule
from ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from ui.review.curve import Curve
    from ui.review.facts import Fact
    from ui.review.lanes import Timeline
    from ui.review.moments import Moment
    from ui.review.past import Past
    from ui.voice import Voice

_LOWEST = 32
_TITLES = {
    "timeline": ("chart-gantt", "review.timeline"),
    "services": ("activity", "review.services_at"),
    "table": ("list-checks", "review.facts_in_order"),
}
_WAYS = (
    ("timeline", "review.way_timeline"),
    ("services", "review.way_services"),
    ("table", "review.way_table"),
)


class FriezePane(Pane):
    """``chosen`` tells the key of a decision and its place in play time."""

    chosen = Signal(str, int)

    def __init__(self, voice: Voice) -> None:
        super().__init__("chart-gantt")
        self._voice = voice
        self._past: Past | None = None
        self._replay: Replay | None = None
        self.way = Segmented([(key, voice.say(text)) for key, text in _WAYS])
        self.way.choose("timeline")
        self.way.chosen.connect(self._show_way)
        self.set_action(self.way)
        self.legend, self.drawing = Legend(voice), Drawing(voice)
        self.services, self.table = ServicesList(voice), FactsTable(voice)
        self.bar = ReplayBar(voice)
        self.drawing.chosen.connect(self.chosen)
        self.drawing.sought.connect(self.bar.seek)
        self.table.sought.connect(self.bar.seek)
        self.bar.moved.connect(self._show_instant)
        self._build()
        self.retranslate()
        self._take_own_sizes()
        theme.signals.changed.connect(self._take_own_sizes)

    def show_exercise(self, past: Past, timeline: Timeline, curve: Curve, facts: tuple[Fact, ...]) -> None:
        """Show an exercise; the replay stays at its instant where it can."""
        if self._past is None or self._past.events != past.events:
            self._replay = Replay(past.index, past.events)
        self._past = past
        self.drawing.show_exercise(timeline, curve, public=bool(past.index.script.milestones))
        self.legend.explain(timeline, curve)
        self.table.show_facts(facts)
        self.bar.set_end(past.end)
        self._show_instant(self.bar.instant)

    def restart(self) -> None:
        """Begin with the replay at the beginning, at rest."""
        self._past = None
        self.bar.stop()
        self.bar.seek(0)

    def show_moment(self, moment: Moment | None) -> None:
        """Frame a moment, and go to its end."""
        self.drawing.show_moment(moment)
        if moment is not None:
            self.bar.seek(moment.ended)

    def show_way(self, way: str) -> None:
        """Show the timeline, the services or the table."""
        self.way.choose(way)
        self._show_way(way)

    def retranslate(self) -> None:
        """Say it in the language in force."""
        self._name()
        self.way.set_texts([self._voice.say(text) for _, text in _WAYS])
        self.way.setAccessibleName(self._voice.say("review.way"))
        self._scroll.setAccessibleName(self._voice.say("review.drawing"))
        self.services.setAccessibleName(self._voice.say("review.way_services"))
        for part in (self.legend, self.table, self.bar):
            part.retranslate()

    def _show_way(self, way: str) -> None:
        self._stack.setCurrentIndex([key for key, _ in _WAYS].index(way))
        self._name()

    def _name(self) -> None:
        """Name what is shown; the drawing alone stands along a time that has to be named."""
        way = self.way.value()
        icon, title = _TITLES[way]
        self.set_icon(icon)
        self.set_title(self._voice.say(title))
        self.set_detail(self._voice.say("review.play_time") if way == "timeline" else "")

    def _show_instant(self, play: int) -> None:
        self.drawing.show_instant(play)
        self.table.show_instant(play)
        if self._past is None or self._replay is None:
            return
        view = self._replay.at(PlayMs(play))
        index = self._past.index
        found = standing(self._voice, index, view)
        told = self._voice.say("review.story_then", story=self._voice.story(view.line.story_at(play), index))
        if found.under_way:
            told = self._voice.say("review.and_work", told=told, steps=", ".join(found.under_way))
        self.services.show_services(found.services)
        self.bar.show_standing(found, told)

    def _build(self) -> None:
        self._scroll = QScrollArea()
        self._scroll.setWidget(self.drawing)
        self._scroll.setWidgetResizable(True)
        see_through(self._scroll)
        drawn = QWidget()
        self._drawn = QVBoxLayout(drawn)
        self._drawn.setContentsMargins(0, 0, 0, 0)
        self._drawn.setSpacing(0)
        self._key = QVBoxLayout()
        self._key.addWidget(self.legend)
        self._drawn.addLayout(self._key)
        self._drawn.addWidget(self._scroll, 1)
        self._stack = QStackedWidget()
        for page in (drawn, self.services, self.table):
            self._stack.addWidget(page)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(Rule())
        self.body.addWidget(self.bar)

    def _take_own_sizes(self) -> None:
        self._key.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), 0)
        for view in (self._scroll, self.services, self.table):
            view.setMinimumHeight(theme.px(_LOWEST))
