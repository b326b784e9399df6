"""Between the session's thread and the window: what is published comes as one Qt signal, commands go back."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from care_desktop.errors import UserError
from care_desktop.journal.records import ExerciseId, Stamp
from care_desktop.language import Message
from care_desktop.scenario.time import PlayMs
from care_desktop.session.clock_source import ClockSource, MachineClock
from care_desktop.workspace import recents
from care_desktop.workspace.place import Workspace
from care_desktop.workspace.recents import Recent

if TYPE_CHECKING:
    from care_desktop.exercise.clock import Instant
    from care_desktop.exercise.commands import Command
    from care_desktop.exercise.words import Words
    from care_desktop.scenario.scenario import Facility
    from care_desktop.scenario.script import Script
    from care_desktop.session.followed import Followed
    from care_desktop.session.live import LiveSession
    from care_desktop.session.published import Opened, Published
    from care_desktop.session.run import Run

Opening = Callable[[], Iterator["Run"]]


class Bridge(QObject):
    """The exercise under way as the window sees it, and the way back to its session.

    The window never touches the database and never waits for it: opening, too, is done on the session's
    thread. ``opened`` and ``failed`` tell what came of it, ``told`` of all that is published, after
    ``followed`` took note of it.
    """

    opened = Signal()
    told = Signal(object)
    failed = Signal(object)
    closed = Signal()
    _answered = Signal(object, object)
    _published = Signal(object, object)

    def __init__(
        self, workspace: Workspace, clock: ClockSource | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.followed: Followed | None = None
        self.exercise = ""
        self.database: Path = workspace.database
        self.entry: Recent | None = None
        self.only_reads = False
        self._workspace = workspace
        self._clock = clock or MachineClock()
        self._session: LiveSession | None = None
        self._answered.connect(self._take_opened)
        self._published.connect(self._take_told)

    def open_new(self, script: Script, facility: Facility, *, rehearsal: bool = False) -> None:
        """Begin a new exercise; it waits for DEBEX."""
        path = self._workspace.rehearsals if rehearsal else self._workspace.database
        entry = Recent(
            exercise=secrets.token_hex(16),
            neutral_name=script.name.fr,
            facility=facility.name,
            begun=self._clock.read().wall,
            play=PlayMs(0),
            status="new",
            database=str(path),
            protected=False,
            kind="rehearsal" if rehearsal else "exercise",
        )

        def run() -> Iterator[Run]:
            from care_desktop.journal.store import Store
            from care_desktop.session.opening import open_new

            with Store.open(path) as store:
                yield open_new(store, script, self._clock, ExerciseId(entry.exercise))

        self._begin(run, entry)

    def resume(self, exercise: str) -> None:
        """Take up an exercise of the index again, or look back at one that has ended."""
        try:
            known, _ = recents.read(self._workspace.recents, read_only=True)
            entry = next(one for one in known.entries if one.exercise == exercise)
        except UserError as error:
            self.failed.emit(error)
            return
        except StopIteration:
            self.failed.emit(UserError("window.exercise_unknown"))
            return
        path = Path(entry.database)

        def run() -> Iterator[Run]:
            from care_desktop.session.opening import resumed

            if not path.is_file():  # a store that is missing would be made anew, empty
                raise UserError("window.database_gone", path=str(path))
            with resumed(path, ExerciseId(exercise), self._clock) as opened:
                yield opened

        self._begin(run, entry)

    def close(self) -> None:
        """Let go of the exercise: what was sent is carried out and recorded first."""
        session, self._session = self._session, None
        if session is None:
            return
        session.close()
        self.followed = None
        self.entry = None
        self.exercise = ""
        self.closed.emit()

    def send(self, command: Command) -> None:
        """Have a command carried out as of now; ``told`` says what came of it."""
        if self._session is not None:
            self._session.send(command)

    def words(self, text: str) -> Words:
        """Seal what a person typed, for one command."""
        from care_desktop.exercise.words import Words

        return Words.seal(text, secrets.token_bytes(16))

    def stamp(self) -> Stamp:
        """The clocks of the machine."""
        return self._clock.read()

    def now(self) -> Instant:
        """What time it is in the exercise; there must be one."""
        if self.followed is None:
            raise ValueError("no exercise is open")
        return self.followed.now(self._clock.read())

    def refusal(self, command: Command) -> Message | None:
        """Why a command would be refused now; None if it would be taken."""
        if self.followed is None:
            return Message("window.no_exercise")
        return self.followed.refusal(command, self._clock.read())

    def _begin(self, run: Opening, entry: Recent) -> None:
        if self.only_reads:
            self.failed.emit(UserError("window.only_reads"))
            return
        from care_desktop.session.listing import Listing
        from care_desktop.session.live import LiveSession

        self.close()
        session = LiveSession(contextmanager(run)(), self._clock)
        self._session = session
        self.entry = entry
        self.database = Path(entry.database)
        session.listen(Listing(self._workspace.recents, entry))
        session.listen(lambda told: self._published.emit(session, told))
        session.begin(lambda opened: self._answered.emit(session, opened))

    def _take_opened(self, session: LiveSession, opened: Opened | BaseException) -> None:
        if session is not self._session:
            return
        if isinstance(opened, BaseException):
            self._session = None
            self.entry = None
            if not isinstance(opened, UserError):
                raise opened
            self.failed.emit(opened)
            return
        from care_desktop.session.followed import Followed

        self.followed = Followed(opened)
        self.exercise = opened.told.head.exercise
        self.opened.emit()

    def _take_told(self, session: LiveSession, told: Published) -> None:
        if session is self._session and self.followed is not None:
            self.followed.follow(told)
            self.told.emit(told)
