"""Going on where the file of an exercise is damaged: from a copy, on a duplicate; nothing is replaced."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from care_desktop.errors import UserError
from care_desktop.language import Message
from care_desktop.session.copies import Copy, copies_in

UNREADABLE = frozenset({"journal.damaged", "journal.damaged_file", "journal.needs_passphrase"})
"""Errors of a file that another file may be used for; what it holds stays as it is."""


class Recoverable(UserError):
    """An exercise cannot be read where it lies, and ``copy`` has it, whole."""

    def __init__(self, why: UserError, copy: Copy) -> None:
        super().__init__("session.recoverable", **why.params)
        self.copy = copy
        self._why = why

    @property
    def messages(self) -> tuple[Message, Message, Message]:
        """What happened as the journal has it; then that there is a copy."""
        _, safe, remedy = super().messages
        return self._why.messages[0], safe, remedy


class Beside(UserError):
    """A new exercise cannot be kept at ``path``; it can in a file ``beside``, if somebody says so.

    ``has_copies``: exercises of before can be taken up from theirs.
    """

    def __init__(self, why: UserError, path: Path, beside: Path, *, has_copies: bool) -> None:
        super().__init__("session.beside", path=str(path), beside=str(beside))
        self._why, self._has_copies = why, has_copies

    @property
    def messages(self) -> tuple[Message, Message, Message]:
        """What happened as the journal has it; what stays; where to begin, and what of those of before."""
        _, safe, remedy = super().messages
        return (
            self._why.messages[0],
            safe,
            Message("session.beside.copied", self.params) if self._has_copies else remedy,
        )


def offered(why: UserError, folder: Path, exercise: str) -> UserError:
    """``why``, or if it is damage and a copy in ``folder`` has the exercise, that it can be recovered."""
    copy = newest_with(folder, exercise) if why.code in UNREADABLE else None
    return why if copy is None else Recoverable(why, copy)


def newest_with(folder: Path, exercise: str) -> Copy | None:
    """The last copy in which an exercise is found sound."""
    return next((copy for copy in reversed(copies_in(folder)) if _has(copy.path, exercise)), None)


def _has(path: Path, exercise: str) -> bool:
    from care_desktop.journal.records import ExerciseId
    from care_desktop.journal.store import Store

    try:
        with Store.open(path, read_only=True) as store:
            return not store.journal(ExerciseId(exercise)).verify()
    except UserError:
        return False


def duplicate(copy: Path, to: Path) -> None:
    """Put a duplicate of a copy at ``to``, where nothing may be; on return it outlasts a power cut.

    Raises ``UserError``: then nothing is there, unless something was there before.
    """
    from care_desktop.journal.disk import sync

    try:
        handle = os.open(to, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
    except OSError as error:
        raise UserError("session.not_duplicated", path=str(to)) from error
    try:
        with os.fdopen(handle, "wb") as target, copy.open("rb") as source:
            shutil.copyfileobj(source, target)
        sync(to)
        sync(to.parent)
    except OSError as error:
        with suppress(OSError):
            to.unlink()
        raise UserError("session.not_duplicated", path=str(to)) from error
