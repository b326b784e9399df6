"""Whether a report is a demonstration is read from the journal: who gave the commands."""

from __future__ import annotations

from pathlib import Path

from care_desktop.exercise import commands as c
from care_desktop.journal.records import CommandId
from care_desktop.journal.store import Store
from care_desktop.session.leaping import LeapingClock
from care_desktop.session.opening import open_new
from care_desktop.session.published import Sent
from tests.cli.terminal import EXAMPLE, Terminal
from tests.exercise.liseron import LISERON
from tests.report.pdf.reading import read
from tests.session.desk import ZERO


def is_a_demonstration(pdf: Path) -> bool:
    """Whether a report calls itself a demonstration, on its first page and at the foot of each."""
    reading = read(pdf.read_bytes())
    return "tiré d’une démonstration" in " ".join(reading.words) and "équipe simulée" in reading.artifacts


def played_by_people(database: Path) -> None:
    """An exercise that a facilitator began and ended."""
    clock = LeapingClock(ZERO)
    with Store.open(database) as store:
        run = open_new(store, LISERON, clock)
        for name, command in (("begin", c.Begin()), ("end", c.End())):
            run.carry_out(Sent(CommandId(name), command, "facilitator", clock.leap(60_000)))


def test_a_play_by_a_simulated_team_makes_a_demonstration_then_and_later(
    terminal: Terminal, tmp_path: Path
) -> None:
    database, at_once, later = tmp_path / "exercises.db", tmp_path / "at_once.pdf", tmp_path / "later.pdf"
    terminal.types("play", EXAMPLE, "--database", database, "--report", at_once)
    terminal.types("report", "--database", database, "--output", later)
    assert (is_a_demonstration(at_once), is_a_demonstration(later)) == (True, True)


def test_one_that_people_played_is_none(terminal: Terminal, tmp_path: Path) -> None:
    database, pdf = tmp_path / "exercises.db", tmp_path / "report.pdf"
    played_by_people(database)
    assert terminal.types("report", "--database", database, "--output", pdf).code == 0
    assert not is_a_demonstration(pdf)
