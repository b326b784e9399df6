"""The home needs no database: nothing of the workspace brings one in."""

from __future__ import annotations

import subprocess
import sys

from tests.workspace.sample import ROOT

PROGRAM = """
import importlib, pkgutil, sys
import care_desktop.workspace as package

names = [module.name for module in pkgutil.walk_packages(package.__path__, package.__name__ + ".")]
for name in names:
    importlib.import_module(name)
print(len(names), *sorted({"sqlalchemy", "sqlcipher3", "sqlite3", "PySide6", "babel"} & set(sys.modules)))
"""


def test_no_module_of_the_workspace_brings_in_a_database_or_a_window() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, check=False
    )
    modules = len(list((ROOT / "care_desktop" / "workspace").glob("[!_]*.py")))
    assert done.stdout == f"{modules}\n", done.stderr
