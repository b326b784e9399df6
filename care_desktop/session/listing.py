"""Keeping the index of recent exercises true while one is under way."""

from __future__ import annotations

import logging
from pathlib import Path

from msgspec.structs import replace

from care_desktop.errors import UserError
from care_desktop.scenario.time import PlayMs
from care_desktop.session.published import Published
from care_desktop.workspace import recents
from care_desktop.workspace.recents import Recent

EVERY_MS = 5_000
"""How much play time may pass, with something happening, before the index is written again."""

_log = logging.getLogger(__name__)


class Listing:
    """A listener that writes what becomes of an exercise into the index, on the session's own thread.

    It writes when the status changes, and now and then in between. An index that cannot be written costs
    nothing but the card on the home: what counts is in the journal.
    """

    def __init__(self, path: Path, entry: Recent) -> None:
        self._path = path
        self._entry = entry
        self._written: Recent | None = None

    def __call__(self, told: Published) -> None:
        """Take note of what was published."""
        view = told.view
        play = told.clock.play_at(told.stamp) if told.stamp is not None else view.now.play
        entry = replace(
            self._entry,
            play=PlayMs(max(play, view.now.play)),
            status=view.status.value,
            facts=told.head.seq,
            decisions=sum(1 for decision in view.decisions.values() if decision.settled),
        )
        before = self._written
        if before is None or before.status != entry.status or entry.play - before.play >= EVERY_MS:
            self._write(entry)

    def _write(self, entry: Recent) -> None:
        self._written = entry
        try:
            known, _ = recents.read(self._path)
            recents.write(self._path, known.with_entry(entry))
        except UserError as error:
            _log.info("the index of recent exercises was not written: %s", error)
