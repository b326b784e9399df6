"""What pytest did, kept for ``checks``: how many tests passed, failed or were skipped, and why."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path

import pytest

KEPT = "CARE_OUTCOMES"
"""Names the file to write."""

_BAD = ("failed", "error")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Write the numbers where they were asked for."""
    kept = os.environ.get(KEPT)
    if kept:
        stats = terminalreporter.stats
        told = {
            "passed": len(stats.get("passed", [])),
            "failed": sum(len(stats.get(name, [])) for name in _BAD),
            "skipped": Counter(_reason(report) for report in stats.get("skipped", [])),
        }
        Path(kept).write_text(json.dumps(told), encoding="utf-8")


def _reason(report: pytest.CollectReport | pytest.TestReport) -> str:
    told = report.longrepr
    return str(told[2] if isinstance(told, tuple) else told).removeprefix("Skipped: ")
