"""A user who has nothing but the bundle: no Python, no checkout, an empty profile."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_PATIENCE = 60
_LOOK_EVERY = 0.1
_KEPT = ("LANG", "HOME", "DISPLAY", "TMPDIR", "SystemRoot", "APPDATA", "LOCALAPPDATA")


def profile(**more: str) -> dict[str, str]:
    """The variables of such a user."""
    kept = {name: value for name, value in os.environ.items() if name in _KEPT or name.startswith("XDG_")}
    return {**kept, "PATH": "/usr/bin:/bin", **more}


def said(program: Path, *arguments: str, cwd: Path) -> str:
    """What a command answers; it must succeed and complain of nothing."""
    done = subprocess.run(
        [program, *arguments], cwd=cwd, env=profile(), capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@contextmanager
def window(program: Path, folder: Path, **more: str) -> Iterator[subprocess.Popen[str]]:
    """The window, once it has been painted: then it takes the lock. It must have complained of nothing."""
    lock = Path(os.environ["XDG_DATA_HOME"]) / "CaRE Desktop" / "workspace.lock"
    complaints = folder / "complaints"
    with (
        complaints.open("w") as written,
        subprocess.Popen([program], cwd=folder, env=profile(**more), stderr=written, text=True) as running,
    ):
        try:
            until(running, lock.exists, complaints)
            yield running
            assert running.poll() is None
        finally:
            running.terminate()
            running.wait()
    assert complaints.read_text() == ""


def until(running: subprocess.Popen[str], come: Callable[[], object], complaints: Path | None = None) -> None:
    """Look again and again whether something has come, as long as the window lives."""
    for _ in range(round(_PATIENCE / _LOOK_EVERY)):
        if come():
            return
        try:
            running.wait(_LOOK_EVERY)
        except subprocess.TimeoutExpired:
            continue
        break
    raise AssertionError(f"it never came: {complaints.read_text() if complaints else running.poll()}")
