"""Bad input: three sentences and exit code 2, never a traceback."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from care_desktop import paths
from care_desktop.cli_team import BY_SESSION
from care_desktop.report.pdf import fonts
from tests.cli.terminal import EXAMPLE, Answered, Terminal, well_set
from tests.scenario.mistakes import IN_THE_SCENARIO, IN_THE_TEXT, IN_THE_VALUES

MISTAKES = {**IN_THE_TEXT, **IN_THE_VALUES, **IN_THE_SCENARIO}


def at_fault(told: Answered, lines: int = 3) -> bool:
    """Whether the input is said to be at fault, in so many lines."""
    said = told.err.splitlines()
    return told.code == 2 and told.out == "" and len(said) == lines and well_set(told.err)


@pytest.mark.parametrize("command", ["check", "play"])
@pytest.mark.parametrize("named", ["no-such-scenario", "../..", "/no/such/file.yaml", "..", ""])
def test_a_scenario_that_is_not_there(terminal: Terminal, command: str, named: str) -> None:
    assert terminal.types(command, named).code == 2


def test_an_unknown_scenario_is_told_in_three_sentences(terminal: Terminal) -> None:
    assert at_fault(terminal.types("play", "no-such-scenario"))


def test_where_the_shipped_scenarios_are_gone_it_says_so_and_offers_none(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "scenarios", lambda: tmp_path)
    told = terminal.types("play", "armentieres-2024")
    assert at_fault(told)
    assert "ont disparu" in told.err
    assert "Scénarios fournis" not in told.err


@pytest.mark.parametrize("content", [None, b"no typeface at all"])
def test_a_report_without_its_typefaces_says_what_to_do(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    shutil.copytree(paths.resources() / "locale", tmp_path / "locale")
    shutil.copytree(paths.resources() / "fonts", tmp_path / "fonts")
    face = tmp_path / "fonts" / f"{fonts.SMALL}.ttf"
    face.unlink()
    if content is not None:
        face.write_bytes(content)
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    fonts.register.cache_clear()
    pdf = tmp_path / "report.pdf"
    told = terminal.types("play", EXAMPLE, "--report", pdf)
    fonts.register.cache_clear()
    assert told.code == 2
    assert str(face) in told.err
    assert not pdf.exists()


def test_a_scenario_with_a_mistake_is_told_with_its_line_and_not_played(
    terminal: Terminal, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("format: 1\nid: a\nname: A\nno-such-key: 1\n", encoding="utf-8")
    told = terminal.types("play", broken)
    assert told.code == 2
    assert told.err.startswith(f"{broken}:4:")
    checked = terminal.types("check", broken)
    assert (checked.code, "1 erreur" in checked.out) == (2, True)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("mistake", sorted(MISTAKES))
def test_every_mistake_is_told_by_its_code_and_ends_with_2_where_it_is_an_error(
    terminal: Terminal, tmp_path: Path, mistake: str, language: str
) -> None:
    content, code = MISTAKES[mistake]
    path = tmp_path / "scenario.yaml"
    path.write_bytes(content)
    told = terminal.types("check", path, "--json", "--lang", language)
    found = json.loads(told.out)["findings"]
    assert code in {one["code"] for one in found}
    is_error = any(one["severity"] == "error" for one in found)
    assert told.code == (2 if is_error else 0)
    assert terminal.types("play", path, "--lang", language).code == told.code


@pytest.mark.parametrize("content", [b"\x00\xff\xfe", b"", b"[1, 2", b"&a [*a]"])
def test_what_is_no_scenario_at_all(terminal: Terminal, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "scenario.yaml"
    path.write_bytes(content)
    assert terminal.types("check", path).code == 2
    assert terminal.types("play", path).code == 2


@pytest.mark.parametrize("command", [("verify",), ("list",), ("report", "--output", "x.pdf")])
def test_a_database_that_is_not_there_or_is_none(
    terminal: Terminal, tmp_path: Path, command: tuple[str, ...]
) -> None:
    assert at_fault(terminal.types(*command, "--database", tmp_path / "nowhere.db"))
    text = tmp_path / "text.db"
    text.write_text("not a database, but long enough to be looked at" * 50)
    assert at_fault(terminal.types(*command, "--database", text))
    assert at_fault(terminal.types(*command, "--database", tmp_path))


def test_a_play_cannot_be_kept_in_what_is_no_database(terminal: Terminal, tmp_path: Path) -> None:
    text = tmp_path / "text.db"
    text.write_text("not a database, but long enough to be looked at" * 50)
    told = terminal.types("play", EXAMPLE, "--database", text)
    assert told.code == 2
    assert text.read_text().startswith("not a database")


@pytest.mark.parametrize("number", ["0", "2", "-1"])
def test_an_exercise_that_is_not_in_the_database(terminal: Terminal, tmp_path: Path, number: str) -> None:
    database = tmp_path / "exercises.db"
    terminal.types("play", EXAMPLE, "--database", database)
    line = ("report", "--database", database, "--output", tmp_path / "x.pdf", f"--exercise={number}")
    assert at_fault(terminal.types(*line))


def test_a_damaged_database_is_told(terminal: Terminal, tmp_path: Path) -> None:
    database = tmp_path / "exercises.db"
    terminal.types("play", EXAMPLE, "--database", database)
    content = bytearray(database.read_bytes())
    place = content.rindex(b"inject.launched")
    content[place : place + 15] = b"inject.skipped!"
    database.write_bytes(content)
    assert terminal.types("verify", "--database", database).code == 2


def test_a_report_that_cannot_be_written(terminal: Terminal, tmp_path: Path) -> None:
    database = tmp_path / "exercises.db"
    terminal.types("play", EXAMPLE, "--database", database)
    nowhere = tmp_path / "no" / "such" / "folder" / "x.pdf"
    assert at_fault(terminal.types("report", "--database", database, "--output", nowhere))


def test_a_facility_that_is_not_there_or_is_none(terminal: Terminal, tmp_path: Path) -> None:
    assert terminal.types("play", EXAMPLE, "--facility", tmp_path / "nowhere.yaml").code == 2
    assert terminal.types("play", EXAMPLE, "--facility", EXAMPLE).code == 2


GOOD = '{"at": "T+0:10", "do": "mark_moment"}\n'


@pytest.mark.parametrize(
    "line",
    [
        "not json",
        "[]",
        "{}",
        '{"at": "T+0:10"}',
        '{"do": "mark_moment"}',
        '{"at": 12, "do": "mark_moment"}',
        '{"at": "10 min", "do": "mark_moment"}',
        '{"at": "T+0:10", "do": "no_such_act"}',
        '{"at": "T+0:10", "do": ["mark_moment"]}',
        '{"at": "T+0:10", "do": "answer"}',
        '{"at": "T+0:10", "do": "launch", "inject": 3}',
        '{"at": "T+0:10", "do": "launch", "inject": "a", "colour": "red"}',
        '{"at": "T+0:10", "do": "postpone_inject", "inject": "a", "to": {}}',
        '{"at": "T+0:10", "do": "postpone_inject", "inject": "a", "to": {"play": 1000000000000000000000}}',
        '{"at": "T+0:10", "do": "jump", "to": 1000000000000000000000}',
        '{"facilitator": "no"}',
        '{"facilitator": true, "at": "T+0:10"}',
        "[" * 5_000,
        *(f'{{"at": "T+0:10", "do": "{name}"}}' for name in sorted(BY_SESSION)),
    ],
)
def test_a_line_of_a_file_of_acts_that_makes_no_sense(terminal: Terminal, tmp_path: Path, line: str) -> None:
    acts = tmp_path / "acts.jsonl"
    acts.write_text(GOOD + line + "\n")
    told = terminal.types("play", EXAMPLE, "--team", acts)
    assert told.code == 2
    assert told.err.startswith(f"{acts}, ligne 2\u00a0:")
    assert len(told.err.splitlines()) == 3


def test_a_file_of_acts_that_cannot_be_read(terminal: Terminal, tmp_path: Path) -> None:
    binary, big = tmp_path / "binary", tmp_path / "big"
    binary.write_bytes(b"\xff\xfe\x00")
    big.write_bytes(b"\n" * 5_000_001)
    for path in (tmp_path / "nowhere.jsonl", tmp_path, binary, big):
        assert at_fault(terminal.types("play", EXAMPLE, "--team", path))


@pytest.mark.parametrize(
    "line",
    [
        ("play",),
        ("check",),
        ("verify",),
        ("report",),
        ("play", EXAMPLE, "--seed", "many"),
        ("play", EXAMPLE, "--seed", "9" * 40),
        ("play", EXAMPLE, "--minutes", "0"),
        ("play", EXAMPLE, "--minutes", "une heure"),
    ],
)
def test_what_is_left_out_or_of_the_wrong_sort(terminal: Terminal, line: tuple[str | Path, ...]) -> None:
    assert at_fault(terminal.types(*line))


@pytest.mark.parametrize("line", [("play",), ("check", "--json"), ("play", "--seed", "5", "--team", "worst")])
def test_a_scenario_that_is_left_out_is_named_with_those_there_are(
    terminal: Terminal, line: tuple[str, ...]
) -> None:
    told = terminal.types(*line)
    assert at_fault(told)
    assert told.err.startswith("Il manque le scénario à la commande")
    assert "armentieres-2024" in told.err


def test_an_unknown_scenario_is_answered_with_those_there_are(terminal: Terminal) -> None:
    assert "armentieres-2024" in terminal.types("play", "armentiere").err


@pytest.mark.parametrize(
    ("line", "absent"),
    [
        (("report",), "--database, --output"),
        (("report", "--output", "x.pdf"), "--database"),
        (("verify", "--lang", "en"), "--database"),
    ],
)
def test_an_option_that_is_left_out_is_named(terminal: Terminal, line: tuple[str, ...], absent: str) -> None:
    happened = terminal.types(*line).err.splitlines()[0]
    assert f"manque {absent} à" in happened or happened.endswith(f"lacks {absent}.")


def test_what_is_left_out_is_not_blamed_for_what_is_wrong(terminal: Terminal) -> None:
    for line in (("play", "--seed", "many"), ("play", "--no-such-option"), ("report", "--exercise", "x")):
        assert "n’a pas été comprise" in terminal.types(*line).err


@pytest.mark.parametrize(
    ("line", "part"),
    [
        (("plya", "armentieres-2024"), "plya"),
        (("play", "armentieres-2024", "--seed", "many"), "many"),
        (("play", "armentieres-2024", "--sead", "5"), "--sead"),
        (("list", "--lang", "de"), "de"),
        (("verify", "--database", "x.db", "elsewhere"), "elsewhere"),
    ],
)
def test_what_makes_no_sense_in_a_line_is_named(terminal: Terminal, line: tuple[str, ...], part: str) -> None:
    told = terminal.types(*line)
    assert at_fault(told)
    assert f"à cause de «\u00a0{part}\u00a0»." in told.err
