"""The scenarios at hand."""

from __future__ import annotations
