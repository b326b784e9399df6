"""Copies of a store, made while an exercise is open: at FINEX and at the end; the last few are kept."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from care_desktop.errors import UserError
from care_desktop.workspace.recents import ENDED

if TYPE_CHECKING:
    from care_desktop.journal.store import Store
    from care_desktop.session.clock_source import ClockSource
    from care_desktop.session.published import Published

KEPT = 5
"""How many copies of a store stay."""

_NAME = re.compile(r"(?P<stem>.+)-(?P<number>\d{6})-(?P<made>\d{8}T\d{6}Z)\.db")
_MADE = "%Y%m%dT%H%M%SZ"

_log = logging.getLogger(__name__)


class Copy(NamedTuple):
    """One copy: of the store called ``stem``, its number, the wall time in UTC when it was made."""

    number: int
    path: Path
    stem: str
    made: datetime


class Copies:
    """A listener that copies the store of an exercise into ``folder``, on the session's own thread.

    It copies where something was recorded since the last time, and never from a store that failed: what was
    good before stays. Copies are numbered: a clock that was set back brings none out of order.
    """

    def __init__(self, folder: Path, clock: ClockSource, on_failed: Callable[[UserError], None]) -> None:
        self._folder = folder
        self._clock = clock
        self._on_failed = on_failed
        self._store: Store | None = None
        self._stem = ""
        self._has_news = False
        self._ended = False

    @contextmanager
    def of(self, store: Store, path: Path) -> Iterator[None]:
        """Copy ``store``, which lies at ``path``, until this is left: then once more."""
        self._store, self._stem = store, path.stem
        try:
            yield
        finally:
            self._copy()
            self._store = None

    def __call__(self, told: Published) -> None:
        """Take note of what was published; copy at FINEX."""
        self._has_news |= bool(told.events)
        before, self._ended = self._ended, told.view.status == ENDED
        if self._ended and not before:
            self._copy()

    def _copy(self) -> None:
        if self._store is None or self._store.failed is not None or not self._has_news:
            return
        there = copies_in(self._folder)
        number = max((copy.number for copy in there), default=0) + 1
        made = datetime.fromisoformat(self._clock.read().wall).astimezone(UTC)
        try:
            self._store.backup(self._folder / f"{self._stem}-{number:06d}-{made:{_MADE}}.db")
        except UserError as error:
            _log.info("no copy was made: %s", error)
            self._on_failed(error)
            return
        self._has_news = False
        self._thin()

    def _thin(self) -> None:
        """Let the oldest go, and what a copy that was cut off left behind."""
        own = [copy for copy in copies_in(self._folder) if copy.stem == self._stem]
        left = self._folder.glob(f".{self._stem}-*.partial")
        for path in (*(copy.path for copy in own[:-KEPT]), *left):
            with suppress(OSError):
                path.unlink()


def copies_in(folder: Path) -> tuple[Copy, ...]:
    """The copies that a folder holds, the oldest first."""
    found = []
    with suppress(OSError):  # a folder that cannot be read has none to offer
        for path in folder.iterdir():
            named = _NAME.fullmatch(path.name)
            if named is not None:
                with suppress(ValueError):  # no such day
                    made = datetime.strptime(named["made"], _MADE).replace(tzinfo=UTC)
                    found.append(Copy(int(named["number"]), path, named["stem"], made))
    return tuple(sorted(found))
