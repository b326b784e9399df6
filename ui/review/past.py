"""An exercise to look back at: its script, its events, and the measures taken of them once. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from care_desktop.debrief.debrief import Debrief, debrief
from care_desktop.debrief.decisions import Decided, Outcome
from care_desktop.exercise.events import Event
from care_desktop.exercise.index import ScriptIndex
from care_desktop.journal.records import Seq, Stamp
from care_desktop.scenario.script import Decision, Option
from care_desktop.session.bulk import collector_paused


class Past:
    """An exercise, ended or under way, measured when it is opened; a ``rehearsal`` counts nowhere."""

    def __init__(
        self,
        index: ScriptIndex,
        events: Sequence[Event],
        stamps: Mapping[Seq, Stamp],
        *,
        rehearsal: bool = False,
    ) -> None:
        self.index = index
        self.rehearsal = rehearsal
        self.events = tuple(events)
        self.stamps = stamps
        with collector_paused():
            self.measured: Debrief = debrief(index, self.events)
        self._by_seq = {event.seq: event for event in self.events}
        self._decision_keys = {one.id: f"D{n}" for n, one in enumerate(index.script.decisions, 1)}
        self._inject_keys = {one.id: f"S{n:02d}" for n, one in enumerate(index.script.injects, 1)}
        alone = [one.seq for one in self.measured.decisions.taken if one.decision is None]
        self._spontaneous_keys = {seq: f"Sp{n}" for n, seq in enumerate(alone, 1)}

    @property
    def end(self) -> int:
        """Where the axis of play time ends."""
        return self.measured.times.end.play

    @property
    def ended(self) -> bool:
        """Whether FINEX was said."""
        return self.measured.times.ended is not None

    def key(self, one: Decided) -> str:
        """D3, or Sp1 for a decision that nobody asked."""
        if one.decision is None:
            return self._spontaneous_keys[one.seq]
        return self._decision_keys.get(one.decision, one.decision)

    def decision_key(self, of: str) -> str:
        """D3."""
        return self._decision_keys.get(of, of)

    def inject_key(self, of: str) -> str:
        """S12, or nothing for one that no script holds."""
        return self._inject_keys.get(of, "")

    def decision(self, one: Decided) -> Decision | None:
        """The decision of the script, None for a spontaneous one."""
        return None if one.decision is None else self.index.decisions.get(one.decision)

    def chosen(self, one: Decided) -> Option | None:
        """The option that was taken, that a free answer amounts to, or whose effects came by default."""
        if one.decision is None or one.option is None:
            return None
        return self.index.options.get((one.decision, one.option))

    def event(self, seq: Seq | None) -> Event | None:
        """An event, whether it still counts or was taken back."""
        return None if seq is None else self._by_seq.get(seq)

    def jumped(self, one: Decided) -> bool:
        """Whether the story jumped while the decision was open: its delay then says nothing of the story."""
        if one.opened is None or one.seq is None:
            return False
        return any(one.opened < jump.seq < one.seq for jump in self.measured.times.jumps)

    def wall(self, seq: Seq | None) -> datetime | None:
        """When an event was recorded, by the clock of the room."""
        stamp = None if seq is None else self.stamps.get(seq)
        if stamp is None:
            return None
        return datetime.fromisoformat(stamp.wall).replace(tzinfo=None) + timedelta(minutes=stamp.offset)


def when(one: Decided) -> int | None:
    """Where a decision stands in play time: its fact, else the deadline or the end that it was left to."""
    if one.outcome is not Outcome.UNDECIDED and one.at is not None:
        return one.at
    if one.since is None:
        return None
    return one.since + (one.censored_ms or 0)
