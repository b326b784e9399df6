"""``care-desktop verify``: whether a database is as it was written."""

from __future__ import annotations

import argparse
from pathlib import Path

from care_desktop.cli_database import open_to_read, passphrase_argument
from care_desktop.language import Catalogue, Message


def arguments(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """Say what ``verify`` takes."""
    text = catalogue.text
    file = text(Message("command_line.file"))
    parser.add_argument(
        "--database", type=Path, required=True, metavar=file, help=text(Message("command_line.database"))
    )
    passphrase_argument(parser, catalogue)


def run(options: argparse.Namespace, catalogue: Catalogue) -> int:
    """Verify every exercise; 2 if anything is wrong."""
    wrong = False
    with open_to_read(options, catalogue) as store:
        entries = store.exercises()
        for number, entry in enumerate(entries, start=1):
            journal = store.journal(entry.exercise)
            findings = journal.verify()
            wrong = wrong or bool(findings)
            told: dict[str, int | str] = {
                "number": number,
                "events": journal.head.seq,
                "hash": journal.head.hash.hex()[:16],
            }
            verdict = Message(
                "command_line.exercise_wrong" if findings else "command_line.exercise_sound", told
            )
            print(catalogue.text(verdict))
            for finding in findings:
                print(f"    {catalogue.text(finding.message)}")
    if not entries:
        print(catalogue.text(Message("command_line.list_no_exercise")))
    return 2 if wrong else 0
