"""A display of its own with a window manager: a laptop and, beside it, a projector that can be unplugged."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

NEEDED = ("Xvfb", "openbox", "xdotool", "xrandr", "setxkbmap")
CONSOLE, PROJECTOR = (0, 0, 1366, 768), (1366, 0, 1920, 1080)
_MILLIMETRES = {CONSOLE: (361, 203), PROJECTOR: (508, 286)}


def missing() -> list[str]:
    """What has to be installed first."""
    return [program for program in NEEDED if shutil.which(program) is None]


class Monitors:
    """A display, and the cables of its monitors."""

    def __init__(self, display: str) -> None:
        self.environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}

    def run(self, *command: object) -> str:
        """Run a program on this display."""
        done = subprocess.run(
            list(map(str, command)), env=self.environment, check=True, capture_output=True, text=True
        )
        return done.stdout.strip()

    def plug_in(self, name: str, area: tuple[int, int, int, int], output: str = "none") -> None:
        """A monitor is there."""
        (x, y, width, height), (wide, high) = area, _MILLIMETRES[area]
        self.run("xrandr", "--setmonitor", name, f"{width}/{wide}x{height}/{high}+{x}+{y}", output)

    def unplug(self, name: str) -> None:
        """A monitor is gone."""
        self.run("xrandr", "--delmonitor", name)


@contextmanager
def two_monitors() -> Iterator[Monitors]:
    """Both monitors, a French keyboard, and openbox, for a while."""
    told, tell = os.pipe()
    server = ["Xvfb", "-displayfd", str(tell), "-noreset", "-nolisten", "tcp", "-screen", "0", "3286x1080x24"]
    with subprocess.Popen(server, pass_fds=[tell], stderr=subprocess.DEVNULL) as display:
        os.close(tell)
        with os.fdopen(told) as said:
            monitors = Monitors(f":{said.readline().strip()}")
        try:
            monitors.plug_in("console", CONSOLE, "screen")
            monitors.plug_in("projecteur", PROJECTOR)
            monitors.run("setxkbmap", "fr")
            monitors.run("xdotool", "mousemove", 600, 400)
            with _managed(monitors):
                yield monitors
        finally:
            display.terminate()


@contextmanager
def _managed(monitors: Monitors) -> Iterator[None]:
    """With a window manager that says when it is ready."""
    command = ["openbox", "--startup", "echo ready"]
    with subprocess.Popen(
        command, env=monitors.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as manager:
        try:
            assert manager.stdout is not None
            assert "ready\n" in manager.stdout
            yield
        finally:
            manager.terminate()
