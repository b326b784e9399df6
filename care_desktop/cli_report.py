"""``care-desktop report``: the after-action report of an exercise that is kept."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

from msgspec import json

from care_desktop import cli_sources
from care_desktop.cli_database import open_to_read, passphrase_argument
from care_desktop.cli_output import assert_free, force_argument, without_journal_argument
from care_desktop.debrief.debrief import debrief
from care_desktop.errors import UserError
from care_desktop.journal.journal import Journal
from care_desktop.journal.records import Record, Seq
from care_desktop.language import Catalogue, Message
from care_desktop.report.document import Phase, Progress, unheard, write
from care_desktop.report.dossier import Seal, assemble
from care_desktop.scenario.scenario import Facility
from care_desktop.session.opening import read_back
from care_desktop.workspace.place import keeps_rehearsals

SIMULATION = "simulation"
"""The actor of the commands that a simulated team gave."""

_PHASES = {
    Phase.MEASURING: Message("command_line.report_measuring"),
    Phase.COMPOSING: Message("command_line.report_composing"),
    Phase.DRAWING: Message("command_line.report_drawing"),
    Phase.WRITING: Message("command_line.report_writing"),
}


def arguments(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """Say what ``report`` takes."""
    text = catalogue.text
    file = text(Message("command_line.file"))
    parser.add_argument(
        "--database", type=Path, required=True, metavar=file, help=text(Message("command_line.database"))
    )
    passphrase_argument(parser, catalogue)
    parser.add_argument(
        "--exercise", type=cli_sources.exercise, metavar="N", help=text(Message("command_line.exercise"))
    )
    parser.add_argument(
        "--output", type=Path, required=True, metavar=file, help=text(Message("command_line.output"))
    )
    force_argument(parser, catalogue)
    parser.add_argument(
        "--facility", type=Path, metavar=file, help=text(Message("command_line.report_facility"))
    )
    without_journal_argument(parser, catalogue)
    parser.add_argument("--progress", action="store_true", help=text(Message("command_line.report_progress")))


def run(options: argparse.Namespace, catalogue: Catalogue) -> int:
    """Write the report."""
    inputs = (options.database, options.facility, options.passphrase_file)
    assert_free(options.output, inputs, force=options.force)
    facility = cli_sources.read_own(options.facility, None, catalogue)
    with open_to_read(options, catalogue) as store:
        journal = cli_sources.journal_of(store, options.exercise, options.database)
        progress = _printed(catalogue) if options.progress else unheard
        attach = not options.without_journal
        rehearsal = keeps_rehearsals(options.database)
        write_report(
            journal, facility, options.output, catalogue, progress, attach=attach, rehearsal=rehearsal
        )
    if not options.progress:
        print(catalogue.text(Message("command_line.report_written", {"path": str(options.output)})))
    return 0


def _printed(catalogue: Catalogue) -> Progress:
    """Say on standard output how far the report is, a line of JSON for each phase."""

    def tell(phase: Phase) -> None:
        done, what = list(_PHASES).index(phase), catalogue.text(_PHASES[phase])
        print(json.encode({"done": done, "of": len(_PHASES), "what": what}).decode(), flush=True)

    return tell


def write_report(  # noqa: PLR0913 - what changes it is named
    journal: Journal,
    facility: Facility,
    path: Path,
    catalogue: Catalogue,
    progress: Progress = unheard,
    *,
    attach: bool = True,
    rehearsal: bool = False,
) -> None:
    """Measure an exercise, or a ``rehearsal``, and write its report; ``attach`` puts the journal into it.

    Raises ``UserError`` where that cannot be kept.
    """
    progress(Phase.MEASURING)
    index, events = read_back(journal)
    records = journal.records()
    dossier = assemble(
        index.script,
        events,
        debrief(index, events),
        facility=facility,
        stamps={Seq(record.row.seq): record.batch.stamp for record in records},
        language=catalogue.language,
        seal=Seal(journal.head.seq, journal.head.hash.hex()),
        simulated=any(record.batch.actor == SIMULATION for record in records),
        rehearsal=rehearsal,
    )
    when = datetime.now(UTC)
    try:
        write(
            dossier,
            path,
            language=catalogue.language,
            data=_as_json(records) if attach else None,
            when=when,
            progress=progress,
        )
    except OSError as error:
        raise UserError("command_line.report_not_written", path=str(path)) from error


def _as_json(records: tuple[Record, ...]) -> bytes:
    """The journal as it is stored, for another program to read; typed words are in it by their digest."""
    told = [
        {
            "seq": record.row.seq,
            "kind": record.row.kind,
            "v": record.row.v,
            "play": record.row.play,
            "story": record.row.story,
            "cause": record.row.cause,
            "wall": record.batch.stamp.wall,
            "by": record.batch.actor,
            "body": json.decode(record.row.body),
            "hash": record.hash.hex(),
        }
        for record in records
    ]
    return json.format(json.encode(told), indent=1)
