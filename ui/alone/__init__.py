"""Autonome: one page that a team follows to the end by itself."""

from __future__ import annotations
