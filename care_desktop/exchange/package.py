"""A scenario with all that belongs to it in one ``.care`` file: a zip, equal bytes for equal contents."""

from __future__ import annotations

import io
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Final
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from care_desktop.errors import UserError
from care_desktop.exchange.container import MOST_BYTES, unzip
from care_desktop.exchange.refusing import BadPackage, reject

SCENARIO: Final = "scenario.yaml"
"""The file that makes a package one of a scenario, and a folder too."""

SUFFIX: Final = ".care"
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def is_package(path: Path) -> bool:
    """Whether a file says by its name that it is one."""
    return path.suffix.lower() == SUFFIX


def open_package(path: Path) -> dict[str, bytes]:
    """The files of a package by their names. Raises ``UserError``."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise UserError("package.not_read", path=str(path))
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise UserError("package.not_read", path=str(path)) from error
    try:
        return files_of(content)
    except BadPackage as error:
        raise error.about(str(path)) from error


def files_of(content: bytes) -> dict[str, bytes]:
    """The files of the package of which this is the content. Raises ``BadPackage``."""
    files = unzip(content)
    if SCENARIO not in files:
        reject("package.no_scenario")
    return files


def packed(files: Mapping[str, bytes]) -> bytes:
    """The package of these files; equal files give equal bytes. Raises ``BadPackage`` where it would be none.

    Nothing is compressed: what a library makes of the same bytes changes with its version.
    """
    whole = io.BytesIO()
    with ZipFile(whole, "w", ZIP_STORED) as archive:
        for name in sorted(files):
            entry = ZipInfo(name, _EARLIEST)
            entry.create_system = 3
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(entry, files[name])
    content = whole.getvalue()
    if files_of(content) != dict(files):
        raise AssertionError("a package does not hold what was put into it")
    return content
