"""The names that a file of a package may have: such that every system takes them, and takes them alike."""

from __future__ import annotations

import re
from typing import Final

LONGEST: Final = 120
KINDS: Final = ("yaml", "md", "txt", "png", "jpg", "jpeg", "pdf")
"""The sorts of files that a package may hold: none that a system would run."""

_ALLOWED = re.compile(r"[a-z0-9_-][a-z0-9_.-]*(?:/[a-z0-9_-][a-z0-9_.-]*)*", re.ASCII)
_RESERVED = re.compile(r"(?:^|/)(?:con|prn|aux|nul|com\d|lpt\d)(?:[./]|$)", re.ASCII)


def fault_of(name: str) -> str | None:
    """The text that says what is wrong with a name of a file, or a folder's (``a/``); None where nothing is.

    What is left are lower-case letters without accents: no two such names are one in NFC or without regard
    to case.
    """
    name = f"{name}a.txt" if name.endswith("/") else name
    if len(name) > LONGEST or not _ALLOWED.fullmatch(name) or "./" in name or name.endswith("."):
        return "package.name"
    if _RESERVED.search(name):
        return "package.reserved_name"
    if name.rpartition(".")[2] not in KINDS:
        return "package.kind"
    return None
