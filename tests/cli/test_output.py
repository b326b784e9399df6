"""A report never takes the place of a file in silence, and never that of what it is made from."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.terminal import EXAMPLE, Answered, Terminal, well_set

SIGNED = b"%PDF-1.7 last year's report, signed"


@pytest.fixture
def signed(tmp_path: Path) -> Path:
    """A report that somebody signed."""
    path = tmp_path / "report.pdf"
    path.write_bytes(SIGNED)
    return path


@pytest.fixture
def database(terminal: Terminal, tmp_path: Path) -> Path:
    """A database with one exercise."""
    path = tmp_path / "exercises.db"
    terminal.types("play", EXAMPLE, "--database", path)
    return path


def refused(told: Answered) -> bool:
    """Whether it ended with three sentences and nothing else."""
    return told.code == 2 and told.out == "" and len(told.err.splitlines()) == 3 and well_set(told.err)


def test_a_report_that_is_there_is_left_and_force_is_named(
    terminal: Terminal, database: Path, signed: Path
) -> None:
    told = terminal.types("report", "--database", database, "--output", signed)
    assert refused(told)
    assert "--force" in told.err
    assert signed.read_bytes() == SIGNED


def test_a_play_sees_it_before_it_has_played(terminal: Terminal, tmp_path: Path, signed: Path) -> None:
    database = tmp_path / "exercises.db"
    assert refused(terminal.types("play", EXAMPLE, "--database", database, "--report", signed))
    assert signed.read_bytes() == SIGNED
    assert not database.exists()


def test_who_insists_replaces_it(terminal: Terminal, database: Path, signed: Path) -> None:
    assert terminal.types("report", "--database", database, "--output", signed, "--force").code == 0
    assert signed.stat().st_size > 10_000
    signed.write_bytes(SIGNED)
    assert terminal.types("play", EXAMPLE, "--report", signed, "--force").code == 0
    assert signed.stat().st_size > 10_000


def test_no_force_makes_a_report_of_the_database_itself(
    terminal: Terminal, tmp_path: Path, database: Path
) -> None:
    before, other_name = database.read_bytes(), tmp_path / "other.pdf"
    other_name.symlink_to(database)
    for output in (database, tmp_path / "." / "exercises.db", other_name):
        assert refused(terminal.types("report", "--database", database, "--output", output, "--force"))
        assert refused(terminal.types("play", EXAMPLE, "--database", database, "--report", output, "--force"))
    assert database.read_bytes() == before


def test_nor_of_a_database_that_is_still_to_be_made(terminal: Terminal, tmp_path: Path) -> None:
    new = tmp_path / "new.db"
    assert refused(terminal.types("play", EXAMPLE, "--database", new, "--report", new))
    assert not new.exists()


def test_nor_of_what_is_read(terminal: Terminal, tmp_path: Path) -> None:
    scenario, acts = tmp_path / "scenario.yaml", tmp_path / "acts.jsonl"
    scenario.write_bytes(EXAMPLE.read_bytes())
    acts.write_text('{"at": "T+0:20", "do": "mark_moment"}\n')
    for output in (scenario, acts):
        line = ("play", scenario, "--team", acts, "--report", output, "--force")
        assert refused(terminal.types(*line))
    assert scenario.read_bytes() == EXAMPLE.read_bytes()


def test_a_folder_and_a_link_that_leads_nowhere_are_no_place_for_a_report(
    terminal: Terminal, tmp_path: Path, database: Path
) -> None:
    (tmp_path / "link.pdf").symlink_to(tmp_path / "nowhere.pdf")
    for output in (tmp_path, tmp_path / "link.pdf"):
        assert refused(terminal.types("report", "--database", database, "--output", output, "--force"))


@pytest.mark.parametrize("option", ["--report", "--database"])
def test_a_folder_named_for_a_file_is_told_as_one_before_anything_is_played(
    terminal: Terminal, tmp_path: Path, option: str
) -> None:
    told = terminal.types("play", EXAMPLE, option, tmp_path)
    assert refused(told)
    assert told.err.startswith(f"{tmp_path} est un dossier, pas un fichier.")
    assert list(tmp_path.iterdir()) == []


def test_a_play_does_not_begin_where_its_report_cannot_be_written(terminal: Terminal, tmp_path: Path) -> None:
    database, nowhere = tmp_path / "exercises.db", tmp_path / "no-such-folder" / "report.pdf"
    assert refused(terminal.types("play", EXAMPLE, "--database", database, "--report", nowhere))
    assert not database.exists()


def test_a_play_is_added_to_what_a_database_holds(terminal: Terminal, database: Path) -> None:
    told = terminal.types("play", EXAMPLE, "--database", database)
    assert "exercice n°\u00a02" in told.out
    assert len(terminal.types("list", "--database", database).out.splitlines()) == 2


def test_a_report_that_another_program_keeps_open_is_told_and_left(
    terminal: Terminal, database: Path, signed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(_self: Path, _target: Path) -> Path:
        raise PermissionError(13, "in use", str(signed))  # what Windows answers

    with monkeypatch.context() as windows:
        windows.setattr(Path, "replace", locked)
        told = terminal.types("report", "--database", database, "--output", signed, "--force")
    assert refused(told)
    assert "fermez le fichier s’il est ouvert" in told.err
    assert signed.read_bytes() == SIGNED
    assert list(signed.parent.glob(".*")) == []
