"""Looking ahead, while nobody waits for it, whether a store can take a new exercise."""

from __future__ import annotations

import logging
import threading
from pathlib import Path

from care_desktop.errors import UserError

_log = logging.getLogger(__name__)


class LookAhead:
    """Opens the store at ``path`` to read only, on a thread of its own, and closes it.

    One that is not there is sound. Whoever wants to know asks from time to time: nothing is called back.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._why: UserError | None = None
        self._thread = threading.Thread(target=self._look, name="look-ahead")
        self._thread.start()

    @property
    def is_done(self) -> bool:
        """Whether it is known."""
        return not self._thread.is_alive()

    @property
    def why_not(self) -> UserError | None:
        """Why the store cannot be opened; None where it can, or as long as it is not known."""
        return self._why if self.is_done else None

    def _look(self) -> None:
        from care_desktop.journal.store import Store

        try:
            if self._path.exists():
                with Store.open(self._path, read_only=True):
                    pass
        except UserError as error:
            self._why = error
        except Exception:  # noqa: BLE001 - nobody waits for this look; what begins an exercise looks again
            _log.exception("a look ahead at the store failed")
