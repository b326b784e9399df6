"""Which panel opens under which name; each is made when it is first opened."""

from __future__ import annotations

from importlib import import_module

from ui.conduct.console import Console
from ui.conduct.panels.panel import Panel

_PANELS = {
    "amend": "AmendPanel",
    "call": "CallPanel",
    "correct": "CorrectPanel",
    "decision": "DecisionPanel",
    "improvise": "ImprovisePanel",
    "jump": "JumpPanel",
    "presence": "PresencePanel",
    "recovery": "RecoveryPanel",
    "reserve": "ReservePanel",
    "sheet": "SheetPanel",
}


def make(name: str, console: Console) -> Panel:
    """Make a panel."""
    made: Panel = getattr(import_module(f"ui.conduct.panels.{name}"), _PANELS[name])(console)
    return made
