"""What is wrong with a scenario that can be read."""

from __future__ import annotations

from care_desktop.scenario.checking.checks import check

__all__ = ["check"]
