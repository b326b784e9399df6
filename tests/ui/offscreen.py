"""A program of its own on Qt's offscreen platform with two screens: a laptop and a projector."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
LAPTOP, PROJECTOR = (0, 0, 1366, 768), (1366, 0, 1920, 1080)


def steps(program: str, folder: Path) -> dict[str, Any]:
    """Run a program of ours, which is given a folder for its workspace; what it wrote, as JSON."""
    screens = [_described("console", LAPTOP), _described("projecteur", PROJECTOR)]
    config = folder / "screens.json"
    config.write_text(
        json.dumps({"synchronousWindowSystemEvents": False, "windowFrameMargins": True, "screens": screens})
    )
    environment = os.environ | {
        "QT_QPA_PLATFORM": f"offscreen:configfile={config}",
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-W", "error", "-m", program, str(folder / "workspace")]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "requestActivate" not in done.stderr, "the room asked for the focus"
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _described(name: str, area: tuple[int, int, int, int]) -> dict[str, object]:
    x, y, width, height = area
    return {
        "name": name,
        "x": x,
        "y": y,
        "width": width,
        "height": height,
        "logicalDpi": 96,
        "logicalBaseDpi": 96,
        "dpr": 1,
    }
