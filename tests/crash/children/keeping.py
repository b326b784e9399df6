"""Opens the store of a recorded program, and names what it keeps, for the program and for its checks."""

from __future__ import annotations

from pathlib import Path

from care_desktop.journal.journal import Journal
from care_desktop.journal.records import ExerciseId
from care_desktop.journal.store import Store
from tests.crash.children.deeds import SCRIPT

DATABASE, COPY = "care.db", "copy.db"
EXERCISE = ExerciseId("exercise-1")


def journal_in(store: Store) -> Journal:
    """The journal of the only exercise, made now if it is not there."""
    return store.journal(EXERCISE) if store.exercises() else store.create(EXERCISE, SCRIPT)


def open_store(folder: Path) -> Store:
    """The store of a program whose folder this is."""
    return Store.open(folder / DATABASE)


def open_copy(folder: Path) -> Store:
    """The copy that such a program made."""
    return Store.open(folder / COPY)
