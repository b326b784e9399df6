"""What there is to see without a screen: the shipped exercise played by a simulated team, and its report."""

from __future__ import annotations

import tempfile
from pathlib import Path

from care_desktop import cli, paths
from care_desktop.errors import UserError
from care_desktop.language import Catalogue, Message
from care_desktop.workspace.place import Workspace

SCENARIO, FACILITY = "armentieres-2024", "hopital-du-val.yaml"
REPORT = "demonstration.pdf"


def play(why: UserError) -> int:
    """Say why there is no window, play, and say where the report lies; return the exit code."""
    text = Catalogue("fr").text
    happened, safe, remedy = why.messages
    print(f"{text(happened)}\n{text(safe)}\n{text(Message('command_line.demonstration'))}\n", flush=True)
    facility, report = paths.scenarios() / "facilities" / FACILITY, _place() / REPORT
    code = cli.main(
        ["play", SCENARIO, "--team", "best", "--facility", str(facility), "--report", str(report), "--force"]
    )
    if code == 0:
        print(f"\n{text(remedy)}")
    return code


def _place() -> Path:
    """The folder of the exercises; where nothing can be kept there, one that is made for it."""
    try:
        return Workspace.open().folder
    except UserError:
        return Path(tempfile.mkdtemp(prefix="care-desktop-"))
