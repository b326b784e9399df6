"""``format``: one form for each file, and nothing of the user's lost on the way."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from care_desktop.scenario.reading import read
from care_desktop.scenario.reading.comments import commented_lines
from care_desktop.scenario.writing import write
from tests.cli.terminal import EXAMPLE, Terminal, well_set

ROOT = Path(__file__).resolve().parents[2]
BARE = "format: 1\nname: 'MUGUET'\nid:   muguet\nnote: kept\nstarts: J+0 00:00\ncells:\n  it: {name: IT}\n"
CANONICAL = (
    "format: 1\nid: muguet\nname: MUGUET\nnote: kept\n\ncells:\n  it:\n    name: IT\n"  # defaults left out
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "scenario.yaml"
    path.write_text(BARE, encoding="utf-8")
    return path


def test_a_file_is_rewritten_once_and_then_left_alone(terminal: Terminal, file: Path) -> None:
    assert terminal.types("format", file).code == 0
    assert file.read_text("utf-8") == CANONICAL
    again = terminal.types("format", file.parent)
    assert (again.code, "déjà sous sa forme canonique" in again.out) == (0, True)
    assert terminal.types("format", "--check", file).code == 0


def test_a_check_writes_nothing_and_ends_with_2(terminal: Terminal, file: Path) -> None:
    told = terminal.types("format", file, "--check")
    assert (told.code, told.err, file.read_text("utf-8")) == (2, "", BARE)
    assert "care-desktop format" in told.out
    assert well_set(told.out)


def test_comments_are_not_dropped_unless_that_is_asked(terminal: Terminal, file: Path) -> None:
    written = BARE + "# why it is so\nattack: '# no comment'\n"
    file.write_text(written, encoding="utf-8")
    refused = terminal.types("format", file)
    assert (refused.code, len(refused.err.splitlines()), file.read_text("utf-8")) == (2, 3, written)
    assert "ligne 8" in refused.err
    assert "ligne 8" in terminal.types("format", file, "--check").out
    assert terminal.types("format", file, "--drop-comments").code == 0
    assert "why" not in file.read_text("utf-8")
    assert "# no comment" in file.read_text("utf-8")


def test_a_file_with_a_mistake_stays_as_it_is(terminal: Terminal, file: Path) -> None:
    file.write_text(BARE + "colour: red\n", encoding="utf-8")
    told = terminal.types("format", file)
    assert told.code == 2
    assert "CX-UNKNOWN-KEY" in told.err
    assert file.read_text("utf-8").endswith("colour: red\n")


def test_a_facility_has_a_form_too(terminal: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "ours.yaml"
    path.write_text("kind: clinic\nname: Clinique\nformat: 1\n", encoding="utf-8")
    assert terminal.types("format", path).code == 0
    assert path.read_text("utf-8") == "format: 1\nname: Clinique\nkind: clinic\n"


@pytest.mark.skipif(os.name == "nt", reason="Windows has neither these links nor these permissions")
def test_a_link_stays_a_link_and_permissions_stay(terminal: Terminal, file: Path) -> None:
    file.chmod(0o640)
    link = file.with_name("link.yaml")
    link.symlink_to(file)
    assert terminal.types("format", link).code == 0
    assert link.is_symlink()
    assert (file.read_text("utf-8"), stat.S_IMODE(file.stat().st_mode)) == (CANONICAL, 0o640)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is forbidden to this user")
def test_a_file_that_cannot_be_replaced_is_told(terminal: Terminal, file: Path) -> None:
    file.parent.chmod(0o500)
    told = terminal.types("format", file)
    file.parent.chmod(0o700)
    assert (told.code, len(told.err.splitlines()), file.read_text("utf-8")) == (2, 3, BARE)


@pytest.mark.parametrize("named", ["nowhere.yaml", "", "."])
def test_what_is_no_file(terminal: Terminal, tmp_path: Path, named: str) -> None:
    assert terminal.types("format", tmp_path / "empty" / named).code == 2


def test_shipped_files_say_how_they_differ(terminal: Terminal) -> None:
    for path in (EXAMPLE, *sorted((ROOT / "scenarios").rglob("*.yaml"))):
        assert terminal.types("format", path, "--check").err == ""


def test_comments_are_found_wherever_they_may_stand() -> None:
    text = (
        '# one\na: "x # no" # two\nb: |  # three\n  text # not\n\n# four\n'
        "c: [a, # five\n 'b # no', d#no]\nd: >-\n  folded # no\ne: é # six\n"
    )
    assert commented_lines(text.encode()) == (1, 2, 3, 6, 7, 11)
    assert commented_lines(b"a: {") == commented_lines(b"\xff") == commented_lines(b"a: |") == ()
    found = read(EXAMPLE)[0]
    assert found is not None
    assert commented_lines(write(found)) == ()
