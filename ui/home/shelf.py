"""The scenarios at hand, read one per turn of the event loop: no painting waits for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from ui.home.cards import Card, card_of, files

Print = tuple[int, int]
"""When a file was written, in nanoseconds, and its length: another print, and it is read again."""

Known = Mapping[Path, tuple[Print, Card | None]]
"""What was read of each file, by its print; None where it is no scenario that can be understood."""


class Shelf(QObject):
    """The cards of all scenarios; what did not change since it was read is not read again.

    ``known``, of an earlier start, is on the shelf before anything is looked at.
    """

    changed = Signal()

    def __init__(self, *folders: Path, known: Known | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folders = folders
        self._known = {path: of for path, of in (known or {}).items() if path.parent.parent in folders}
        self._waiting: Iterator[Path] = iter(())
        self._files = tuple(self._known)
        self.is_read = False
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._read_next)

    @property
    def cards(self) -> tuple[Card, ...]:
        """Those read so far, in the order of their folders."""
        known = (self._known.get(path) for path in self._files)
        return tuple(card for one in known if one is not None and (card := one[1]) is not None)

    @property
    def known(self) -> Known:
        """What an earlier start may hand to a later one: of those that are there, in their order."""
        return {path: self._known[path] for path in self._files if path in self._known}

    @property
    def unreadable(self) -> tuple[Path, ...]:
        """The files that are no scenario that can be understood."""
        return tuple(path for path in self._files if self._known.get(path, (None, True))[1] is None)

    def read(self) -> None:
        """Look again at what is there, from the next turn of the event loop on."""
        self._files = files(*self._folders)
        self._waiting, self.is_read = iter(self._files), False
        self._timer.start()

    def _read_next(self) -> None:
        """Read the next one that is new or has changed."""
        for path in self._waiting:
            print_ = print_of(path)
            if path in self._known and self._known[path][0] == print_:
                continue
            self._known[path] = print_, _read(path)
            self.changed.emit()
            self._timer.start()
            return
        self.is_read = True
        self.changed.emit()


def print_of(path: Path) -> Print:
    """The print of a file; of one that cannot be looked at, ``(0, 0)``."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size


def _read(path: Path) -> Card | None:
    from care_desktop.scenario.reading import read  # the first painting does without it

    scenario, _ = read(path)
    return None if scenario is None else card_of(path, scenario)
