"""The window never waits for a disk: its thread touches no database, nor does it load what reads one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import pytest

from care_desktop.journal.store import Store
from tests.ui.frame.tour import Tour

pytestmark = pytest.mark.ui

ROOT = Path(__file__).resolve().parents[3]
DATABASE = "sqlcipher3"

PROGRAM = """
import json, sys, threading
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
loaded = {}
def note(event, given):
    name = given[0].split(".")[0] if event == "import" else ""
    if name in ("sqlalchemy", "sqlcipher3") and given[0] not in sys.modules:
        loaded.setdefault(name, threading.current_thread().name)
sys.addaudithook(note)
application = QApplication([])
from ui.starting import start
shell = start(application, Path(sys.argv[1]))
painted = []
shell.painted.connect(lambda: painted.extend(loaded))
def tell():
    if shell.has_looked_around and {"sqlalchemy", "sqlcipher3"} <= set(sys.modules):
        print(json.dumps({"painted": painted, "loaded": loaded}))
        shell.close()
        application.quit()
timer = QTimer()
timer.timeout.connect(tell)
timer.start(10)
application.exec()
"""


@contextmanager
def watched() -> Iterator[list[str]]:
    """All calls into the database that this thread makes meanwhile."""
    calls: list[str] = []

    def look(_frame: FrameType, event: str, called: object) -> None:
        if event == "c_call" and _module(called).split(".")[0] == DATABASE:
            calls.append(getattr(called, "__qualname__", repr(called)))

    before = sys.getprofile()
    sys.setprofile(look)
    try:
        yield calls
    finally:
        sys.setprofile(before)


def _module(called: object) -> str:
    """The module of what a built-in function belongs to."""
    of = getattr(called, "__self__", None)
    return str(getattr(of, "__name__", "") or type(of).__module__) if of is not None else ""


def test_a_call_into_the_database_would_be_seen(tmp_path: Path) -> None:
    with watched() as calls, Store.open(tmp_path / "exercises.db"):
        pass
    assert any("execute" in call for call in calls)


def test_in_a_whole_exercise_the_window_s_thread_touches_no_database(tour: Tour) -> None:
    assert threading.current_thread() is threading.main_thread()
    with watched() as calls:
        seen = list(tour.stops())
    assert "review-timeline" in seen
    assert calls == []


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """A start of the program: what of the database was loaded at the first paint, and on which thread."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    program = [sys.executable, "-P", "-c", PROGRAM, str(tmp_path_factory.mktemp("kept"))]
    shown = subprocess.run(program, env=environment, capture_output=True, text=True, check=True)
    told: dict[str, dict[str, str]] = json.loads(shown.stdout)
    return told


def test_what_reads_a_database_is_loaded_after_the_first_paint(start: dict[str, dict[str, str]]) -> None:
    assert not start["painted"]


def test_and_on_a_thread_of_its_own(start: dict[str, dict[str, str]]) -> None:
    assert set(start["loaded"]) == {"sqlalchemy", "sqlcipher3"}
    assert "MainThread" not in start["loaded"].values()
