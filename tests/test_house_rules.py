"""Rules of the house that no other tool checks."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("bench", "care_desktop", "scripts", "tests", "ui")


def sleeps(source: str) -> list[int]:
    """Find the lines that wait for time to pass: ``sleep(…)`` of any module and pytest-qt's ``wait(…)``."""
    lines = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
            owner = getattr(getattr(node.func, "value", None), "id", "")
            if name == "sleep" or (owner == "qtbot" and name == "wait"):
                lines.append(node.lineno)
    return lines


def test_nothing_waits_for_time_to_pass() -> None:
    paths = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]
    found = {str(path.relative_to(ROOT)): sleeps(path.read_text(encoding="utf-8")) for path in paths}
    assert {path: lines for path, lines in found.items() if lines} == {}


@pytest.mark.parametrize("source", ["time.sleep(1)", "sleep(0.1)", "qtbot.wait(100)"])
def test_the_check_sees_a_sleep(source: str) -> None:
    assert sleeps(source) == [1]


def test_the_tests_are_no_packages() -> None:
    assert list((ROOT / "tests").rglob("__init__.py")) == []
