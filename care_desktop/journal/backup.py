"""Copies of a store that can be trusted: written beside, synced, verified, and only then put in place."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from contextlib import closing, suppress
from pathlib import Path

from care_desktop.errors import UserError
from care_desktop.journal import driver
from care_desktop.journal.connection import Database
from care_desktop.journal.disk import sync
from care_desktop.journal.records import Head
from care_desktop.journal.verifying import verify_exercise, verify_file

_FAILURES = (OSError, *driver.Error)

_HEADS = (
    "SELECT events.exercise, seq, hash FROM events JOIN"
    " (SELECT exercise, max(seq) AS last FROM events GROUP BY exercise) AS ends"
    " ON events.exercise = ends.exercise AND seq = last"
)


def write(source: Database, to: Path) -> None:
    """Copy ``source`` to ``to``. See ``Store.backup``."""
    partial = to.with_name(f".{to.name}.{secrets.token_hex(4)}.partial")
    try:
        os.close(os.open(partial, os.O_CREAT | os.O_EXCL, 0o600))
        _verify(source, partial, _copy(source, partial))
        sync(partial)
        partial.replace(to)
        sync(to.parent)
    except _FAILURES as error:
        raise UserError("journal.not_copied", path=str(to)) from error
    finally:
        with suppress(OSError):
            partial.unlink()


def _copy(source: Database, partial: Path) -> dict[str, Head]:
    """Copy page by page; returns where the exercises ended when it began."""
    with closing(source.look()) as reader, closing(source.connect(partial, "rw")) as copy:
        heads = {name: Head(name, seq, sealed) for name, seq, sealed in reader.execute(_HEADS)}
        reader.backup(copy)
        # The copy must be one file that opens anywhere, also from a medium that cannot be written.
        if copy.execute("PRAGMA journal_mode = DELETE").fetchall() != [("delete",)]:
            raise UserError("journal.not_copied", path=str(partial))
    return heads


def _verify(source: Database, partial: Path, heads: Mapping[str, Head]) -> None:
    """Open the copy as anyone would; what was in the source must be in it, and all of it sound."""
    copy = source.reopen(partial)
    try:
        findings = verify_file(copy)
        for name in {name for (name,) in copy.rows("SELECT id FROM exercises")} | heads.keys():
            findings += verify_exercise(copy, name, heads.get(name))
    finally:
        copy.close()
    if findings:
        raise UserError("journal.copy_damaged", path=str(partial), finding=findings[0].code)
