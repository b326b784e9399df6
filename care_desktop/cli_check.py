"""``care-desktop check``: what is wrong with a scenario, before a room finds out."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from care_desktop import cli_sources
from care_desktop.language import Catalogue, Message
from care_desktop.scenario.findings import Finding, Severity

_MOST_LINES = 12


def arguments(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """Say what ``check`` takes."""
    text = catalogue.text
    cli_sources.scenario_argument(parser, catalogue)
    file = text(Message("command_line.file"))
    parser.add_argument(
        "--facility", type=Path, metavar=file, help=text(Message("command_line.check_facility"))
    )
    parser.add_argument("--json", action="store_true", help=text(Message("command_line.json")))


def run(options: argparse.Namespace, catalogue: Catalogue) -> int:
    """Tell what is wrong; 2 if it cannot be played like that."""
    path = cli_sources.scenario_file(options.scenario)
    facility = None
    if options.facility is not None:
        facility = cli_sources.read_own(options.facility, None, catalogue)
    scenario, findings = cli_sources.read_and_check(path, facility)
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    warnings = sum(finding.severity is Severity.WARNING for finding in findings)
    if options.json:
        told = {
            "file": str(path),
            "scenario": None if scenario is None else scenario.id,
            "errors": errors,
            "warnings": warnings,
            "findings": [_plain(finding, catalogue) for finding in findings],
        }
        print(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        for said in _told(findings, path, catalogue):
            print(said)
        print(catalogue.text(Message("command_line.errors_found", {"n": errors})))
        print(catalogue.text(Message("command_line.warnings_found", {"n": warnings})))
    return 2 if errors or scenario is None else 0


def _told(findings: Iterable[Finding], path: Path, catalogue: Catalogue) -> Iterator[str]:
    """The findings in words, what cannot be played first; one remedy for all of a kind that share it.

    Where nothing but the line differs, the first place is told and the others are counted up.
    """
    ordered = sorted(findings, key=_rank)
    for _, alike in groupby(ordered, lambda one: (one.severity, one.code, catalogue.text(one.remedy))):
        lines = list(alike)
        said = {catalogue.text(one.message) for one in lines}
        if len(said) == 1:
            others = list(dict.fromkeys(str(one.place.line) for one in lines[1:] if one.place.line))
            lines = lines[:1]
        else:
            others = []
        *before, last = (cli_sources.line_of(one, path, catalogue) for one in lines)
        yield from (one.split("\n")[0] for one in before)
        yield last
        if others:
            places = ", ".join(others[:_MOST_LINES]) + (", …" if len(others) > _MOST_LINES else "")
            yield "    " + catalogue.text(
                Message("command_line.also_at_lines", {"n": len(others), "lines": places})
            )


def _rank(finding: Finding) -> tuple[int, str, int]:
    """Errors in the order of the file, for one often follows from another; then the rest kind by kind."""
    severity = tuple(Severity).index(finding.severity)
    return severity, finding.code if severity else "", finding.place.line or 0


def _plain(finding: Finding, catalogue: Catalogue) -> dict[str, object]:
    place = finding.place
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "file": place.file or cli_sources.FILE,
        "line": place.line,
        "column": place.column,
        "path": place.path,
        "message": catalogue.text(finding.message),
        "remedy": catalogue.text(finding.remedy),
    }
