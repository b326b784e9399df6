"""``care-desktop unpack``: the files of a package in a folder of their own."""

from __future__ import annotations

import argparse
from pathlib import Path

from care_desktop.cli_program import program
from care_desktop.exchange.folders import put
from care_desktop.exchange.package import open_package
from care_desktop.language import Catalogue, Message


def arguments(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """Say what ``unpack`` takes."""
    text = catalogue.text
    file, folder = text(Message("command_line.file")), text(Message("command_line.folder"))
    parser.add_argument("package", type=Path, metavar=file, help=text(Message("command_line.package")))
    parser.add_argument(
        "--into", type=Path, required=True, metavar=folder, help=text(Message("command_line.unpack_into"))
    )
    parser.add_argument("--force", action="store_true", help=text(Message("command_line.unpack_force")))


def run(options: argparse.Namespace, catalogue: Catalogue) -> int:
    """Open the package whole before anything is written, then write it."""
    files = open_package(options.package)
    put(files, options.into, force=options.force)
    told: dict[str, int | str] = {"path": str(options.into), "n": len(files), "program": program()}
    print(catalogue.text(Message("command_line.unpacked", told)))
    return 0
