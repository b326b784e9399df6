"""The bundle, built once and again only when something that it is made of has changed."""

from __future__ import annotations

import sys
from pathlib import Path

import bundling
import pytest


@pytest.fixture(scope="session")
def program() -> Path:
    """What the user starts."""
    return bundling.build(sys.executable)
