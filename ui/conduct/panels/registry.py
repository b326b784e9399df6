"""Which panel opens under which name; each is made when it is first opened."""

from __future__ import annotations

from ui.conduct.console import Console
from ui.conduct.panels.panel import Panel


def make(name: str, console: Console) -> Panel:
    """Make a panel."""
    return Panel(console, "info")
