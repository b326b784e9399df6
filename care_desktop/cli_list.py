"""``care-desktop list``: the scenarios that are at hand, or the exercises of a database."""

from __future__ import annotations

import argparse
from pathlib import Path

from care_desktop import cli_sources, paths
from care_desktop.cli_database import open_to_read, passphrase_argument
from care_desktop.cli_program import program
from care_desktop.language import Catalogue, Message
from care_desktop.scenario.reading import read
from care_desktop.scenario.time import MINUTE


def arguments(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """Say what ``list`` takes."""
    text = catalogue.text
    file = text(Message("command_line.file"))
    parser.add_argument(
        "--database", type=Path, metavar=file, help=text(Message("command_line.list_database"))
    )
    passphrase_argument(parser, catalogue)


def run(options: argparse.Namespace, catalogue: Catalogue) -> int:
    """List scenarios, or exercises."""
    if options.database is None:
        return _scenarios(catalogue)
    return _exercises(options, catalogue)


def _scenarios(catalogue: Catalogue) -> int:
    files = sorted(paths.scenarios().glob(f"*/{cli_sources.FILE}"))
    for file in files:
        scenario, _ = read(file)
        if scenario is None:
            which: dict[str, int | str] = {"program": program(), "id": file.parent.name}
            print(catalogue.text(Message("command_line.list_unreadable", which)))
            continue
        name = scenario.name.in_language(catalogue.language)
        print(f"{file.parent.name:24}  {name}  ({scenario.lasts // MINUTE} min)")
    if not files:
        print(catalogue.text(Message("command_line.list_nothing")))
    return 0


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
