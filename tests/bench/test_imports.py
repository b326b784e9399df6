"""What reading and folding an exercise brings into memory, and what it leaves as it was."""

from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path

import pytest

from care_desktop.session.bulk import collector_paused

ROOT = Path(__file__).resolve().parents[2]
FORBIDDEN = "{'sqlalchemy', 'sqlcipher3', 'PySide6', 'shiboken6'} & set(sys.modules)"


def fresh(program: str) -> str:
    """What a new interpreter prints."""
    told = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return told.stdout.strip()


def test_no_module_of_the_exercise_brings_a_database_or_a_window() -> None:
    program = (
        "import importlib, pkgutil, sys, care_desktop.exercise as e\n"
        "for m in pkgutil.walk_packages(e.__path__, e.__name__ + '.'): importlib.import_module(m.name)\n"
        f"print({FORBIDDEN} or 'clean')"
    )
    assert fresh(program) == "clean"


def test_decoding_and_folding_need_no_database() -> None:
    program = (
        "import sys\n"
        "from care_desktop.exercise import wire\n"
        "from care_desktop.exercise.fold import fold\n"
        "from care_desktop.exercise.index import ScriptIndex\n"
        "from care_desktop.journal.records import Row\n"
        "from care_desktop.scenario.script import Script\n"
        "from care_desktop.scenario.text import Text\n"
        'row = Row(1, "exercise.opened", 1, 0, 0, None, b\'{"script":"","rules":1,"seed":0}\')\n'
        'fold(ScriptIndex(Script("s", Text("s"))), [wire.decode(row, {})])\n'
        f"print({FORBIDDEN} or 'clean')"
    )
    assert fresh(program) == "clean"


@pytest.mark.parametrize("ran", [True, False])
def test_the_collector_is_left_as_it_was_found(ran: bool) -> None:
    before = gc.isenabled()
    (gc.enable if ran else gc.disable)()
    try:
        with collector_paused():
            assert not gc.isenabled()
        assert gc.isenabled() is ran
        with pytest.raises(KeyError), collector_paused():
            raise KeyError
        assert gc.isenabled() is ran
    finally:
        (gc.enable if before else gc.disable)()
