"""What the parts of the console share: the exercise as it is seen, the next inject, and the way back."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from care_desktop.exercise import commands as c
from care_desktop.exercise.deciding.injects import RECALL_WITHIN
from care_desktop.exercise.events import InjectImprovised
from care_desktop.exercise.state import Status
from care_desktop.exercise.words import Words
from care_desktop.language import Message
from care_desktop.scenario.ids import CellId, InjectId
from care_desktop.scenario.time import MINUTE, PlayMs, Span, StoryMs
from care_desktop.session.published import Published
from ui.conduct.names import channel_of
from ui.conduct.running_order import next_inject, order, to_reach, waits
from ui.conduct.seen import Seen
from ui.context import Context


class Console(QObject):
    """The exercise at the console. An explicit act alone moves the next inject, never a selection."""

    moved = Signal()
    opened = Signal(str, object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._chosen: InjectId | None = None
        self._expects: Words | None = None

    @property
    def seen(self) -> Seen | None:
        """The exercise as it is now; None without one."""
        bridge = self.context.bridge
        if bridge.followed is None:
            return None
        return Seen.of(bridge.followed, bridge.stamp(), self.context.voice)

    @property
    def following(self) -> InjectId | None:
        """The inject that LANCER launches."""
        seen = self.seen
        return None if seen is None else next_inject(seen, self._chosen)

    def send(self, command: c.Command) -> None:
        """Have a command carried out."""
        self.context.bridge.send(command)

    def refusal(self, command: c.Command) -> Message | None:
        """Why a command would be refused."""
        return self.context.bridge.refusal(command)

    def words(self, text: str) -> Words | None:
        """Seal what was typed; nothing for nothing."""
        typed = text.strip()
        return self.context.bridge.words(typed) if typed else None

    def open(self, panel: str, what: object = None) -> None:
        """Open a panel in place of panes."""
        self.opened.emit(panel, what)

    def forget(self) -> None:
        """Another exercise begins: nothing is chosen."""
        self._chosen = self._expects = None

    def choose(self, inject: InjectId) -> None:
        """Make an inject the next one."""
        self._chosen = inject
        self.moved.emit()

    def improvise(self, command: c.ImproviseInject) -> None:
        """Write an inject; it becomes the next one as soon as it is recorded."""
        self._expects = command.text
        self.send(command)

    def follow(self, told: Published) -> None:
        """Make the next one what was just improvised here."""
        for event in told.events:
            if isinstance(event.fact, InjectImprovised) and event.fact.text == self._expects:
                self._chosen, self._expects = event.fact.inject, None

    def step(self, by: int) -> None:
        """Move the next one along those that wait."""
        seen = self.seen
        if seen is None:
            return
        waiting = [inject for inject in order(seen) if waits(seen, inject)]
        now = next_inject(seen, self._chosen)
        if waiting:
            at = waiting.index(now) if now in waiting else 0
            self.choose(waiting[max(0, min(len(waiting) - 1, at + by))])

    def launch(self) -> None:
        """Launch the next one; the pointer goes back to the first that waits."""
        inject = self.following
        if inject is not None:
            self._chosen = None
            self.send(c.Launch(inject))

    def launch_refusal(self) -> Message | None:
        """Why LANCER would be refused now."""
        inject = self.following
        return Message("conduct.nothing_left") if inject is None else self.refusal(c.Launch(inject))

    def skip(self) -> None:
        """Leave the next one out."""
        inject = self.following
        if inject is not None:
            self._chosen = None
            self.send(c.SkipInject(inject))

    def postpone(self, minutes: int) -> None:
        """Let the next one be due some minutes later, from when it is due or from now."""
        seen, inject = self.seen, self.following
        if seen is not None and inject is not None:
            self._chosen = None
            self.send(c.PostponeInject(inject, later(seen, inject, minutes)))

    def shift(self, minutes: int) -> None:
        """Move the next one and all that follows it."""
        inject = self.following
        if inject is not None:
            self.send(c.ShiftTimeline(inject, minutes * MINUTE))

    def deliver(self, inject: InjectId, cells: Iterable[CellId] | None = None) -> None:
        """Note that an inject reached some cells, or all that it has not reached."""
        seen = self.seen
        if seen is None:
            return
        for cell in to_reach(seen, inject) if cells is None else cells:
            self.send(c.MarkDelivered(inject, cell, channel_of(seen, inject)))

    def miss(self, inject: InjectId, cells: Iterable[CellId] | None = None) -> None:
        """Note that an inject did not reach some cells, or any that it has not reached."""
        seen = self.seen
        if seen is None:
            return
        for cell in to_reach(seen, inject) if cells is None else cells:
            self.send(c.MarkNotReached(inject, cell))

    def last_launched(self) -> InjectId | None:
        """The inject that was launched last by a hand and can still be recalled by its time."""
        seen = self.seen
        if seen is None:
            return None
        launched = [
            (one.launched_at, inject)
            for inject, one in seen.view.injects.items()
            if one.launched_at is not None and seen.now.play - one.launched_at.play <= RECALL_WITHIN
        ]
        return max(launched)[1] if launched else None

    def recall(self) -> None:
        """Take the last launch back."""
        inject = self.last_launched()
        if inject is not None:
            self.send(c.Recall(inject))

    def recall_refusal(self) -> Message | None:
        """Why nothing can be recalled."""
        inject = self.last_launched()
        return Message("conduct.nothing_to_recall") if inject is None else self.refusal(c.Recall(inject))

    def recall_left(self) -> int:
        """How many milliseconds the last launch can still be taken back; 0 when it cannot."""
        seen, inject = self.seen, self.last_launched()
        if seen is None or inject is None or self.refusal(c.Recall(inject)) is not None:
            return 0
        launched = seen.inject(inject).launched_at
        return 0 if launched is None else RECALL_WITHIN - (seen.now.play - launched.play)

    def suspend_or_resume(self) -> None:
        """Let time stand still, or go on."""
        seen = self.seen
        if seen is not None:
            self.send(c.Resume() if seen.view.status is Status.SUSPENDED else c.Suspend())

    def suspend_refusal(self) -> Message | None:
        """Why time can neither stand still nor go on."""
        seen = self.seen
        if seen is None:
            return Message("window.no_exercise")
        return self.refusal(c.Resume() if seen.view.status is Status.SUSPENDED else c.Suspend())


def later(seen: Seen, inject: InjectId, minutes: int) -> Span:
    """Some minutes of its own line after an inject is due, and not before now."""
    due = seen.inject(inject).due
    by = minutes * MINUTE
    if due is None:
        return Span(play=PlayMs(seen.now.play + by))
    if due.play is not None:
        return Span(play=PlayMs(max(due.play, seen.now.play) + by))
    num, den = seen.view.line.pace
    return Span(story=StoryMs(max(due.ms, seen.now.story) + by * num // den))
