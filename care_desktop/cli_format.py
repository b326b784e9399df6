"""``care-desktop format``: a scenario or a facility in the one form that the program writes."""

from __future__ import annotations

import argparse
import stat
from pathlib import Path

from care_desktop import cli_sources
from care_desktop.cli_program import program
from care_desktop.errors import UserError
from care_desktop.language import Catalogue, Message
from care_desktop.scenario.canonical import Canonical, canonical
from care_desktop.workspace.durable import write_durably


def arguments(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """Say what ``format`` takes."""
    text = catalogue.text
    parser.add_argument(
        "path",
        type=Path,
        metavar=text(Message("command_line.file")),
        help=text(Message("command_line.format_path")),
    )
    parser.add_argument("--check", action="store_true", help=text(Message("command_line.format_check")))
    parser.add_argument(
        "--drop-comments", action="store_true", help=text(Message("command_line.drop_comments"))
    )


def run(options: argparse.Namespace, catalogue: Catalogue) -> int:
    """Rewrite the file, or only say whether that would change it: then 2 if it would."""
    path = cli_sources.own_file(options.path)
    found, findings = canonical(path)
    if found is None:
        cli_sources.tell_findings(findings, path, catalogue)
        raise UserError("command_line.no_form", path=str(path))
    before = _content(path)
    if before == found.content:
        print(catalogue.text(Message("command_line.format_same", {"path": str(path)})))
        return 0
    if options.check:
        told: dict[str, int | str] = {"path": str(path), "program": program()}
        print(catalogue.text(Message("command_line.format_differs", told)))
        if found.comments:
            lost = Message("command_line.format_comments", {"line": found.comments[0]})
            print(catalogue.text(lost))
        return 2
    put_in_place(path, found, drop_comments=options.drop_comments)
    print(catalogue.text(Message("command_line.formatted", {"path": str(path)})))
    return 0


def put_in_place(path: Path, found: Canonical, *, drop_comments: bool) -> None:
    """Rewrite a file durably. Raises ``UserError``: then it is as it was, or whole with the new content."""
    if found.comments and not drop_comments:
        raise UserError("command_line.comments", path=str(path), line=found.comments[0])
    _put(path, found.content)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UserError("command_line.not_formatted", path=str(path)) from error


def _put(path: Path, content: bytes) -> None:
    """Replace the file itself, where a link leads to it, and leave to it those who may read it."""
    try:
        file = path.resolve()
        mode = stat.S_IMODE(file.stat().st_mode)
        write_durably(file, content)
        file.chmod(mode)
    except OSError as error:
        raise UserError("command_line.not_formatted", path=str(path)) from error
