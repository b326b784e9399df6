"""Having the disk keep what was written."""

from __future__ import annotations

import os
from pathlib import Path


def sync(path: Path) -> None:
    """Have a file, or the names in a folder, written to the disk; raises ``OSError`` if that failed."""
    if path.is_dir() and os.name == "nt":
        return  # Windows has no such call; its changes of names are journalled
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
