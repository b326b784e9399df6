"""The folder that somebody chose where the usual one cannot serve: found again at the next start."""

from __future__ import annotations

import logging
from contextlib import suppress
from pathlib import Path

import platformdirs

from care_desktop.workspace.durable import make_folder, write_durably

_log = logging.getLogger(__name__)


def chosen() -> Path | None:
    """The folder that was chosen last; None where there is none, or nothing can be read."""
    with suppress(OSError, UnicodeDecodeError):
        folder = Path(_file().read_text(encoding="utf-8").strip("\n"))
        return folder if folder.is_absolute() else None
    return None


def choose(folder: Path) -> None:
    """Keep a folder for the next start. Where that cannot be, it is asked for again then: nothing is lost."""
    try:
        make_folder(_file().parent)
        write_durably(_file(), f"{folder.absolute()}\n".encode())
    except OSError as error:
        _log.info("the folder is not remembered: %s", error)


def _file() -> Path:
    """Beside the user's other settings: the folder of the exercises is the one that may not be written."""
    return platformdirs.user_config_path("CaRE Desktop", appauthor=False, roaming=True) / "folder.txt"
