"""``care-desktop list``: the scenarios that are at hand, or the exercises of a database."""

from __future__ import annotations

import argparse
from pathlib import Path

from care_desktop import cli_sources, paths
from care_desktop.cli_database import open_to_read, passphrase_argument
from care_desktop.cli_program import program
from care_desktop.errors import UserError
from care_desktop.exchange.package import is_package
from care_desktop.language import Catalogue, Message
from care_desktop.scenario.reading import read
from care_desktop.scenario.scenario import Scenario
from care_desktop.scenario.time import MINUTE


def arguments(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """Say what ``list`` takes."""
    text = catalogue.text
    file = text(Message("command_line.file"))
    parser.add_argument(
        "place",
        nargs="?",
        type=Path,
        metavar=text(Message("command_line.list_metavar")),
        help=text(Message("command_line.list_place")),
    )
    parser.add_argument(
        "--database", type=Path, metavar=file, help=text(Message("command_line.list_database"))
    )
    passphrase_argument(parser, catalogue)


def run(options: argparse.Namespace, catalogue: Catalogue) -> int:
    """List scenarios, or exercises."""
    if options.database is not None:
        return _exercises(options, catalogue)
    if options.place is not None:
        return _scenarios({str(file): file for file in _files_in(options.place)}, catalogue)
    shipped = cli_sources.shipped_ids()
    return _scenarios({one: paths.scenarios() / one / cli_sources.FILE for one in shipped}, catalogue)


def _files_in(place: Path) -> list[Path]:
    """The scenarios and packages of a place: itself, or what lies in it and in the folders there."""
    if not place.exists():
        raise UserError("command_line.no_place", path=str(place))
    if not place.is_dir():
        return [place]
    try:
        packages = [one for one in place.iterdir() if is_package(one)]
        return sorted([*place.glob(cli_sources.FILE), *place.glob(f"*/{cli_sources.FILE}"), *packages])
    except OSError as error:
        raise UserError("command_line.no_place", path=str(place)) from error


def _scenarios(files: dict[str, Path], catalogue: Catalogue) -> int:
    """List scenarios by the words that name them on a command line."""
    for named, file in files.items():
        scenario = _scenario(file)
        if scenario is None:
            which: dict[str, int | str] = {"program": program(), "id": named}
            print(catalogue.text(Message("command_line.list_unreadable", which)))
            continue
        name = scenario.name.in_language(catalogue.language)
        print(f"{named:24}  {name}  ({scenario.lasts // MINUTE} min)")
    if not files:
        print(catalogue.text(Message("command_line.list_nothing")))
    return 0


def _scenario(file: Path) -> Scenario | None:
    try:
        return read(cli_sources.source_of(file))[0]
    except UserError:
        return None  # the list says which command tells why


def _exercises(options: argparse.Namespace, catalogue: Catalogue) -> int:
    with open_to_read(options, catalogue) as store:
        entries = store.exercises()
        for number, entry in enumerate(entries, start=1):
            script = cli_sources.script_of(store.journal(entry.exercise))
            opened = (entry.opened or "")[:16].replace("T", " ")
            print(f"{number:>4}  {opened}  {script.name.in_language(catalogue.language)}")
    if not entries:
        print(catalogue.text(Message("command_line.list_no_exercise")))
    return 0
