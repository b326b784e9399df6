"""``care-desktop convert``: a file of an older format in the present one."""

from __future__ import annotations

import argparse
from pathlib import Path

from care_desktop import cli_sources
from care_desktop.cli_format import put_in_place
from care_desktop.errors import UserError
from care_desktop.language import Catalogue, Message
from care_desktop.scenario.converting import converted
from care_desktop.scenario.scenario import FORMAT


def arguments(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """Say what ``convert`` takes."""
    text = catalogue.text
    parser.add_argument(
        "path",
        type=Path,
        metavar=text(Message("command_line.file")),
        help=text(Message("command_line.format_path")),
    )
    parser.add_argument(
        "--drop-comments", action="store_true", help=text(Message("command_line.drop_comments"))
    )


def run(options: argparse.Namespace, catalogue: Catalogue) -> int:
    """Rewrite a file of an older format; leave one of the present format alone."""
    path = cli_sources.own_file(options.path)
    found, findings = converted(path)
    if findings:
        cli_sources.tell_findings(findings, path, catalogue)
        raise UserError("command_line.no_form", path=str(path))
    told: dict[str, int | str] = {"path": str(path), "format": FORMAT}
    if found is None:
        print(catalogue.text(Message("command_line.convert_same", told)))
        return 0
    put_in_place(path, found, drop_comments=options.drop_comments)
    print(catalogue.text(Message("command_line.converted", told)))
    return 0
