"""The plugin that fails tests on unexpected log records, tried on small suites of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

ROOT = Path(__file__).resolve().parent.parent
HEADER = """
from __future__ import annotations
import logging
import pytest
log = logging.getLogger("some.logger")
"""


def outcomes(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, source: str) -> dict[str, int]:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    pytester.makepyfile(HEADER + source)
    # A process of its own: in this one, the plugin would fail the outer test too
    result = pytester.runpytest_subprocess(
        "-p", "tests.log_fail", "-p", "no:pytest-qt", "-p", "no:xdist", "-p", "no:hypothesispytest"
    )
    return result.parseoutcomes()


@pytest.mark.parametrize("level", ["warning", "error", "critical"])
def test_a_test_that_logs_a_warning_or_worse_fails(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, level: str
) -> None:
    source = f"def test_it(): log.{level}('the disk is full')"
    assert outcomes(pytester, monkeypatch, source) == {"failed": 1}


def test_an_information_is_no_failure(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    source = "def test_it(): log.info('all is well')"
    assert outcomes(pytester, monkeypatch, source) == {"passed": 1}


def test_an_announced_warning_is_no_failure_but_another_is(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = """
def test_announced(expect_warning):
    expect_warning("some.logger", "disk .* full")
    log.warning("the disk %s full", "is")

def test_another(expect_warning):
    expect_warning("some.logger", "disk .* full")
    log.warning("the disk is full")
    log.warning("the roof leaks")

def test_other_logger(expect_warning):
    expect_warning("another.logger", "disk")
    log.warning("the disk is full")
"""
    assert outcomes(pytester, monkeypatch, source) == {"passed": 1, "failed": 2}


def test_an_announced_warning_that_does_not_come_is_a_failure(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = "def test_it(expect_warning): expect_warning('some.logger', 'disk')"
    assert outcomes(pytester, monkeypatch, source) == {"failed": 1}


def test_a_warning_of_a_fixture_is_an_error(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = """
@pytest.fixture
def before(): log.warning("the disk is full")

@pytest.fixture
def after():
    yield
    log.warning("the disk is full")

def test_before(before): pass
def test_after(after): pass
"""
    assert outcomes(pytester, monkeypatch, source) == {"passed": 1, "errors": 2}
