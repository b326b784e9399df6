"""Preferences: one short page."""

from __future__ import annotations
