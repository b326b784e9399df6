"""Loading ahead what an exercise needs, while nobody waits for it."""

from __future__ import annotations

import threading
from importlib import import_module

_MODULES = (
    "care_desktop.scenario.reading",
    "care_desktop.session.live",
    "care_desktop.session.opening",
    "care_desktop.session.listing",
)


def warm_up() -> threading.Thread:
    """Load what reads scenarios, and the session with its database, on a thread: no press waits for them."""
    thread = threading.Thread(target=_load, name="warming", daemon=True)
    thread.start()
    return thread


def _load() -> None:
    for module in _MODULES:
        import_module(module)
