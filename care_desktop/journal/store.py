"""A store: one database file with the journals of many exercises."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

from care_desktop.errors import UserError
from care_desktop.journal import backup, reading, storing
from care_desktop.journal.admission import SCRIPT_BYTES
from care_desktop.journal.connection import Database
from care_desktop.journal.journal import Journal
from care_desktop.journal.records import Entry, ExerciseId, Origin


class Store:
    """An open store, used by one thread at a time; only ``backup`` may run beside it in another.

    With a passphrase the whole file is encrypted and each page authenticated; without, it is plain SQLite,
    whose damage shows when an exercise is read or verified. Opened to write, the file must be on a local
    disk. Opened to read only, nothing of the file changes; beside one that was written to, SQLite may leave
    two small files of its own, so on a medium that cannot be written only a backup can be read.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._journals: dict[ExerciseId, Journal] = {}

    @classmethod
    def open(cls, path: Path, *, passphrase: str | None = None, read_only: bool = False) -> Store:
        """Open a store; unless to read only, make it if it is not there.

        Raises ``UserError``: wrong or missing passphrase, a file of another program or of a newer version
        of this one (left untouched), damage, a place that cannot keep what is written.
        """
        return cls(Database(path, passphrase=passphrase, read_only=read_only))

    def create(self, exercise: ExerciseId, script: bytes, origin: Origin | None = None) -> Journal:
        """Begin the journal of a new exercise; raises ``ValueError`` if there is one of this name."""
        self._database.assert_writable()
        if not exercise or len(script) > SCRIPT_BYTES:
            raise ValueError("an exercise has an id, and a script of reasonable size")
        if self._database.rows("SELECT 1 FROM exercises WHERE id = ?", exercise):
            raise ValueError(f"exercise {exercise} exists")
        with self._database.writing() as connection:
            storing.insert_exercise(connection, storing.exercise_row(exercise, script, origin))
        return self.journal(exercise)

    def journal(self, exercise: ExerciseId) -> Journal:
        """The journal of an exercise, the same object at each call.

        Raises ``UserError("journal.unknown_exercise")`` if the store does not hold it.
        """
        return self._journals.get(exercise) or Journal(self._database, exercise, self._journals)

    def exercises(self) -> tuple[Entry, ...]:
        """What the store holds, in the order of creation."""
        found = self._database.rows(
            "SELECT id, wall, origin_exercise, origin_seq, origin_hash, script_digest FROM exercises"
            " LEFT JOIN batches ON exercise = id AND batch = 1 ORDER BY exercises.rowid"
        )
        return tuple(
            Entry(ExerciseId(name), opened, reading.origin(parent), digest)
            for name, opened, *parent, digest in found
        )

    def backup(self, to: Path) -> None:
        """Copy the whole store to one file, encrypted alike, and put it in place of ``to`` once verified.

        Raises ``UserError`` if that cannot be done: then what was at ``to`` is still there or, if only its
        folder could not be synced, the new copy, verified.
        """
        if to.absolute() == self._database.path.absolute():
            raise ValueError("a store is not its own copy")
        backup.write(self._database, to)

    @property
    def failed(self) -> UserError | None:
        """Why nothing more can be kept here, after a failure to write."""
        return self._database.broken

    def close(self) -> None:
        """Close the file; its journals can no longer be used."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
