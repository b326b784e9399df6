"""Scenarios packed, sent, read as they are, and unpacked: equal bytes each time, nothing overwritten."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from care_desktop.exchange.folders import put
from tests.cli.terminal import EXAMPLE, Terminal, well_set
from tests.exchange.zips import Entry, zipped


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that holds a scenario, a picture, and what has no place in a package."""
    path = tmp_path / "muguet"
    (path / "pictures").mkdir(parents=True)
    (path / "scenario.yaml").write_bytes(EXAMPLE.read_bytes())
    (path / "pictures" / "note.png").write_bytes(b"\x89PNG")
    (path / "README.md").write_text("read me")
    (path / ".DS_Store").write_text("hidden")
    return path


@pytest.fixture
def package(terminal: Terminal, folder: Path) -> Path:
    path = folder.with_name("muguet.care")
    assert terminal.types("pack", folder, "--output", path).code == 0
    return path


def test_the_same_folder_gives_the_same_bytes(terminal: Terminal, folder: Path, package: Path) -> None:
    for path in folder.rglob("*"):
        os.utime(path, (1, 1))
        path.chmod(0o700)
    again = folder.with_name("again.care")
    told = terminal.types("pack", folder, "--output", again)
    assert again.read_bytes() == package.read_bytes()
    assert told.err == "Laissé de côté\u00a0: README.md\n"
    assert well_set(told.out)


def test_a_shipped_scenario_is_packed_by_its_id(terminal: Terminal, tmp_path: Path) -> None:
    package = tmp_path / "a.care"
    assert terminal.types("pack", "armentieres-2024", "--output", package).code == 0
    assert terminal.types("check", package).out == terminal.types("check", "armentieres-2024").out


