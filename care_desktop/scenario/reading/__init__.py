"""A file of the scenario language, read into the model, and all that is wrong with it."""

from __future__ import annotations

from care_desktop.scenario.reading.documents import Source, located, read, read_facility

__all__ = ["Source", "located", "read", "read_facility"]
