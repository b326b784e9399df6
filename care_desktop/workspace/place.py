"""Where exercises are kept: one folder with the database, its lock, the recents and the backups."""

from __future__ import annotations

import os
import tempfile
from itertools import count
from pathlib import Path

import platformdirs
from msgspec import Struct

from care_desktop.errors import UserError
from care_desktop.language import Message
from care_desktop.workspace import whereabouts
from care_desktop.workspace.chosen import chosen
from care_desktop.workspace.durable import make_folder


class Workspace(Struct, frozen=True):
    """The folder, absolute, and what lies in it; ``open`` makes sure that it can be written."""

    folder: Path

    @classmethod
    def open(cls, folder: Path | None = None) -> Workspace:
        """Find or make the workspace in ``folder``; without one, in that chosen before, or the user's.

        What is made is for its owner alone. Raises ``UserError("workspace.not_writable")``.
        """
        if folder is None:
            folder = chosen() or platformdirs.user_data_path("CaRE Desktop", appauthor=False)
        workspace = cls(folder.absolute())
        try:
            make_folder(workspace.folder)
            make_folder(workspace.backups)
            with tempfile.TemporaryFile(dir=workspace.folder) as probe:
                probe.write(b"?")
        except OSError as error:
            raise UserError("workspace.not_writable", path=str(workspace.folder)) from error
        return workspace

    @property
    def database(self) -> Path:
        """The store of all exercises."""
        return self.folder / "exercises.db"

    @property
    def rehearsals(self) -> Path:
        """The store of rehearsals, which count nowhere."""
        return self.folder / "rehearsals.db"

    @property
    def settings(self) -> Path:
        """What the window remembers."""
        return self.folder / "window.json"

    @property
    def lock(self) -> Path:
        """The file of the ``WorkspaceLock``."""
        return self.folder / "workspace.lock"

    @property
    def recents(self) -> Path:
        """The index that the home shows."""
        return self.folder / "recents.json"

    @property
    def facility(self) -> Path:
        """The user's own facility, in the language of scenarios."""
        return self.folder / "facility.yaml"

    @property
    def scenarios(self) -> Path:
        """The folder of the user's own scenarios, one folder each; may be missing."""
        return self.folder / "scenarios"

    @property
    def backups(self) -> Path:
        """The folder of copies of the store."""
        return self.folder / "backups"

    def concerns(self) -> tuple[Message, ...]:
        """Why the database should not lie here: a folder that is synchronised, a disk behind a network."""
        return whereabouts.concerns(self.folder)


def keeps_rehearsals(database: Path) -> bool:
    """Tell by its name whether a database, or one that stands in for it, is that of rehearsals."""
    return database.stem.partition("-")[0] == "rehearsals"


def beside(first: Path, number: int) -> Path:
    """The database that stands in for ``first``: 1 is itself, then ``exercises-2.db`` and so on."""
    return first if number == 1 else first.with_name(f"{first.stem}-{number}{first.suffix}")


def free_beside(first: Path) -> Path:
    """The first of these names that nothing bears."""
    return next(path for number in count(2) if not os.path.lexists(path := beside(first, number)))
