"""The database of exercises, opened with the passphrase that protects it; no command line ever shows that."""

from __future__ import annotations

import argparse
import os
import sys
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from care_desktop.cli_program import program
from care_desktop.errors import UserError
from care_desktop.language import Catalogue, Message

if TYPE_CHECKING:
    from care_desktop.journal.store import Store

VARIABLE = "CARE_DESKTOP_PASSPHRASE"
"""The variable of the environment that may hold the passphrase; empty is as if it were not there."""

MOST_BYTES = 4_096
_PLAIN = b"SQLite format 3\0"


def passphrase_argument(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """Say how a passphrase is given."""
    text = catalogue.text
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        metavar=text(Message("command_line.file")),
        help=text(Message("command_line.passphrase_file", {"variable": VARIABLE})),
    )


def open_to_read(options: argparse.Namespace, catalogue: Catalogue) -> Store:
    """The database of ``--database``, to read from. Raises ``UserError`` where there is none."""
    if not options.database.is_file():
        raise UserError("command_line.no_database", path=str(options.database), program=program())
    return _open(options, catalogue, read_only=True)


def open_to_write(options: argparse.Namespace, catalogue: Catalogue) -> Store:
    """The same to add to; it is made if it is not there, protected if there is a passphrase."""
    return _open(options, catalogue, read_only=False)


def _open(options: argparse.Namespace, catalogue: Catalogue, *, read_only: bool) -> Store:
    from care_desktop.journal.store import Store

    database: Path = options.database
    given = _given(options.passphrase_file)
    if given is not None and _is_plain(database):
        raise UserError("command_line.not_protected", path=str(database), variable=VARIABLE)
    try:
        return Store.open(database, passphrase=given, read_only=read_only)
    except UserError as error:
        if error.code != "journal.needs_passphrase":
            raise
        asked = _ask(database, catalogue)
        if asked is None:
            raise UserError("command_line.needs_passphrase", path=str(database), variable=VARIABLE) from error
    return Store.open(database, passphrase=asked, read_only=read_only)


def _given(file: Path | None) -> str | None:
    """The passphrase of the file, else of the environment. Raises ``UserError`` where the file has none."""
    if file is None:
        return os.environ.get(VARIABLE) or None
    try:
        with file.open("rb") as opened:
            content = opened.read(MOST_BYTES + 1)
        # Some editors begin a file with a mark of its encoding, and most end its line
        text = content.decode("utf-8-sig").removesuffix("\n").removesuffix("\r")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError("command_line.passphrase_not_read", path=str(file)) from error
    if not text or len(content) > MOST_BYTES or "\n" in text:
        raise UserError("command_line.passphrase_not_read", path=str(file))
    return text


def _is_plain(database: Path) -> bool:
    """Whether a file says of itself that anyone can read it."""
    try:
        with database.open("rb") as file:
            return file.read(len(_PLAIN)) == _PLAIN
    except OSError:
        return False


def _ask(database: Path, catalogue: Catalogue) -> str | None:
    """The passphrase as somebody types it, unseen; None where nobody can or does."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return None
    prompt = catalogue.text(Message("command_line.ask_passphrase", {"path": str(database)}))
    try:
        return getpass(f"{prompt} ") or None
    except EOFError:
        return None
