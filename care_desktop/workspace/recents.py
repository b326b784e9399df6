"""The exercises that the home shows, in one small file, so that it needs no database.

The file is never encrypted, whatever the store is: names in it are those that players may see.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from care_desktop.errors import UserError
from care_desktop.language import Message
from care_desktop.scenario.time import PlayMs
from care_desktop.workspace.durable import put_aside, write_durably

KEPT = 100
"""How many exercises the index holds; older ones stay in their store."""

RUNNING, ENDED = "running", "ended"

# Raised only when an older version could no longer read the file: new fields with a default need nothing
_FORMAT = 1


class Recent(Struct, frozen=True):
    """One exercise as the home shows it.

    ``begun`` is wall time, ISO 8601 in UTC; ``play`` the play time when it was last listed; ``status`` the
    word of the exercise's own status; ``protected`` says that the store asks for a passphrase. ``facts`` and
    ``decisions`` are how many were recorded.
    """

    exercise: str
    neutral_name: str
    facility: str
    begun: str
    play: Annotated[PlayMs, Meta(ge=0)]
    status: str
    database: str
    protected: bool
    kind: Literal["exercise", "rehearsal"]
    facts: Annotated[int, Meta(ge=0)] = 0
    decisions: Annotated[int, Meta(ge=0)] = 0

    @property
    def is_rehearsal(self) -> bool:
        """Whether it counts nowhere."""
        return self.kind == "rehearsal"


class Recents(Struct, frozen=True):
    """The index: each exercise once, the most recent first."""

    entries: tuple[Recent, ...] = ()

    def with_entry(self, entry: Recent) -> Recents:
        """The index with ``entry`` first, in place of what it held of that exercise."""
        others = (other for other in self.entries if other.exercise != entry.exercise)
        return Recents((entry, *others)[:KEPT])

    def interrupted(self) -> tuple[Recent, ...]:
        """The exercises that nobody suspended or ended. Whoever holds no lock may see one that goes on."""
        return tuple(entry for entry in self.entries if entry.status == RUNNING)


class _Format(Struct):
    format: int


class _File(_Format):
    entries: tuple[Recent, ...]


def read(path: Path, *, read_only: bool = False) -> tuple[Recents, Message | None]:
    """Read the index; one that is missing is empty, one that is damaged too, with a word about it.

    What is damaged is put aside as ``.damaged-1``, ``.damaged-2`` and so on; to read only, it stays in place.
    Raises ``UserError`` if the file cannot be read, or is of a newer version: then it must not be written.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return Recents(), None
    except OSError as error:
        raise UserError("workspace.recents_not_read", path=str(path)) from error
    try:
        if msgspec.json.decode(content, type=_Format).format > _FORMAT:
            raise UserError("workspace.recents_newer", path=str(path))
        return Recents(msgspec.json.decode(content, type=_File).entries), None
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        if read_only:
            return Recents(), Message("workspace.recents_damaged", {"path": str(path)})
        try:
            aside = put_aside(path)
        except OSError as error:
            raise UserError("workspace.recents_not_read", path=str(path)) from error
        return Recents(), Message("workspace.recents_put_aside", {"path": str(aside)})


def write(path: Path, recents: Recents) -> None:
    """Put the index in place of the one before; on return it outlasts a power cut.

    Only the holder of the workspace's lock writes. Raises ``UserError``: then the one before is still there
    or, if only its folder could not be synced, the new one, whole.
    """
    try:
        write_durably(path, msgspec.json.encode(_File(_FORMAT, recents.entries)))
    except (OSError, UnicodeError) as error:  # a path of bytes that are no text cannot be written
        raise UserError("workspace.recents_not_written", path=str(path)) from error
