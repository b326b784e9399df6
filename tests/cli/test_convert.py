"""``convert``: older formats, of which there is none yet; what is there is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from care_desktop.scenario.converting import converted
from care_desktop.scenario.layout import Tree
from tests.cli.terminal import EXAMPLE, Terminal, well_set

OLD = b"format: 0\nid: a\ntitle: 'A: b' # why\nnote:\ncells:\n  it: {name: '12', functions: []}\n"


def renamed(tree: dict[str, Tree]) -> dict[str, Tree]:
    """What a next format might do: another word for a key."""
    return {"name" if key == "title" else key: value for key, value in tree.items()}


def test_a_file_of_the_present_format_is_left_alone(terminal: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "scenario.yaml"
    path.write_bytes(EXAMPLE.read_bytes() + b"# a comment\n")
    told = terminal.types("convert", tmp_path)
    assert (told.code, told.err) == (0, "")
    assert "rien à convertir" in told.out
    assert well_set(told.out)
    assert path.read_bytes() == EXAMPLE.read_bytes() + b"# a comment\n"


@pytest.mark.parametrize(
    "written", ["format: 0\n", "format: 9\n", "format: one\n", "id: a\n", "", "format: ["]
)
def test_what_cannot_be_converted_is_told_and_stays(terminal: Terminal, tmp_path: Path, written: str) -> None:
    path = tmp_path / "scenario.yaml"
    path.write_text(written, encoding="utf-8")
    told = terminal.types("convert", path)
    assert (told.code, told.out) == (2, "")
    assert f"{path}" in told.err
    assert path.read_text("utf-8") == written


def test_an_older_format_goes_through_its_upgrader() -> None:
    found, findings = converted(OLD, {0: renamed})
    assert findings == ()
    assert found is not None
    assert found.content == b'format: 1\nid: a\nname: "A: b"\n\ncells:\n  it:\n    name: "12"\n'
    assert found.comments == (3,)


def test_what_an_older_file_lacks_is_told() -> None:
    found, findings = converted(b"format: 0\nid: a\n", {0: renamed})
    assert found is None
    assert [one.code for one in findings] == ["CX-MISSING-KEY"]
