"""The index of recents, as the home reads and tidies it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from care_desktop.language import Message
from care_desktop.workspace import recents
from care_desktop.workspace.recents import Recent, Recents


class Played:
    """The exercises of before, and the databases that are not where they were."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.entries: tuple[Recent, ...] = ()
        self.missing: frozenset[str] = frozenset()

    def read(self) -> Message | None:
        """Read the index again; what is said of a damaged one. Raises ``UserError``."""
        index, told = recents.read(self._path)
        self.entries = index.entries
        return told

    def look(self) -> None:
        """Look whether the databases are where they were; a disk may take its time over it."""
        found = {entry.database for entry in self.entries}
        self.missing = frozenset(path for path in found if not Path(path).is_file())

    def forget(self, exercise: str) -> None:
        """Take an exercise off the list; its database is not touched. Raises ``UserError``."""
        self.read()
        self._write(entry for entry in self.entries if entry.exercise != exercise)

    def relocate(self, exercise: str, database: str) -> None:
        """Say where the database of an exercise is now; those of the same one move along."""
        self.read()
        before = {entry.database for entry in self.entries if entry.exercise == exercise}
        self._write(
            replace(entry, database=database) if entry.database in before else entry for entry in self.entries
        )

    def _write(self, entries: Iterable[Recent]) -> None:
        self.entries = tuple(entries)
        recents.write(self._path, Recents(self.entries))
        self.look()
