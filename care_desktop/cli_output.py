"""Files that a command writes: never silently in place of another, never in place of what it reads."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from care_desktop.errors import UserError
from care_desktop.language import Catalogue, Message


def force_argument(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """Say how a file that is there is replaced."""
    parser.add_argument("--force", action="store_true", help=catalogue.text(Message("command_line.force")))


def without_journal_argument(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """Say how a report is written without the journal in it."""
    parser.add_argument(
        "--without-journal",
        action="store_true",
        help=catalogue.text(Message("command_line.without_journal")),
    )


def assert_free(
    output: Path,
    inputs: Iterable[Path | None],
    *,
    force: bool,
    unwritten: str = "command_line.report_not_written",
) -> None:
    """See before any work that a file can be written without harm. Raises ``UserError`` if not.

    ``unwritten`` is the code of the error where there is no place for the file.
    """
    if any(one is not None and _same(output, one) for one in inputs):
        raise UserError("command_line.output_is_input", path=str(output))
    assert_no_folder(output)
    there = output.is_symlink() or output.exists()
    if not output.parent.is_dir() or (there and not output.is_file()):
        raise UserError(unwritten, path=str(output))
    if not there:
        return
    if not force:
        raise UserError("command_line.output_exists", path=str(output))


def assert_no_folder(output: Path) -> None:
    """Raises ``UserError`` where a folder is named for a file to be written."""
    if output.is_dir():
        raise UserError("command_line.output_is_folder", path=str(output))


def _same(one: Path, other: Path) -> bool:
    """Whether two paths are one file, there or not."""
    return one.resolve() == other.resolve() or (one.exists() and other.exists() and one.samefile(other))
