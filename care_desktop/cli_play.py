"""``care-desktop play``: a scenario played by a simulated team, kept and reported like any exercise."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from care_desktop import cli_sources, cli_team
from care_desktop.cli_database import open_to_write, passphrase_argument
from care_desktop.cli_output import assert_free, assert_no_folder, force_argument, without_journal_argument
from care_desktop.cli_playing import Course, Refusal, clock_text, play_through
from care_desktop.debrief.debrief import debrief
from care_desktop.debrief.decisions import Outcome
from care_desktop.debrief.duties import Done, DutyCourse
from care_desktop.errors import UserError
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.simulated.habits import SILENT
from care_desktop.exercise.simulated.team import Written
from care_desktop.exercise.simulation import TEAMS, Policy, team
from care_desktop.exercise.state import Status
from care_desktop.journal.store import Store
from care_desktop.language import Catalogue, Message
from care_desktop.scenario.scenario import Scenario
from care_desktop.scenario.script import Options
from care_desktop.scenario.staging import stage
from care_desktop.scenario.time import MINUTE, PlayMs
from care_desktop.session.clock_source import MachineClock
from care_desktop.session.leaping import LeapingClock
from care_desktop.session.opening import open_new
from care_desktop.session.run import Run
from care_desktop.workspace.durable import write_durably


def arguments(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """Say what ``play`` takes."""
    text = catalogue.text
    file = text(Message("command_line.file"))
    cli_sources.scenario_argument(parser, catalogue)
    parser.add_argument(
        "--team", default="best", metavar=f"{'|'.join(TEAMS)}|{file}", help=text(Message("command_line.team"))
    )
    parser.add_argument("--seed", type=_seed, default=0, metavar="N", help=text(Message("command_line.seed")))
    parser.add_argument(
        "--minutes", type=_minutes, metavar="N", help=text(Message("command_line.minutes_at_hand"))
    )
    parser.add_argument("--facility", type=Path, metavar=file, help=text(Message("command_line.facility")))
    parser.add_argument(
        "--database", type=Path, metavar=file, help=text(Message("command_line.play_database"))
    )
    passphrase_argument(parser, catalogue)
    parser.add_argument("--report", type=Path, metavar=file, help=text(Message("command_line.play_report")))
    parser.add_argument("--acts", type=Path, metavar=file, help=text(Message("command_line.play_acts")))
    without_journal_argument(parser, catalogue)
    force_argument(parser, catalogue)
    keys = Message("command_line.team_file_keys", {"form": "T+0:12", "whole": cli_team.WHOLE})
    parser.epilog = f"{text(Message('command_line.team_file'))}\n  {cli_team.EXAMPLE}\n{text(keys)}"


def _seed(text: str) -> int:
    """A whole number that a journal can hold."""
    number = int(text)
    if abs(number) >= 2**63:
        raise ValueError(f"a seed of {len(text)} digits")
    return number


def _minutes(text: str) -> PlayMs:
    """How much time there is, a day at most."""
    number = int(text)
    if not 0 < number <= 24 * 60:
        raise ValueError(f"{number} minutes")
    return PlayMs(number * MINUTE)


def run(options: argparse.Namespace, catalogue: Catalogue) -> int:
    """Play, keep, tell, and report."""
    if options.report is not None:
        assert_free(options.report, _inputs(options), force=options.force)
    if options.acts is not None:
        inputs = (*_inputs(options), options.report)
        assert_free(options.acts, inputs, force=options.force, unwritten="command_line.acts_not_written")
    if options.database is not None:
        assert_no_folder(options.database)
    scenario = cli_sources.read_scenario(options.scenario, catalogue)
    facility = cli_sources.read_own(options.facility, scenario, catalogue)
    script = stage(scenario, facility, Options(seed=options.seed, time=options.minutes))
    policy, written = _policy(options, scenario, ScriptIndex(script))
    with _store(options, catalogue) as store:
        clock = LeapingClock(MachineClock().read())
        running = open_new(store, script, clock)
        course = play_through(running, clock, policy)
        if written:
            _tell_refusals(course.refused, catalogue)
        _tell(running, catalogue)
        if options.database is not None:
            kept: dict[str, int | str] = {"path": str(options.database), "number": len(store.exercises())}
            print(catalogue.text(Message("command_line.kept", kept)))
        else:
            print(catalogue.text(Message("command_line.not_kept")))
        if options.acts is not None:
            _write_acts(options.acts, course)
            print(catalogue.text(Message("command_line.acts_written", {"path": str(options.acts)})))
        if options.report is not None:
            from care_desktop.cli_report import write_report

            attach = not options.without_journal
            write_report(running.journal, facility, options.report, catalogue, attach=attach)
            print(catalogue.text(Message("command_line.report_written", {"path": str(options.report)})))
    return 0


def _write_acts(path: Path, course: Course) -> None:
    """Keep what was done as a journey that ``--team`` plays again. Raises ``UserError``."""
    try:
        write_durably(path, cli_team.write_team(course.taken).encode())
    except OSError as error:
        raise UserError("command_line.acts_not_written", path=str(path)) from error


def _inputs(options: argparse.Namespace) -> tuple[Path | None, ...]:
    """What is read or added to: a report must not take its place."""
    acts = None if options.team in TEAMS else Path(options.team)
    scenario = cli_sources.scenario_file(options.scenario)
    return scenario, acts, options.facility, options.database, options.passphrase_file


def _policy(options: argparse.Namespace, scenario: Scenario, index: ScriptIndex) -> tuple[Policy, bool]:
    lasts = min((one for one in (scenario.lasts, options.minutes) if one), default=None)
    if options.team in TEAMS:
        return team(options.team, index, options.seed, lasts), False
    acts, facilitated = cli_team.read_team(Path(options.team))
    return Written(index, acts, SILENT if facilitated else None, lasts), True


@contextmanager
def _store(options: argparse.Namespace, catalogue: Catalogue) -> Iterator[Store]:
    """The database that is named, made if it is not there; else one that is gone afterwards."""
    if options.database is not None:
        with open_to_write(options, catalogue) as store:
            yield store
        return
    with (
        tempfile.TemporaryDirectory(prefix="care-desktop-") as folder,
        Store.open(Path(folder) / "exercises.db") as store,
    ):
        yield store


def _tell_refusals(refused: list[Refusal], catalogue: Catalogue) -> None:
    for one in refused:
        told = {"at": clock_text(one.at), "why": catalogue.text(one.why)}
        print(catalogue.text(Message("command_line.refused", told)), file=sys.stderr)


def _tell(running: Run, catalogue: Catalogue) -> None:
    """Say in a few lines what happened."""
    found = debrief(running.index, running.events)
    asked = [one for one in found.decisions.taken if one.decision is not None]
    lines = [
        Message(
            "command_line.played" if running.status is Status.ENDED else "command_line.not_ended",
            {
                "name": running.index.script.name.in_language(catalogue.language),
                "at": clock_text(found.times.end.play),
                "events": len(running.events),
            },
        ),
        Message(
            "command_line.told_injects",
            {"launched": found.injects.launched, "planned": found.injects.planned},
        ),
        Message(
            "command_line.told_decisions",
            {"taken": sum(one.outcome is Outcome.DECIDED for one in asked), "asked": len(asked)},
        ),
        _duties(found.duties),
    ]
    for line in lines:
        print(catalogue.text(line))


def _duties(courses: tuple[DutyCourse, ...]) -> Message:
    """How many duties were met of those that there were: one whose T0 never came is none."""
    begun = [one for one in courses if one.done is not Done.NOT_STARTED]
    if not begun:
        return Message("command_line.told_no_duties")
    done = sum(one.done is Done.DONE for one in begun)
    return Message("command_line.told_duties", {"done": done, "all": len(begun)})
