"""What the window remembers between two starts, in one small file of the workspace."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from care_desktop.workspace.durable import write_durably

T = TypeVar("T")

_log = logging.getLogger(__name__)


class Settings:
    """Values by their name. A file that cannot be read is no reason not to start: then all is as at first."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._values: dict[str, Any] = _read(path)
        self._dirty = False

    def get(self, key: str, default: T) -> T:
        """The value of ``key``; ``default`` where there is none of its type."""
        value = self._values.get(key, default)
        return value if isinstance(value, type(default)) else default

    def set(self, key: str, value: Any) -> None:  # noqa: ANN401 - whatever JSON can hold
        """Remember a value; it is on the disk after ``keep``."""
        if self._values.get(key) != value:
            self._values[key] = value
            self._dirty = True

    def keep(self) -> None:
        """Write what was set. A disk that refuses costs the memory of a window's size, nothing more."""
        if not self._dirty or self._path is None:
            return
        try:
            write_durably(self._path, msgspec.json.encode(self._values))
        except OSError as error:
            _log.info("the settings were not kept: %s", error)
            return
        self._dirty = False


def _read(path: Path | None) -> dict[str, Any]:
    if path is None:
        return {}
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, Any])
    except (OSError, msgspec.DecodeError, UnicodeError):
        return {}
