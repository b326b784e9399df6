"""The controls that the workspaces share."""

from __future__ import annotations
