"""The bundle on a real display, by keyboard: an exercise, its end, and the report made by a child process."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bundle.installed import until, window
from tests.ui.frame.two_monitors import Monitors, missing, two_monitors

pytestmark = [
    pytest.mark.bundle,
    pytest.mark.skipif(bool(missing()), reason=f"needs {', '.join(missing())}"),
]

PLAYING = "TILLEUL — CaRE Desktop"
SAVING = "Rapport de RETEX — CaRE Desktop"


@pytest.fixture
def monitors() -> Iterator[Monitors]:
    with two_monitors() as made:
        yield made


def title(monitors: Monitors) -> str:
    """The name of the window that has the focus, if one has."""
    asked = ["xdotool", "getactivewindow", "getwindowname"]
    done = subprocess.run(asked, env=monitors.environment, capture_output=True, text=True, check=False)
    return done.stdout.strip()


def press(monitors: Monitors, *keys: str) -> None:
    monitors.run("xdotool", "key", *keys)


def write(monitors: Monitors, text: str) -> None:
    monitors.run("xdotool", "type", "--delay", 5, text)


def programs(running: subprocess.Popen[str]) -> set[Path]:
    """What the children of the window run."""
    listed = Path(f"/proc/{running.pid}/task/{running.pid}/children").read_text().split()
    return {path for child in listed if (path := runs(child)) is not None}


def runs(process: str) -> Path | None:
    try:
        return Path(f"/proc/{process}/exe").readlink()
    except OSError:
        return None


def test_from_the_home_to_the_report_by_keyboard(program: Path, monitors: Monitors, tmp_path: Path) -> None:
    seen: set[Path] = set()
    report = tmp_path / "retex.pdf"

    def begun() -> bool:
        if title(monitors) != PLAYING:
            press(monitors, "space")  # Préparer, then DEBEX: each has the focus once its page is there
        return title(monitors) == PLAYING

    def ended() -> bool:
        press(monitors, "ctrl+e")
        return title(monitors) == SAVING

    def written() -> bool:
        seen.update(programs(running))
        return report.exists()

    with window(program, tmp_path, DISPLAY=monitors.environment["DISPLAY"]) as running:
        until(running, begun)
        press(monitors, "ctrl+k")
        write(monitors, "terminer")
        press(monitors, "Return", "Tab", "space")
        until(running, ended)
        press(monitors, "ctrl+a")
        write(monitors, str(report))
        press(monitors, "Return")
        until(running, written)
    assert report.read_bytes().startswith(b"%PDF-")
    assert program in seen
