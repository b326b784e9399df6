"""Animer: the facilitator's console while an exercise runs."""

from __future__ import annotations
