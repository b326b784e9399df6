"""The band: all that matters while an exercise runs."""

from __future__ import annotations
