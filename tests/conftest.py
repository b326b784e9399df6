"""What every test lives in: no screen, its own user folders, no unexpected warning."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Before any test imports Qt; a developer may still ask for a real screen
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.log_fail import (
    expect_warning,
    pytest_runtest_call,
    pytest_runtest_setup,
    pytest_runtest_teardown,
)

__all__ = ["expect_warning", "pytest_runtest_call", "pytest_runtest_setup", "pytest_runtest_teardown"]

# No deadline and no health check on speed: a busy machine must not turn a test red
settings.register_profile(
    "ci", derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("dev", settings.get_profile("ci"), max_examples=20, derandomize=False)
settings.load_profile("ci")

_USER_FOLDERS = {
    "HOME": "",
    "XDG_CACHE_HOME": "cache",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_RUNTIME_DIR": "runtime",
    "XDG_STATE_HOME": "state",
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
}


@pytest.fixture(autouse=True)
def user_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test the folders of a user who has never started the program."""
    home = tmp_path_factory.mktemp("user")
    home.chmod(0o700)
    for variable, name in _USER_FOLDERS.items():
        folder = home / name
        folder.mkdir(mode=0o700, exist_ok=True)
        monkeypatch.setenv(variable, str(folder))
    return home
