"""What surrounds the workspaces: rail, status line, palette of commands, keyboard sheet."""

from __future__ import annotations
