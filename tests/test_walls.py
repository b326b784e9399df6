"""The core runs where neither Qt nor the window exists, and says its version without loading the rest."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

DENY = """
from __future__ import annotations
import sys

class Denier:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PySide6", "shiboken6", "pyqtgraph", "ui"}:
            raise ImportError("denied: " + name)

sys.meta_path.insert(0, Denier())
"""
WALK = """
import importlib, pkgutil
import care_desktop

def complain(name):
    raise

for module in pkgutil.walk_packages(care_desktop.__path__, "care_desktop.", complain):
    if module.name != "care_desktop.__main__":
        importlib.import_module(module.name)
        print(module.name)
"""


def python(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)


def test_every_module_of_the_core_imports_where_there_is_no_qt() -> None:
    result = python(DENY + WALK)
    assert result.returncode == 0, result.stderr
    packages = {path.parent.relative_to(ROOT) for path in (ROOT / "care_desktop").rglob("*.py")}
    walked = {Path(*name.split(".")) for name in result.stdout.split()}
    assert packages - {Path("care_desktop")} <= walked


@pytest.mark.parametrize("name", ["PySide6.QtCore", "shiboken6", "ui.app", "pyqtgraph"])
def test_the_denier_bites(name: str) -> None:
    result = python(f"{DENY}\nimport {name}")
    assert f"denied: {name.partition('.')[0]}" in result.stderr


def test_the_composition_root_imports_the_window_only_when_it_opens() -> None:
    result = python(DENY + "import care_desktop.__main__ as root; root.main(['--version'])")
    assert result.returncode == 0, result.stderr


def test_the_command_line_says_its_version_without_database_or_qt() -> None:
    program = """
import sys
from care_desktop import cli
assert cli.main(["--version"]) == 0
heavy = {"sqlalchemy", "sqlcipher3", "PySide6", "shiboken6", "pyqtgraph", "reportlab", "numpy", "ui"}
print(*sorted(heavy & set(sys.modules)))
"""
    result = python(program)
    assert result.stdout.splitlines()[1:] == [""], result.stderr
