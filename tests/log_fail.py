"""A plugin of pytest: a test fails on any log record of WARNING or above that it did not announce.

A test announces one with ``expect_warning("logger", "pattern")``, and fails if it does not come.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Generator
from contextlib import contextmanager

import pytest

ExpectWarning = Callable[[str, str], None]


class _Expectations:
    """What one test announced and what it logged."""

    def __init__(self) -> None:
        self._announced: dict[tuple[str, str], bool] = {}
        self._surprises: list[str] = []

    def announce(self, logger: str, pattern: str) -> None:
        self._announced[logger, pattern] = False

    def meet(self, record: logging.LogRecord) -> None:
        text = record.getMessage()
        for logger, pattern in self._announced:
            if record.name == logger and re.search(pattern, text):
                self._announced[logger, pattern] = True
                return
        self._surprises.append(f"unexpected {record.levelname} of {record.name}: {text}")

    def settle(self) -> None:
        """Fail on what came unannounced."""
        surprises, self._surprises = self._surprises, []
        if surprises:
            pytest.fail("\n".join(surprises), pytrace=False)

    def close(self) -> None:
        """Fail on what was announced and never came."""
        absent = [f"{logger}: {pattern}" for (logger, pattern), came in self._announced.items() if not came]
        if absent:
            pytest.fail("announced, but never logged: " + ", ".join(absent), pytrace=False)


class _Listener(logging.Handler):
    def __init__(self, expectations: _Expectations) -> None:
        super().__init__(logging.WARNING)
        self._expectations = expectations

    def emit(self, record: logging.LogRecord) -> None:
        self._expectations.meet(record)


_KEY = pytest.StashKey[_Expectations]()


@contextmanager
def _listening(item: pytest.Item) -> Generator[_Expectations]:
    expectations = item.stash.setdefault(_KEY, _Expectations())
    listener = _Listener(expectations)
    logging.getLogger().addHandler(listener)
    try:
        yield expectations
    finally:
        logging.getLogger().removeHandler(listener)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None]:
    with _listening(item) as expectations:
        yield
    expectations.settle()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None]:
    with _listening(item) as expectations:
        yield
    expectations.settle()
    expectations.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None]:
    with _listening(item) as expectations:
        yield
    expectations.settle()


@pytest.fixture
def expect_warning(request: pytest.FixtureRequest) -> ExpectWarning:
    """Announce a log record that the test will cause: its logger and a pattern of its text."""
    node = request.node
    assert isinstance(node, pytest.Item)
    return node.stash.setdefault(_KEY, _Expectations()).announce
