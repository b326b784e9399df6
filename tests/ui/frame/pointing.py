"""A facilitator at the real window who has a mouse: asks where things are, and clicks there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.ui.frame.two_monitors import Monitors

ROOT = Path(__file__).resolve().parents[3]
SHOTS = "CARE_SHOTS"
"""Names a folder for what the screens look like on the way."""

State = dict[str, Any]


class Pointing:
    """Clicks by accessible names. ``stands`` is what was seen last."""

    def __init__(self, window: subprocess.Popen[str], monitors: Monitors) -> None:
        self._window, self.monitors = window, monitors
        self.stands: State = {}

    def click(self, name: str, *, whole: bool = True) -> None:
        """Click on what has this name, or whose name begins so, as soon as it is there."""
        self.click_at(*self._ask({"where": name, "whole": whole}))

    def sees(self, name: str) -> None:
        """Wait until it is there."""
        self._ask({"where": name, "whole": True})

    def click_at(self, x: int, y: int) -> None:
        """Click there, whatever is there."""
        self.monitors.run("xdotool", "mousemove", x, y, "click", 1)

    def write(self, text: str) -> None:
        """Type, where the window manager has the focus."""
        self.monitors.run("xdotool", "type", "--delay", 5, text)

    def key(self, key: str) -> None:
        """Press a key or a combination, there too."""
        self.monitors.run("xdotool", "key", key)

    def active(self) -> str:
        """The name of the window that has the focus."""
        return self.monitors.run("xdotool", "getactivewindow", "getwindowname")

    def until(self, come: Callable[[State], object]) -> State:
        """Wait for something."""
        self.stands = self._ask({"stands": None})
        while not come(self.stands):
            self.stands = self._ask({"stands": self.stands})
        return self.stands

    def shoot(self, name: str) -> None:
        """Keep what the screens look like, where somebody wants to see it."""
        folder = os.environ.get(SHOTS)
        if folder:
            self.monitors.run("import", "-window", "root", Path(folder) / f"{name}.png")

    def _ask(self, question: dict[str, object]) -> Any:  # noqa: ANN401 - JSON
        assert self._window.stdin is not None
        assert self._window.stdout is not None
        self._window.stdin.write(json.dumps(question) + "\n")
        self._window.stdin.flush()
        answer = json.loads(self._window.stdout.readline())
        assert "late" not in answer, (question, answer)
        return answer


@contextmanager
def pointing(monitors: Monitors, folder: Path) -> Iterator[Pointing]:
    """The window on its display, for a while; it closes when nobody asks it any more."""
    command = [sys.executable, "-m", "tests.ui.frame.pointed_child", str(folder)]
    environment = {**monitors.environment, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, env=environment, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as window:
        yield Pointing(window, monitors)
