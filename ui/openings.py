"""The ways to open an exercise, described on the window's thread and gone on the session's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from care_desktop.errors import UserError
from care_desktop.scenario.time import PlayMs
from care_desktop.session.clock_source import ClockSource
from care_desktop.workspace.place import Workspace, free_beside
from care_desktop.workspace.recents import Recent

if TYPE_CHECKING:
    from care_desktop.scenario.scenario import Facility
    from care_desktop.scenario.script import Script
    from care_desktop.session.copies import Copies, Copy
    from care_desktop.session.run import Run


class Opening(NamedTuple):
    """An exercise as the index has it, and what opens it; only that knows the database."""

    entry: Recent
    run: Callable[[Copies | None], AbstractContextManager[Run]]


class Openings:
    """The ways there are. A rehearsal counts nowhere: no copy is made of it."""

    def __init__(self, workspace: Workspace, clock: ClockSource) -> None:
        self._workspace = workspace
        self._clock = clock

    def new(self, path: Path, script: Script, facility: Facility, *, rehearsal: bool) -> Opening:
        """One that begins, in the store at ``path``."""
        import secrets  # with its cryptography, which the first paint does without

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

        def run(copies: Copies | None) -> AbstractContextManager[Run]:
            from care_desktop.session.kept import begun

            return begun(path, entry.exercise, script, self._clock, copies)

        return Opening(entry, run)

    def again(self, entry: Recent) -> Opening:
        """One of before, to be gone on with or looked back at."""
        path, backups = Path(entry.database), self._workspace.backups

        def run(copies: Copies | None) -> AbstractContextManager[Run]:
            from care_desktop.session.kept import taken_up

            _assert_there(path)
            return taken_up(path, entry.exercise, self._clock, copies, backups)

        return Opening(entry, run)

    def from_copy(self, entry: Recent, copy: Copy) -> Opening:
        """One of before as a copy has it, in a file of its own."""
        path = free_beside(self._workspace.database)

        def run(copies: Copies | None) -> AbstractContextManager[Run]:
            from care_desktop.session.kept import taken_up_from

            return taken_up_from(copy.path, path, entry.exercise, self._clock, copies)

        return Opening(replace(entry, database=str(path)), run)

    def looked_at(self, entry: Recent) -> Opening:
        """One that has ended, while another window has the store."""
        path = Path(entry.database)

        def run(_copies: Copies | None) -> AbstractContextManager[Run]:
            from care_desktop.session.kept import looked_at

            _assert_there(path)
            return looked_at(path, entry.exercise, self._clock)

        return Opening(entry, run)


@contextmanager
def later(opening: Opening, copies: Copies) -> Iterator[Run]:
    """Open only when this is entered: on the session's thread, which alone brings the database in."""
    with opening.run(copies if opening.entry.kind == "exercise" else None) as opened:
        yield opened


def _assert_there(path: Path) -> None:
    """A store that is missing would be made anew, empty."""
    if not path.is_file():
        raise UserError("window.database_gone", path=str(path))
