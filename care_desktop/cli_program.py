"""How the user calls this program, so that help and advice name the command that was typed."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from collections.abc import Sequence
from pathlib import PurePath

VARIABLE = "CARE_DESKTOP_CALLED"
"""What ``scripts/run`` says of itself: what it starts could not know."""

_NAME = "care-desktop"


def program() -> str:
    """The command as it was typed, without its arguments: ``scripts/run``, ``python -m care_desktop``…"""
    return os.environ.get(VARIABLE) or _as_typed(sys.argv[0], sys.orig_argv, len(sys.argv) - 1)


def _as_typed(started: str, whole: Sequence[str], arguments: int) -> str:
    """The same of a process: what was started, the whole line, how many of its words are arguments."""
    path = PurePath(started)
    if path.name == "__main__.py" and path.parent.name == "care_desktop":
        return shlex.join(whole[: len(whole) - arguments])
    if path.stem == _NAME and shutil.which(_NAME) is None:
        return shlex.join([started])
    return _NAME
