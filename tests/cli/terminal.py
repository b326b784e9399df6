"""A terminal in a test: what was typed, and what came of it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from care_desktop import cli

EXAMPLE = Path(__file__).resolve().parent.parent / "scenario" / "example.yaml"


class Answered(NamedTuple):
    """The exit code and what was printed."""

    code: int
    out: str
    err: str


class Terminal:
    """Where the command line is used."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def types(self, *line: str | Path) -> Answered:
        self._capsys.readouterr()
        try:
            code = cli.main([str(word) for word in line])
        except SystemExit as ended:
            code = int(ended.code or 0)
        return Answered(code, *self._capsys.readouterr())


def well_set(text: str) -> bool:
    """Whether French marks have their no-break spaces; times and paths do without."""
    return not re.search(r"[^\u202f\s.?!][;!?](\s|$)| [;:!?»]|« ", text)
