"""The first line of the band: state, clocks, ends; each repaints itself alone."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt

from care_desktop.exercise.events import Begun
from care_desktop.exercise.state import Status
from care_desktop.journal.records import Stamp
from care_desktop.scenario.time import MINUTE
from care_desktop.session.clock_source import wall_ms
from ui import theme
from ui.conduct.band.fitting import FittingRow
from ui.conduct.band.gesture_button import GestureButton
from ui.conduct.band.state_sign import StateSign
from ui.conduct.console import Console
from ui.conduct.lateness import Ends, Plan, ends, plan
from ui.conduct.runs import Run, RunsLabel
from ui.conduct.seen import Seen
from ui.widgets.text import Label

_HEIGHT = 46


class Clocks(FittingRow):
    """State, play clock, story, wall, planned and estimated end; then the call and the pause."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console, self._voice = console, console.context.voice
        self._plan: Plan | None = None
        self._planned_for: object = None
        self._short = False
        self.state = StateSign()
        self.play = Label("clock", "sink", tabular=True, wrap=False)
        self.story, self.wall, self.ends = RunsLabel(most=1), RunsLabel(most=1), RunsLabel(most=1)
        self.call = GestureButton(console, "conduct.call", "phone-call")
        self.pause = GestureButton(console, "conduct.suspend", "pause")
        for widget in (self.state, self.play, self.story, self.wall, self.ends):
            self.row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.row.addStretch(1)
        self.row.addWidget(self.call)
        self.row.addWidget(self.pause)
        theme.signals.changed.connect(self._take_sizes)
        self._take_sizes()
        self.set_levels(
            partial(self._leave_out, wall=True, story=True, keys=True, short=False),
            partial(self._leave_out, wall=False, story=True, keys=True, short=False),
            partial(self._leave_out, wall=False, story=False, keys=True, short=False),
            partial(self._leave_out, wall=False, story=False, keys=False, short=False),
            partial(self._leave_out, wall=False, story=False, keys=False, short=True),
        )

    def refresh(self, seen: Seen) -> None:
        """Show how the exercise stands."""
        say = self._voice.say
        tone, icon, word = _STATES[seen.view.status]
        if self._console.context.bridge.is_rehearsal and seen.view.status is Status.RUNNING:
            word = "conduct.rehearsal"
        self.state.show_state(tone, icon, say(word), filled=seen.view.status is Status.SUSPENDED)
        suspended = seen.view.status is Status.SUSPENDED
        self.pause.set_icon("play" if suspended else "pause")
        self.pause.say("conduct.resume" if suspended else "")
        self.tick(seen)
        self.fit()

    def tick(self, seen: Seen) -> None:
        """Show the time."""
        say = self._voice.say
        self._set_play(self._voice.play(seen.now.play))
        stamp = self._console.context.bridge.stamp()
        self._read(self.story, say("conduct.story_time"), self._voice.story(seen.now.story, seen.index))
        self._read(self.wall, say("conduct.wall_clock"), self._voice.wall(stamp))
        self._show_ends(seen, stamp)

    def _leave_out(self, *, wall: bool, story: bool, keys: bool, short: bool) -> None:
        """What goes first where there is no room: the order is that of the look."""
        self.wall.setVisible(wall)
        self.story.setVisible(story)
        for button in (self.call, self.pause):
            button.show_keys(shown=keys)
        self.row.setSpacing(theme.px(12 if short else 24))
        if short != self._short:
            self._short = short
            seen = self._console.seen
            if seen is not None:
                self._show_ends(seen, self._console.context.bridge.stamp())

    def _set_play(self, text: str) -> None:
        if len(text) != len(self.play.text()):
            self.play.setFixedWidth(self.play.fontMetrics().horizontalAdvance(text) + theme.px(4))
        if text != self.play.text():
            self.play.setText(text)

    def _read(self, label: RunsLabel, caption: str, value: str) -> None:
        label.show_runs(Run(f"{caption} ", 400, "sink2"), Run(value, 700, "sink"))

    def _show_ends(self, seen: Seen, stamp: Stamp) -> None:
        if self._planned_for is not seen.index:
            self._plan, self._planned_for = plan(seen.index), seen.index
        if self._plan is None or seen.view.status is Status.ENDED:
            self.ends.show_runs()
            return
        began = _local(_begun(self._console, seen))
        wall = _local(stamp) or 0
        self.ends.show_runs(*self._said(ends(self._plan, began, wall, seen.now.story)))

    def _said(self, both: Ends) -> list[Run]:
        say, hour = self._voice.say, self._voice.hour
        late = round(both.late / MINUTE)
        how = Run(f" {say('conduct.minutes', n=abs(late), minutes=f'{late:+d}'.replace('-', '−'))}", 700)
        how = how._replace(tone="stageWarn" if late > 0 else "sink2")
        if self._short:
            end = how if late else Run(f" {hour(both.planned)}", 700, "sink")
            return [Run(say("conduct.end_short"), 400, "sink2"), end]
        runs = [Run(f"{say('conduct.end_planned')} ", 400, "sink2"), Run(hour(both.planned), 700, "sink")]
        if late:
            runs += [
                Run(f", {say('conduct.end_estimated')} ", 400, "sink2"),
                Run(hour(both.estimated), 700, "sink"),
            ]
            runs.append(how)
        return runs

    def _take_sizes(self) -> None:
        self.setFixedHeight(theme.px(_HEIGHT))
        self.play.setText("")
        seen = self._console.seen
        if seen is not None:
            self._set_play(self._voice.play(seen.now.play))
        self.fit()


_STATES = {
    Status.NEW: ("sink2", "circle", "conduct.state_ready"),
    Status.PREPARED: ("sink2", "circle", "conduct.state_ready"),
    Status.RUNNING: ("go", "circle-play", "conduct.state_running"),
    Status.SUSPENDED: ("stageWarn", "circle-pause", "conduct.state_suspended"),
    Status.ENDED: ("sink2", "circle-check", "conduct.state_ended"),
}


def _begun(console: Console, seen: Seen) -> Stamp | None:
    followed = console.context.bridge.followed
    begun = next((event.seq for event in seen.events[:_EARLY] if isinstance(event.fact, Begun)), None)
    if followed is None or begun is None:
        return None
    return followed.stamps.get(begun)


_EARLY = 400
"""Before DEBEX there is presence to note and little else: it is among the first events."""


def _local(stamp: Stamp | None) -> int | None:
    return None if stamp is None else wall_ms(stamp.wall) + stamp.offset * MINUTE
