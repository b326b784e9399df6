"""The handler of last resort: a bug is logged and told, the exercise goes on."""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QObject, Signal, qVersion

import care_desktop

KEPT = 20

_log = logging.getLogger(__name__)
_ROOT = Path(__file__).resolve().parent.parent


class Bugs(QObject):
    """The bugs met since the start. ``met`` comes on the window's thread, once for each place."""

    met = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reports: list[str] = []
        self._places: set[tuple[str, int]] = set()

    def install(self) -> None:
        """Become the handler of what nobody caught; the session sees to its own thread itself."""
        sys.excepthook = self.take

    def take(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Log a bug; tell of it unless the same place met it before."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        _log.error("a bug", exc_info=(kind, error or kind(), trace))
        frames = traceback.extract_tb(trace)
        place = (frames[-1].filename, frames[-1].lineno or 0) if frames else (kind.__name__, 0)
        if place in self._places or len(self._reports) >= KEPT:
            return
        self._places.add(place)
        self._reports.append(_told(kind, frames))
        self.met.emit()

    @property
    def has_any(self) -> bool:
        """Whether there is something to report."""
        return bool(self._reports)

    def report(self) -> str:
        """What can be sent to us: where in the program it failed, on which machine; nothing of the exercise.

        The words of the error are left out, for they may hold what was typed.
        """
        head = (
            f"CaRE Desktop {care_desktop.__version__}\n"
            f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}\n"
        )
        return head + "".join(f"\n{report}" for report in self._reports)


def guarded(call: Callable[..., Any], *arguments: Any) -> None:  # noqa: ANN401 - whatever the call takes
    """Call; a bug in it is told, and whoever comes next is called all the same."""
    try:
        call(*arguments)
    except Exception:  # noqa: BLE001 - handed to the handler of last resort
        sys.excepthook(*_caught())


def _caught() -> tuple[type[BaseException], BaseException, TracebackType | None]:
    kind, error, trace = sys.exc_info()
    if kind is None or error is None:
        raise AssertionError("nothing was caught")
    return kind, error, trace


def _told(kind: type[BaseException], frames: traceback.StackSummary) -> str:
    """A bug without its words: the kind and the way there, in paths that name no person."""
    lines = [f"  {_neutral(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join([kind.__name__, *lines, ""])


def _neutral(filename: str) -> str:
    path = Path(filename)
    return path.relative_to(_ROOT).as_posix() if path.is_relative_to(_ROOT) else path.name
