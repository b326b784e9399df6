"""``care-desktop play``: a scenario played by a simulated team, kept and reported like any exercise."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

from care_desktop import cli_sources, cli_team
from care_desktop.debrief.debrief import debrief
from care_desktop.debrief.decisions import Outcome
from care_desktop.exercise.fold import fold
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.simulated.habits import SILENT
from care_desktop.exercise.simulated.team import Written
from care_desktop.exercise.simulation import MOST_ACTS, Policy, team
from care_desktop.exercise.state import State, Status
from care_desktop.journal.records import CommandId
from care_desktop.journal.store import Store
from care_desktop.language import Catalogue, Message
from care_desktop.scenario.scenario import Scenario
from care_desktop.scenario.script import Options
from care_desktop.scenario.staging import stage
from care_desktop.scenario.time import HOUR, MINUTE, PlayMs
from care_desktop.session.clock_source import MachineClock
from care_desktop.session.leaping import LeapingClock
from care_desktop.session.opening import open_new
from care_desktop.session.published import Published, Sent
from care_desktop.session.run import Run

_Show = Callable[[State], None]
TEAMS = ("best", "worst", "random")


class Refusal(NamedTuple):
    """An act that was not taken: when it was given in play time, and why."""

    at: PlayMs
    why: Message


def arguments(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """Say what ``play`` takes."""
    text = catalogue.text
    parser.add_argument("scenario", metavar="SCENARIO", help=text(Message("command_line.scenario")))
    parser.add_argument(
        "--team", default="best", metavar="best|worst|random|FILE", help=text(Message("command_line.team"))
    )
    parser.add_argument("--seed", type=_seed, default=0, metavar="N", help=text(Message("command_line.seed")))
    parser.add_argument("--facility", type=Path, metavar="FILE", help=text(Message("command_line.facility")))
    parser.add_argument(
        "--database", type=Path, metavar="FILE", help=text(Message("command_line.play_database"))
    )
    parser.add_argument("--report", type=Path, metavar="FILE", help=text(Message("command_line.play_report")))
    keys = Message("command_line.team_file_keys", {"form": "T+0:12", "whole": cli_team.WHOLE})
    parser.epilog = f"{text(Message('command_line.team_file'))}\n  {cli_team.EXAMPLE}\n{text(keys)}"


def _seed(text: str) -> int:
    """A whole number that a journal can hold."""
    number = int(text)
    if abs(number) >= 2**63:
        raise ValueError(f"a seed of {len(text)} digits")
    return number


def run(options: argparse.Namespace, catalogue: Catalogue) -> int:
    """Play, keep, tell, and report."""
    scenario = cli_sources.read_scenario(options.scenario, catalogue)
    facility = cli_sources.read_own(options.facility, scenario, catalogue)
    script = stage(scenario, facility, Options(seed=options.seed))
    policy, written = _policy(options, scenario, ScriptIndex(script))
    with _store(options.database) as store:
        clock = LeapingClock(MachineClock().read())
        running = open_new(store, script, clock)
        told = _play(running, clock, policy)
        if written:
            _tell_refusals(told, catalogue)
        _tell(running, catalogue)
        if options.database is not None:
            kept: dict[str, int | str] = {"path": str(options.database), "number": len(store.exercises())}
            print(catalogue.text(Message("command_line.kept", kept)))
        else:
            print(catalogue.text(Message("command_line.not_kept")))
        if options.report is not None:
            from care_desktop.cli_report import write_report

            write_report(running.journal, facility, options.report, catalogue)
            print(catalogue.text(Message("command_line.report_written", {"path": str(options.report)})))
    return 0


def _policy(options: argparse.Namespace, scenario: Scenario, index: ScriptIndex) -> tuple[Policy, bool]:
    lasts = scenario.lasts or None
    if options.team in TEAMS:
        return team(options.team, index, options.seed, lasts), False
    acts, facilitated = cli_team.read_team(Path(options.team))
    return Written(index, acts, SILENT if facilitated else None, lasts), True


@contextmanager
def _store(database: Path | None) -> Iterator[Store]:
    """The database that is named, made if it is not there; else one that is gone afterwards."""
    if database is not None:
        with Store.open(database) as store:
            yield store
        return
    with (
        tempfile.TemporaryDirectory(prefix="care-desktop-") as folder,
        Store.open(Path(folder) / "exercises.db") as store,
    ):
        yield store


def _play(running: Run, clock: LeapingClock, policy: Policy) -> list[Refusal]:
    """Let the policy play to FINEX, leaping over the time between; returns what was refused."""
    state = State()
    refused: list[Refusal] = []

    def follow(told: Published | None) -> None:
        if told is None:
            return
        if told.problem is not None:
            raise told.problem
        fold(running.index, told.events, onto=state)
        for event in told.events:
            policy.notice(state, event)
        if told.refusal is not None:
            refused.append(Refusal(running.clock.play_at(clock.read()), told.refusal))

    fold(running.index, running.events, onto=state)
    for event in tuple(running.events):
        policy.notice(state, event)
    with _progress() as show:
        for _ in range(MOST_ACTS):
            due = running.next_due()
            act = policy.next(state, due)
            if act is not None:
                at, command = act
                _leap(running, clock, at)
                sent = Sent(CommandId(uuid4().hex), command, "simulation", clock.read())
                follow(running.carry_out(sent))
            elif due is not None:
                _leap(running, clock, due)
                follow(running.tick(clock.read()))
            else:
                break
            show(state)
    return refused


def _leap(running: Run, clock: LeapingClock, to: PlayMs) -> None:
    if running.clock.since_ns is not None:
        clock.leap(max(0, to - running.clock.play_at(clock.read())))


@contextmanager
def _progress() -> Iterator[_Show]:
    """A line that counts on, where somebody looks at a terminal."""
    looked_at = sys.stderr.isatty()

    def show(state: State) -> None:
        if looked_at:
            print(f"\r{_clock(state.now.play)}  {state.seq}", end="", file=sys.stderr, flush=True)

    yield show
    if looked_at:
        print("\r\033[K", end="", file=sys.stderr, flush=True)


def _tell_refusals(refused: list[Refusal], catalogue: Catalogue) -> None:
    for one in refused:
        told = {"at": _clock(one.at), "why": catalogue.text(one.why)}
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
                "at": _clock(found.times.end.play),
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
        Message(
            "command_line.told_duties",
            {"done": sum(one.met is not None for one in found.duties), "all": len(found.duties)},
        ),
    ]
    for line in lines:
        print(catalogue.text(line))


def _clock(ms: int) -> str:
    """A time of the exercise: T+1:05."""
    return f"T+{ms // HOUR}:{ms % HOUR // MINUTE:02d}"
