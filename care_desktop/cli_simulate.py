"""``care-desktop simulate``: a scenario tried by simulated teams, many times, before a room plays it."""

from __future__ import annotations

import argparse
from pathlib import Path

from msgspec import json, to_builtins

from care_desktop import cli_sources
from care_desktop.cli_streams import counting
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.simulation import TEAMS
from care_desktop.language import Catalogue, Message
from care_desktop.scenario.script import Options
from care_desktop.scenario.staging import stage
from care_desktop.trial.driving import drive
from care_desktop.trial.faults import DEAD_ENDS, Found, found
from care_desktop.trial.figures import figures
from care_desktop.trial.telling import tell
from care_desktop.trial.trying import PROFILES, Trial

PLAYS = 100
MOST_PLAYS = 100_000


def arguments(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """Say what ``simulate`` takes."""
    text = catalogue.text
    file = text(Message("command_line.file"))
    cli_sources.scenario_argument(parser, catalogue)
    plays = text(Message("command_line.simulate_plays", {"default": PLAYS}))
    parser.add_argument("--plays", type=_plays, default=PLAYS, metavar="N", help=plays)
    parser.add_argument("--seed", type=_seed, default=0, metavar="N", help=text(Message("command_line.seed")))
    names = {"names": ", ".join(TEAMS), "default": ", ".join(PROFILES)}
    parser.add_argument(
        "--team",
        action="append",
        choices=TEAMS,
        metavar=text(Message("command_line.simulate_team_metavar")),
        help=text(Message("command_line.simulate_team", names)),
    )
    parser.add_argument("--facility", type=Path, metavar=file, help=text(Message("command_line.facility")))
    parser.add_argument("--json", action="store_true", help=text(Message("command_line.json")))


def _plays(text: str) -> int:
    """So many plays as a machine can do."""
    number = int(text)
    if not 0 <= number <= MOST_PLAYS:
        raise ValueError(f"{text} plays")
    return number


def _seed(text: str) -> int:
    """A whole number of which the plays' own seeds are counted on."""
    number = int(text)
    if abs(number) >= 2**62:
        raise ValueError(f"a seed of {len(text)} digits")
    return number


def run(options: argparse.Namespace, catalogue: Catalogue) -> int:
    """Try the scenario, and tell what was found; 2 if there is a dead end."""
    scenario = cli_sources.read_scenario(options.scenario, catalogue)
    facility = cli_sources.read_own(options.facility, scenario, catalogue)
    script = stage(scenario, facility, Options(seed=options.seed))
    trial = Trial(ScriptIndex(script), scenario.lasts or None, options.seed)
    with counting() as show:

        def progress(done: int, of: int) -> None:
            show(catalogue.text(Message("command_line.simulate_progress", {"done": done, "of": of})))

        trial.play(tuple(options.team or PROFILES), options.plays, progress)
        drive(trial, progress)
    things = found(trial, catalogue)
    if options.json:
        print(_as_json(trial, things))
    else:
        for line in tell(trial, things, catalogue):
            print(line)
    return 2 if any(one.kind in DEAD_ENDS for one in things) else 0


def _as_json(trial: Trial, things: tuple[Found, ...]) -> str:
    told = {
        "scenario": trial.index.script.id,
        "seed": trial.seed,
        "dead_ends": to_builtins([one for one in things if one.kind in DEAD_ENDS]),
        "never": to_builtins([one for one in things if one.kind not in DEAD_ENDS]),
        **to_builtins(figures(trial)),
    }
    return json.format(json.encode(told), indent=1).decode()
