"""``care-desktop check``: what is wrong with a scenario, before a room finds out."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from care_desktop import cli_sources
from care_desktop.language import Catalogue, Message
from care_desktop.scenario.findings import Finding, Severity


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
        for finding in findings:
            print(cli_sources.line_of(finding, path, catalogue))
        print(catalogue.text(Message("command_line.errors_found", {"n": errors})))
        print(catalogue.text(Message("command_line.warnings_found", {"n": warnings})))
    return 2 if errors or scenario is None else 0


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
