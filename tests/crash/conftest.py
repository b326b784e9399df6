"""What the power-cut tests share: the compiled recorder, a fast place for states."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crash.recording import build, no_recorder


@pytest.fixture(scope="session")
def recorder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library to preload; without a compiler the tests that need it are skipped, with the reason."""
    reason = no_recorder()
    if reason is not None:
        pytest.skip(reason)
    return build(tmp_path_factory.mktemp("recorder"))


@pytest.fixture
def ground() -> Iterator[Path]:
    """A folder in memory, if the system has one, in which states are laid out again and again."""
    memory = Path("/dev/shm")  # noqa: S108 - a folder of a fresh name is made in it
    inside = memory if memory.is_dir() and os.access(memory, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="care-crash-", dir=inside) as folder:
        yield Path(folder) / "state"
