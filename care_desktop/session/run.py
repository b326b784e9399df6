"""An exercise under way, without a thread: decide, commit, publish."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import uuid4

from care_desktop.errors import Refused, UserError
from care_desktop.exercise import wire
from care_desktop.exercise.commands import Advance, Command, Interrupt, NoteWallClock
from care_desktop.exercise.engine import Engine
from care_desktop.exercise.events import Event, Gap
from care_desktop.exercise.fold import fold
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.state import Status
from care_desktop.exercise.view import View, view_of
from care_desktop.journal.journal import Journal
from care_desktop.journal.records import Batch, CommandId, Sealed, Seq, Stamp
from care_desktop.language import Message
from care_desktop.scenario.time import PlayMs
from care_desktop.session.bulk import collector_paused
from care_desktop.session.play_clock import NOTICED_MS, PlayClock, slept_ms, wall_step_ms
from care_desktop.session.published import Opened, Published, Sent

SESSION = "session"
"""The actor of what nobody pressed: ticks, interruptions."""

_BEAT_NS = 1_000_000_000


class Run:
    """Engine and journal joined. Used by one thread at a time.

    Nothing is published before its commit has returned. When a commit fails, the engine is thrown away and
    made anew from what is committed; from then on nothing is acknowledged.
    """

    def __init__(
        self, index: ScriptIndex, journal: Journal, events: Iterable[Event], clock: PlayClock
    ) -> None:
        self.index = index
        self.journal = journal
        self.events = list(events)
        self.clock = clock
        self.problem: UserError | None = None
        self._carried_out = {batch.id for batch in journal.batches()}
        self._sealed = set(journal.texts())
        with collector_paused():
            self._engine = Engine(index, fold(index, self.events))
        self._view: View = view_of(self._engine.state)
        self._stamp: Stamp | None = None
        self._beaten_ns: int | None = None
        self._told = len(self.events)

    @property
    def status(self) -> Status:
        """Where the exercise stands."""
        return self._engine.state.status

    def next_due(self) -> PlayMs | None:
        """When something falls due by itself, in play time."""
        return None if self.problem else self._engine.next_due()

    def refusal(self, command: Command, stamp: Stamp) -> Message | None:
        """Why a command would be refused now; None if it would be taken."""
        if self.problem is not None:
            happened, _, _ = self.problem.messages
            return happened
        return self._engine.refusal(command, self.clock.play_at(stamp))

    def preview(self, command: Command, stamp: Stamp) -> tuple[Event, ...]:
        """What a command would bring now, without bringing it about. Raises ``Refused`` as it would be."""
        return self._engine.preview(command, self.clock.play_at(stamp))

    def carry_out(self, sent: Sent) -> Published:
        """Decide on a command and record it: one batch, one commit. A command sent twice counts once."""
        self._notice(sent.stamp)
        if self.problem is not None or sent.id in self._carried_out:
            return self._published(sent.id)
        if any(one.digest in self._sealed for one in wire.sealed_in(sent.command, 0)):
            raise ValueError("words are sealed anew for each command, or they could not be erased apart")
        at = self.clock.play_at(sent.stamp)
        try:
            events = self._engine.submit(sent.command, at)
        except Refused as refused:
            self._tick(sent.stamp)
            return self._published(sent.id, refused.message)
        self._commit(events, sent, at)
        return self._published(sent.id)

    def tick(self, stamp: Stamp) -> Published | None:
        """Let time pass: what fell due, a sign of life each second. None if there is nothing to tell."""
        failed_before = self.problem
        self._notice(stamp)
        self._tick(stamp)
        self._beat(stamp)
        if self._told == len(self.events) and self.problem is failed_before:
            return None
        return self._published()

    def snapshot(self) -> Published:
        """How things stand, without new events."""
        return self._tell((), None, None)

    def opened(self) -> Opened:
        """How things stand, with all that led there."""
        stamps = {Seq(record.row.seq): record.batch.stamp for record in self.journal.records()}
        return Opened(self.index, self.snapshot()._replace(events=tuple(self.events)), stamps)

    def start_over(self, command: CommandId | None = None) -> Published:
        """After a bug: make the engine anew from what is committed, and tell what was not told of it.

        The command that met the bug is not taken, unless the bug came after its commit.
        """
        self._engine = Engine(self.index, fold(self.index, self.events))
        self._view = view_of(self._engine.state, self._view)
        return self._published(command, None if command in self._carried_out else Message("session.bug"))

    def give_up(self, problem: UserError, command: CommandId | None = None) -> Published:
        """After a bug that ``start_over`` met too: nothing more is acknowledged, and ``problem`` says why.

        What is shown is how things stood before it; what is committed stays.
        """
        self.problem = problem
        if self._stamp is not None:
            self.clock = self.clock.standing_still(self._stamp)
        return self._published(command)

    def _notice(self, stamp: Stamp) -> None:
        """Record that the machine slept, or that its wall clock was set, since the last stamp."""
        before, self._stamp = self._stamp, stamp
        if before is None or self.problem is not None or self.status in (Status.NEW, Status.ENDED):
            return
        slept, stepped = slept_ms(before, stamp), wall_step_ms(before, stamp)
        if abs(stepped) > NOTICED_MS:
            self._record(NoteWallClock(stepped), stamp)
        if slept > NOTICED_MS and self.status is Status.RUNNING:
            self._record(Interrupt(Gap.SLEEP, slept), stamp)

    def _tick(self, stamp: Stamp) -> None:
        if self.problem is not None:
            return
        at = self.clock.play_at(stamp)
        events = self._engine.advance(at)
        if events:
            self._commit(events, by_session(Advance(), stamp), at)

    def _record(self, command: Command, stamp: Stamp) -> None:
        if self.problem is not None:
            return
        at = self.clock.play_at(stamp)
        self._commit(self._engine.submit(command, at), by_session(command, stamp), at)

    def _commit(self, events: tuple[Event, ...], sent: Sent, at: PlayMs) -> None:
        """Keep events with their command; nothing, and a problem, if that fails."""
        encoded = [wire.encode(event) for event in events]
        texts: dict[str, Sealed] = {}
        for one in (*wire.sealed_in(sent.command, events[0].seq), *(s for _, own in encoded for s in own)):
            texts.setdefault(one.digest, one)
        batch = Batch(
            sent.id, sent.actor, sent.command.kind, wire.encode_command(sent.command, at), sent.stamp
        )
        try:
            self.journal.append(batch, [row for row, _ in encoded], list(texts.values()))
        except UserError as error:
            self._fail(error, sent.stamp)
            return
        self._carried_out.add(sent.id)
        self._sealed.update(texts)
        self.events.extend(events)
        self._follow(sent.stamp)
        self._view = view_of(self._engine.state, self._view)

    def _follow(self, stamp: Stamp) -> None:
        """Let play time go on or stand still, as the exercise now does."""
        runs = self.status is Status.RUNNING
        if runs and self.clock.since_ns is None:
            self.clock = self.clock.going_on(stamp)
        elif not runs and self.clock.since_ns is not None:
            self.clock = self.clock.standing_still(stamp)

    def _fail(self, error: UserError, stamp: Stamp) -> None:
        self.problem = error
        self.clock = self.clock.standing_still(stamp)
        self._engine = Engine(self.index, fold(self.index, self.events))

    def _beat(self, stamp: Stamp) -> None:
        if self.problem is not None or self.status is not Status.RUNNING:
            return
        if self._beaten_ns is None or stamp.awake_ns - self._beaten_ns >= _BEAT_NS:
            try:
                self.journal.beat(self.clock.play_at(stamp), stamp)
            except UserError as error:
                self._fail(error, stamp)
            self._beaten_ns = stamp.awake_ns

    def _published(self, command: CommandId | None = None, refusal: Message | None = None) -> Published:
        """All that was recorded since the last time, whatever came between."""
        events = tuple(self.events[self._told :])
        self._told = len(self.events)
        return self._tell(events, command, refusal)

    def _tell(
        self, events: tuple[Event, ...], command: CommandId | None, refusal: Message | None
    ) -> Published:
        return Published(
            events, self._view, self.clock, self.journal.head, command, refusal, self.problem, self._stamp
        )


def by_session(command: Command, stamp: Stamp) -> Sent:
    """A command that nobody pressed, as the session itself gives it."""
    return Sent(CommandId(uuid4().hex), command, SESSION, stamp)
