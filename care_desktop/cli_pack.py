"""``care-desktop pack``: a scenario and what belongs to it, in one file to send."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from care_desktop import cli_sources
from care_desktop.cli_output import assert_free, force_argument
from care_desktop.errors import UserError
from care_desktop.exchange.folders import Gathered, gather
from care_desktop.exchange.package import is_package, packed
from care_desktop.exchange.refusing import BadPackage
from care_desktop.language import Catalogue, Message
from care_desktop.workspace.durable import write_durably

_UNWRITTEN = "command_line.package_not_written"


def arguments(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """Say what ``pack`` takes."""
    text = catalogue.text
    cli_sources.scenario_argument(parser, catalogue)
    parser.add_argument(
        "--output",
        type=Path,
        required=True,
        metavar=text(Message("command_line.file")),
        help=text(Message("command_line.pack_output")),
    )
    force_argument(parser, catalogue)


def run(options: argparse.Namespace, catalogue: Catalogue) -> int:
    """Pack a scenario that can be played; say what of its folder is left out."""
    path = cli_sources.scenario_file(options.scenario)
    assert_free(options.output, (path,), force=options.force, unwritten=_UNWRITTEN)
    if is_package(path):
        raise UserError("command_line.packed_already", path=str(path))
    cli_sources.read_scenario(options.scenario, catalogue)
    found = _found(path)
    for name in found.left_out:
        print(catalogue.text(Message("command_line.left_out", {"name": name})), file=sys.stderr)
    try:
        write_durably(options.output, packed(found.files))
    except BadPackage as error:
        raise error.unmade(str(path.parent)) from error
    except OSError as error:
        raise UserError(_UNWRITTEN, path=str(options.output)) from error
    told: dict[str, int | str] = {"path": str(options.output), "n": len(found.files)}
    print(catalogue.text(Message("command_line.package_written", told)))
    return 0


def _found(path: Path) -> Gathered:
    """What goes with a scenario: its folder is its own where the file has the name for that."""
    if path.name == cli_sources.FILE:
        return gather(path.parent)
    return Gathered({cli_sources.FILE: path.read_bytes()}, ())
