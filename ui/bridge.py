"""Between the session's thread and the window: what is published comes as one Qt signal, commands go back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from care_desktop.errors import UserError
from care_desktop.journal.records import Stamp
from care_desktop.language import Message
from care_desktop.session.clock_source import ClockSource, MachineClock
from care_desktop.session.copies import copies_in
from care_desktop.session.recovering import UNREADABLE, Beside
from care_desktop.workspace import recents
from care_desktop.workspace.place import Workspace, beside
from care_desktop.workspace.recents import ENDED, Recent
from ui.openings import Opening, Openings, later

if TYPE_CHECKING:
    from care_desktop.exercise.clock import Instant
    from care_desktop.exercise.commands import Command
    from care_desktop.exercise.words import Words
    from care_desktop.scenario.scenario import Facility
    from care_desktop.scenario.script import Script
    from care_desktop.session.copies import Copy
    from care_desktop.session.followed import Followed
    from care_desktop.session.live import LiveSession
    from care_desktop.session.published import Opened, Published


class Bridge(QObject):
    """The exercise under way as the window sees it, and the way back to its session.

    The window never touches the database and never waits for it: opening, too, is done on the session's
    thread. ``opened`` and ``failed`` tell what came of it, ``told`` of all that is published, after
    ``followed`` took note of it; ``noticed`` and ``not_copied`` of what else somebody should know.
    """

    opened = Signal()
    told = Signal(object)
    failed = Signal(object)
    closed = Signal()
    noticed = Signal(object)
    not_copied = Signal(object)
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
        self.problem: UserError | None = None
        self._workspace = workspace
        self._clock = clock or MachineClock()
        self._openings = Openings(workspace, self._clock)
        self._session: LiveSession | None = None
        self._otherwise: Callable[[UserError], None] | None = None
        self._answered.connect(self._take_opened)
        self._published.connect(self._take_told)

    @property
    def is_rehearsal(self) -> bool:
        """Whether the exercise at hand counts nowhere; False without one."""
        return self.entry is not None and self.entry.is_rehearsal

    def open_new(
        self, script: Script, facility: Facility, *, rehearsal: bool = False, agreed: bool = False
    ) -> None:
        """Begin a new exercise; it waits for DEBEX.

        Where its store is damaged, ``failed`` tells of one ``Beside``; it is kept there if that is
        ``agreed``, now or by a store that is there already.
        """
        if self.only_reads:
            self.failed.emit(UserError("window.only_reads"))
            return
        first = self._workspace.rehearsals if rehearsal else self._workspace.database

        def new(path: Path) -> Opening:
            return self._openings.new(path, script, facility, rehearsal=rehearsal)

        self._open_in(new, first, 1, agreed=agreed)

    def _open_in(self, new: Callable[[Path], Opening], first: Path, number: int, *, agreed: bool) -> None:
        path, other = beside(first, number), beside(first, number + 1)

        def otherwise(why: UserError) -> None:
            if not agreed and not other.exists():
                has_copies = bool(copies_in(self._workspace.backups))
                self.failed.emit(Beside(why, path, other, has_copies=has_copies))
                return
            self._open_in(new, first, number + 1, agreed=agreed)
            self.noticed.emit(Message("window.begun_beside", {"path": str(path), "beside": str(other)}))

        self._begin(new(path))
        self._otherwise = otherwise

    def resume(self, exercise: str) -> None:
        """Take up an exercise of the index again, or look back at one that has ended."""
        entry = self._known(exercise)
        if entry is None:
            return
        if self.only_reads and entry.status != ENDED:
            self.failed.emit(UserError("window.only_reads"))
            return
        self._begin(self._openings.looked_at(entry) if self.only_reads else self._openings.again(entry))

    def resume_from(self, copy: Copy, exercise: str) -> None:
        """Take up an exercise as a copy has it, on a duplicate of that: nothing is written over."""
        entry = self._known(exercise)
        if entry is not None:
            self._begin(self._openings.from_copy(entry, copy))

    def _known(self, exercise: str) -> Recent | None:
        """An exercise of the index; None, and ``failed``, where it is not there."""
        try:
            known, _ = recents.read(self._workspace.recents, read_only=True)
        except UserError as error:
            self.failed.emit(error)
            return None
        entry = next((one for one in known.entries if one.exercise == exercise), None)
        if entry is None:
            self.failed.emit(UserError("window.exercise_unknown"))
        return entry

    def suspend(self) -> None:
        """Let time stand still where it runs: it is for whoever goes away, and was not cut short."""
        from care_desktop.exercise import commands as c
        from care_desktop.exercise.state import Status

        if self.followed is not None and self.problem is None and self.followed.view.status is Status.RUNNING:
            self.send(c.Suspend())

    def close(self) -> None:
        """Let go of the exercise: what was sent is carried out and recorded first."""
        session, self._session = self._session, None
        if session is None:
            return
        session.close()
        self.followed = None
        self.problem = None
        self.entry = None
        self.exercise = ""
        self.closed.emit()

    def send(self, command: Command) -> None:
        """Have a command carried out as of now; ``told`` says what came of it."""
        if self._session is not None:
            self._session.send(command)

    def words(self, text: str) -> Words:
        """Seal what a person typed, for one command."""
        import secrets

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
        if self.only_reads:
            return Message("window.only_looks")
        return self.followed.refusal(command, self._clock.read())

    def _begin(self, opening: Opening) -> None:
        from care_desktop.session.copies import Copies
        from care_desktop.session.listing import Listing
        from care_desktop.session.live import LiveSession

        self.close()
        self._otherwise = None
        entry = opening.entry
        copies = Copies(self._workspace.backups, self._clock, self.not_copied.emit)
        session = LiveSession(later(opening, copies), self._clock)
        self._session = session
        self.entry = entry
        self.database = Path(entry.database)
        if not self.only_reads:
            session.listen(Listing(self._workspace.recents, entry))
        session.listen(lambda told: self._published.emit(session, told))
        session.listen(copies)
        session.begin(lambda opened: self._answered.emit(session, opened))

    def _take_opened(self, session: LiveSession, opened: Opened | BaseException) -> None:
        if session is not self._session:
            return
        if isinstance(opened, BaseException):
            self._session = None
            self.entry = None
            if not isinstance(opened, UserError):
                raise opened
            otherwise, self._otherwise = self._otherwise, None
            if otherwise is not None and opened.code in UNREADABLE:
                otherwise(opened)
            else:
                self.failed.emit(opened)
            return
        from care_desktop.session.followed import Followed

        self.followed = Followed(opened)
        self.exercise = opened.told.head.exercise
        self.opened.emit()

    def _take_told(self, session: LiveSession, told: Published) -> None:
        if session is self._session and self.followed is not None:
            self.followed.follow(told)
            self.problem = told.problem
            self.told.emit(told)
