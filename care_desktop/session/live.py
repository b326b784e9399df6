"""The session's thread: commands and ticks in one queue, nothing waits for a disk but this."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack, suppress
from functools import partial
from uuid import uuid4

from care_desktop.errors import UserError
from care_desktop.exercise.commands import Command
from care_desktop.journal.records import CommandId, Stamp
from care_desktop.session.clock_source import ClockSource
from care_desktop.session.published import Opened, Published, Sent
from care_desktop.session.run import Run

Listener = Callable[[Published], None]
Unsubscribe = Callable[[], None]
OnOpened = Callable[[Opened | BaseException], None]

TICK_S = 0.25

_log = logging.getLogger(__name__)


class LiveSession:
    """An exercise under way on a thread of its own, which alone touches engine and journal.

    ``opening`` is entered on that thread and gives the run; what it raises is raised by ``start``, or told to
    whoever ``begin`` names. A command is stamped when it is sent, under the lock under which ticks are
    stamped too, and carried out in the order of the stamps: an answer pressed in time is never overtaken by a
    late tick. Listeners are called on the session's thread, after the commit. A bug costs the command that
    met it, not the exercise; one that time itself meets again and again is told and logged once. Where not
    even what is recorded can be taken up, each command from then on is answered with the problem, as after a
    failed commit.
    """

    def __init__(self, opening: AbstractContextManager[Run], clock: ClockSource) -> None:
        self._opening = opening
        self._clock = clock
        self._queue: queue.SimpleQueue[Sent | None] = queue.SimpleQueue()
        self._stamping = threading.Lock()
        self._closed = False
        self._stumbling = False
        self._listeners: list[partial[None]] = []
        self._thread: threading.Thread | None = None

    def start(self) -> Opened:
        """Open the exercise and let it go on; returns its script and how it stands."""
        answer: queue.SimpleQueue[Opened | BaseException] = queue.SimpleQueue()
        thread = self.begin(answer.put)
        opened = answer.get()
        if isinstance(opened, BaseException):
            thread.join()
            raise opened
        return opened

    def begin(self, on_opened: OnOpened) -> threading.Thread:
        """Have the exercise opened, and return at once; ``on_opened`` is called on the session's thread.

        It is told how the exercise stands, or why it could not be opened; nothing is published before.
        """
        self._thread = threading.Thread(target=self._work, args=(on_opened,), name="session", daemon=True)
        self._thread.start()
        return self._thread

    def send(
        self, command: Command, actor: str = "facilitator", command_id: CommandId | None = None
    ) -> CommandId:
        """Have a command carried out as of now; returns at once, listeners are told what came of it.

        Raises ``ValueError`` once the session is closed: nobody would ever be told.
        """
        name = command_id or CommandId(uuid4().hex)
        with self._stamping:
            if self._closed:
                raise ValueError("this session is closed")
            self._queue.put(Sent(name, command, actor, self._clock.read()))
        return name

    def listen(self, on: Listener) -> Unsubscribe:
        """Be told of all that is published from now on, until the returned function is called.

        It may be called from any thread; elsewhere than on the session's, one last call may be under way.
        """
        listener = partial(on)  # one of its own: the same function may listen twice
        self._listeners.append(listener)

        def stop() -> None:
            with suppress(ValueError):
                self._listeners.remove(listener)

        return stop

    def close(self) -> None:
        """Carry out what was sent, then stop. An exercise that runs will be resumed standing still.

        Waits for that, unless a listener calls it.
        """
        with self._stamping:
            self._closed = True
            self._queue.put(None)
        thread = self._thread
        if thread is not None and thread.is_alive() and thread is not threading.current_thread():
            thread.join()

    def _work(self, on_opened: OnOpened) -> None:
        try:
            with ExitStack() as stack:
                try:
                    run = stack.enter_context(self._opening)
                    opened = run.opened()
                except BaseException as error:  # noqa: BLE001 - raised or told where the session was begun
                    on_opened(error)
                    return
                on_opened(opened)
                while self._turn(run):
                    pass
        finally:
            with self._stamping:
                self._closed = True

    def _turn(self, run: Run) -> bool:
        """Wait for a command or for the next tick, and see to it; False when there is no more to come."""
        told: Published | None = None
        sent: Sent | None = None
        try:
            try:
                sent = self._queue.get(timeout=self._patience(run))
            except queue.Empty:
                stamp = self._tick_stamp()
                if stamp is not None:
                    told = run.tick(stamp)
            else:
                if sent is None:
                    return False
                told = run.carry_out(sent)
            self._stumbling = False
        except Exception:  # noqa: BLE001 - logged and told; a bug must not end an exercise
            told = self._stumble(run, sent)
        if told is not None:
            self._publish(told)
        return True

    def _stumble(self, run: Run, sent: Sent | None) -> Published | None:
        """Take a run up again after a bug; None if time met it once more, which is known already."""
        again, self._stumbling = self._stumbling and sent is None, True
        if not again:
            _log.exception("a bug in the exercise; it goes on from what is recorded")
        command = None if sent is None else sent.id
        try:
            told = run.start_over(command)
        except Exception:  # noqa: BLE001 - told with each answer: nobody may wait for one that never comes
            _log.exception("what is recorded cannot be taken up; nothing more is acknowledged")
            return run.give_up(UserError("session.lost"), command)
        return None if again and not told.events else told

    def _patience(self, run: Run) -> float:
        """How long to wait for a command: until something falls due, at most one tick.

        After a bug a whole tick: what met it is still due, and would be again at once.
        """
        if self._stumbling:
            return TICK_S
        due = run.next_due()
        if due is None or run.clock.since_ns is None:
            return TICK_S
        left_ms = due - run.clock.play_at(self._clock.read())
        return min(TICK_S, max(0, left_ms) / 1000)

    def _tick_stamp(self) -> Stamp | None:
        """The time, unless a command was stamped meanwhile: that one comes first."""
        with self._stamping:
            return self._clock.read() if self._queue.empty() else None

    def _publish(self, told: Published) -> None:
        for listener in self._listeners.copy():
            try:
                if listener in self._listeners:
                    listener(told)
            except Exception:  # noqa: BLE001
                _log.exception("a listener failed; the exercise goes on")
