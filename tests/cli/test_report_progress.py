"""How a report tells another program how far it is, and for which exercise it was asked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from care_desktop.journal.store import Store
from tests.cli.terminal import EXAMPLE, Terminal


@pytest.fixture
def database(terminal: Terminal, tmp_path: Path) -> Path:
    """A database of two exercises."""
    database = tmp_path / "exercises.db"
    for team in ("best", "random"):
        terminal.types("play", EXAMPLE, "--team", team, "--database", database)
    return database


def test_progress_is_told_in_lines_of_json_that_count_up(
    terminal: Terminal, database: Path, tmp_path: Path
) -> None:
    pdf = tmp_path / "report.pdf"
    told = terminal.types("report", "--database", database, "--output", pdf, "--progress")
    lines = [json.loads(line) for line in told.out.splitlines()]
    assert (told.code, told.err, pdf.is_file()) == (0, "", True)
    assert [(line["done"], line["of"]) for line in lines] == [(n, 4) for n in range(4)]
    assert all(line["what"] for line in lines)


def test_an_exercise_is_named_by_its_id_as_well_as_by_its_number(
    terminal: Terminal, database: Path, tmp_path: Path
) -> None:
    with Store.open(database, read_only=True) as store:
        first, last = (entry.exercise for entry in store.exercises())
    sizes = {}
    for named in ("1", first, last):
        pdf = tmp_path / f"{named}.pdf"
        assert (
            terminal.types("report", "--database", database, "--output", pdf, "--exercise", named).code == 0
        )
        sizes[named] = pdf.stat().st_size
    assert sizes["1"] == pytest.approx(sizes[first], abs=8)  # only the moment of writing differs
    assert sizes["1"] != pytest.approx(sizes[last], abs=8)


@pytest.mark.parametrize("named", ["0", "3", "f" * 32])
def test_an_exercise_that_is_not_there_is_named_in_the_answer(
    terminal: Terminal, database: Path, tmp_path: Path, named: str
) -> None:
    told = terminal.types(
        "report", "--database", database, "--output", tmp_path / "r.pdf", "--exercise", named
    )
    assert told.code == 2
    assert named in told.err