def test_a_single_file_is_packed_alone(terminal: Terminal, tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_bytes(EXAMPLE.read_bytes())
    with (tmp_path / "beside.txt").open("wb") as large:
        large.truncate(6_000_000)
    told = terminal.types("pack", own, "--output", tmp_path / "a.care")
    assert (told.code, told.err) == (0, "")
    terminal.types("unpack", tmp_path / "a.care", "--into", tmp_path / "out")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["scenario.yaml"]


def test_a_package_is_unpacked_as_it_was(terminal: Terminal, folder: Path, package: Path) -> None:
    out = folder.with_name("new") / "inner"
    told = terminal.types("unpack", package, "--into", out)
    assert (told.code, told.err, well_set(told.out)) == (0, "", True)
    names = sorted(path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file())
    assert names == ["pictures/note.png", "scenario.yaml"]
    assert (out / "scenario.yaml").read_bytes() == EXAMPLE.read_bytes()
    assert [path.name for path in out.parent.iterdir()] == ["inner"]


def test_a_folder_that_is_there_is_left_alone_unless_that_is_asked(
    terminal: Terminal, folder: Path, package: Path
) -> None:
    (folder / "scenario.yaml").write_text("mine")
    told = terminal.types("unpack", package, "--into", folder)
    assert (told.code, len(told.err.splitlines())) == (2, 3)
    assert (folder / "scenario.yaml").read_text() == "mine"
    assert terminal.types("unpack", package, "--into", folder, "--force").code == 0
    assert (folder / "scenario.yaml").read_bytes() == EXAMPLE.read_bytes()
    assert (folder / "README.md").read_text() == "read me"


@pytest.mark.skipif(os.name == "nt", reason="Windows makes no such links")
def test_a_link_in_the_folder_leads_nothing_out_of_it(
    terminal: Terminal, folder: Path, package: Path
) -> None:
    outside = folder.with_name("outside")
    outside.mkdir()
    (folder / "pictures" / "note.png").unlink()
    (folder / "pictures").rmdir()
    (folder / "pictures").symlink_to(outside)
    told = terminal.types("unpack", package, "--into", folder, "--force")
    assert (told.code, len(told.err.splitlines())) == (2, 3)
    assert list(outside.iterdir()) == []
    packed_again = terminal.types("pack", folder, "--output", folder.with_name("b.care"))
    assert "pictures" in packed_again.err


def test_check_list_and_play_take_a_package(terminal: Terminal, package: Path, tmp_path: Path) -> None:
    checked = json.loads(terminal.types("check", package, "--json").out)
    assert (checked["scenario"], checked["errors"]) == ("muguet", 0)
    assert terminal.types("play", package, "--report", tmp_path / "a.pdf").code == 0
    assert terminal.types("list", package).out == f"{package!s:24}  MUGUET  (90 min)\n"
    assert len(terminal.types("list", package.parent).out.splitlines()) == 2


def test_a_finding_in_a_package_has_its_line(terminal: Terminal, tmp_path: Path) -> None:
    package = tmp_path / "broken.care"
    package.write_bytes(zipped(Entry(content=b"format: 1\nid: a\nname: A\ncolour: red\n")))
    told = terminal.types("check", package)
    assert told.out.startswith(f"{package}:4:1:")
    assert (
        json.loads(terminal.types("check", package, "--json").out)["findings"][0]["file"] == "scenario.yaml"
    )
    assert "care-desktop check" in terminal.types("list", tmp_path).out
    assert terminal.types("play", package).code == 2


@pytest.mark.parametrize("command", [("check",), ("play",), ("unpack", "--into", "out")])
def test_a_package_that_is_none_is_told_in_three_sentences(
    terminal: Terminal, tmp_path: Path, command: tuple[str, ...]
) -> None:
    bad, empty = tmp_path / "bad.care", tmp_path / "folder.care"
    bad.write_bytes(zipped(Entry(b"../a.txt")))
    empty.mkdir()
    for path in (bad, *([tmp_path / "nowhere.care", empty] if command[0] == "unpack" else [])):
        told = terminal.types(command[0], path, *command[1:])
        assert (told.code, told.out, len(told.err.splitlines())) == (2, "", 3)
        assert well_set(told.err)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.care", "folder.care"]


def test_a_scenario_with_an_error_is_not_packed(terminal: Terminal, folder: Path) -> None:
    (folder / "scenario.yaml").write_text("format: 1\nid: a\n")
    assert terminal.types("pack", folder, "--output", folder.with_name("a.care")).code == 2
    assert not folder.with_name("a.care").exists()


def test_a_package_takes_the_place_of_nothing(terminal: Terminal, folder: Path, package: Path) -> None:
    before = package.read_bytes()
    for output in (package, folder / "scenario.yaml", folder / "no" / "a.care"):
        told = terminal.types("pack", folder, "--output", output)
        assert (told.code, len(told.err.splitlines())) == (2, 3)
    assert terminal.types("pack", package, "--output", folder.with_name("b.care")).code == 2
    assert package.read_bytes() == before
    assert terminal.types("pack", folder, "--output", package, "--force").code == 0


def test_a_folder_with_too_much_is_not_packed(terminal: Terminal, folder: Path) -> None:
    (folder / "big.txt").write_bytes(b"x" * 5_000_001)
    told = terminal.types("pack", folder, "--output", folder.with_name("b.care"))
    assert (told.code, "big.txt" in told.err) == (2, True)
    assert "Aucun paquet n’a été écrit" in told.err
    assert "Demandez à qui" not in told.err
    (folder / "big.txt").unlink()
    for n in range(500):
        (folder / f"{n}.txt").touch()
    told = terminal.types("pack", folder, "--output", folder.with_name("b.care"))
    assert (told.code, "500" in told.err) == (2, True)


def test_a_new_folder_is_not_left_half_made(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="null"):
        put({"a.txt": b"", "b\0.txt": b""}, tmp_path / "out", force=False)
    assert list(tmp_path.iterdir()) == []


def test_a_place_without_scenarios(terminal: Terminal, tmp_path: Path) -> None:
    told = terminal.types("list", tmp_path)
    assert (told.code, told.out) == (0, "Aucun scénario ici.\n")
    assert terminal.types("list", tmp_path / "nowhere").code == 2
