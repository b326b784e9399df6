"""Exercises opened in the store where they are kept, of which copies are made; it is closed on leaving."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from care_desktop.errors import UserError
from care_desktop.journal.records import ExerciseId
from care_desktop.journal.store import Store
from care_desktop.scenario.script import Script
from care_desktop.session.clock_source import ClockSource
from care_desktop.session.copies import Copies
from care_desktop.session.opening import open_new, resume
from care_desktop.session.recovering import duplicate, offered
from care_desktop.session.run import Run


@contextmanager
def begun(
    path: Path, exercise: str, script: Script, clock: ClockSource, copies: Copies | None
) -> Iterator[Run]:
    """A new exercise; of a rehearsal, no ``copies`` are made."""
    with ExitStack() as stack:
        store = stack.enter_context(Store.open(path))
        run = open_new(store, script, clock, ExerciseId(exercise))
        if copies is not None:
            stack.enter_context(copies.of(store, path))
        yield run


@contextmanager
def taken_up(
    path: Path, exercise: str, clock: ClockSource, copies: Copies | None, backups: Path
) -> Iterator[Run]:
    """One of before. Raises ``Recoverable`` if its file is damaged and a copy in ``backups`` has it."""
    with ExitStack() as stack:
        try:
            store = stack.enter_context(Store.open(path))
            run = resume(store.journal(ExerciseId(exercise)), clock)
        except UserError as error:
            raise offered(error, backups, exercise) from error
        if copies is not None:
            stack.enter_context(copies.of(store, path))
        yield run


@contextmanager
def taken_up_from(
    copy: Path, path: Path, exercise: str, clock: ClockSource, copies: Copies | None
) -> Iterator[Run]:
    """One of before as a copy has it, in a file of its own at ``path``; nothing may be there."""
    duplicate(copy, path)
    with taken_up(path, exercise, clock, copies, copy.parent) as run:
        yield run


@contextmanager
def looked_at(path: Path, exercise: str, clock: ClockSource) -> Iterator[Run]:
    """One that has ended, to look back at while another has the store; nothing can be recorded."""
    with Store.open(path, read_only=True) as store:
        yield resume(store.journal(ExerciseId(exercise)), clock)
