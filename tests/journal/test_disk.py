"""Syncing: what the disk is asked for, where asking for less would leave it in the memory of the drive."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from care_desktop.journal.disk import sync

fcntl = pytest.importorskip("fcntl")


@pytest.mark.parametrize("known", [True, False])
def test_macos_is_asked_to_empty_the_memory_of_the_drive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, known: bool
) -> None:
    asked: list[str] = []

    def full(_handle: int, _call: int) -> None:
        asked.append("drive")
        if not known:
            raise OSError

    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", full)
    monkeypatch.setattr(os, "fsync", lambda _handle: asked.append("system"))
    sync(tmp_path)
    assert asked == (["drive"] if known else ["drive", "system"])
