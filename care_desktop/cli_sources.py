"""What the subcommands work on: scenarios, facilities, databases, found and opened in one way."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from care_desktop import paths
from care_desktop.cli_program import program
from care_desktop.errors import UserError
from care_desktop.language import Catalogue, Message
from care_desktop.scenario.checking import check
from care_desktop.scenario.choosing import FacilityKind
from care_desktop.scenario.findings import Finding, Severity
from care_desktop.scenario.reading import Source, located, read, read_facility
from care_desktop.scenario.scenario import Facility, Scenario

if TYPE_CHECKING:
    from care_desktop.journal.journal import Journal
    from care_desktop.journal.records import ExerciseId
    from care_desktop.journal.store import Store
    from care_desktop.scenario.script import Script

FILE = "scenario.yaml"
Document = TypeVar("Document")
_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
_EXERCISE = re.compile(r"[0-9a-f]{32}")


def scenario_argument(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """Say that a scenario must be given, and how it is named."""
    text = catalogue.text
    parser.add_argument(
        "scenario",
        metavar=text(Message("command_line.scenario_metavar")),
        help=text(Message("command_line.scenario")),
    )


def scenario_file(named: str) -> Path:
    """The file of a scenario: a file, a package, a folder that holds one, or the id of a shipped one."""
    path = own_file(Path(named))
    if path.exists():
        return path
    shipped = paths.scenarios() / named / FILE
    if _ID.fullmatch(named) and shipped.is_file():
        return shipped
    known = shipped_ids()
    if not known:
        raise UserError("scenario.none_shipped", name=named)
    raise UserError("scenario.unknown", name=named, known=", ".join(known))


def own_file(path: Path) -> Path:
    """The file that a path names, or the scenario of the folder that it names."""
    return path / FILE if path.is_dir() else path


def shipped_ids() -> tuple[str, ...]:
    """The ids of the scenarios that come with the program."""
    return tuple(sorted(file.parent.name for file in paths.scenarios().glob(f"*/{FILE}")))


def read_and_check(path: Path, facility: Facility | None) -> tuple[Scenario | None, tuple[Finding, ...]]:
    """A scenario and all that is wrong with it, by itself and for a facility."""
    source = source_of(path)
    scenario, findings = read(source)
    if scenario is not None:
        findings += located(source, check(scenario, facility))
    return scenario, findings


def source_of(path: Path) -> Source:
    """What is read where this file is given: itself, or the scenario in it. Raises ``UserError``."""
    from care_desktop.exchange.package import is_package, open_package

    return open_package(path)[FILE] if is_package(path) else path


def read_scenario(named: str, catalogue: Catalogue) -> Scenario:
    """A scenario that can be played; what is wrong with it is told on the way."""
    path = scenario_file(named)
    scenario, findings = read_and_check(path, None)
    return _usable(scenario, findings, path, catalogue)


def read_own(path: Path | None, scenario: Scenario | None, catalogue: Catalogue) -> Facility:
    """The facility that plays; without a file, one without a name that has all the scenario asks for."""
    if path is None:
        kinds = scenario.facilities if scenario is not None else ()
        kind = kinds[0] if kinds else FacilityKind.HOSPITAL
        return Facility(catalogue.text(Message("command_line.any_facility")), kind)
    facility, findings = read_facility(path)
    return _usable(facility, findings, path, catalogue)


def _usable(
    document: Document | None, findings: Iterable[Finding], path: Path, catalogue: Catalogue
) -> Document:
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if document is None or errors:
        tell_findings(errors, path, catalogue)
        raise UserError("scenario.not_playable", path=str(path), n=max(1, len(errors)))
    return document


def tell_findings(findings: Iterable[Finding], path: Path, catalogue: Catalogue) -> None:
    """Say what is wrong with a file, on standard error."""
    for finding in findings:
        print(line_of(finding, path, catalogue), file=sys.stderr)


def line_of(finding: Finding, path: Path, catalogue: Catalogue) -> str:
    """A finding as an editor understands it: file, line, column, then what is wrong and what to do."""
    place = finding.place
    where = ":".join(str(part) for part in (path, place.line, place.column) if part)
    severity = catalogue.text(_SEVERITIES[finding.severity])
    return (
        f"{where}: {severity} [{finding.code}] {catalogue.text(finding.message)}\n"
        f"    {catalogue.text(finding.remedy)}"
    )


_SEVERITIES = {
    Severity.ERROR: Message("command_line.error"),
    Severity.WARNING: Message("command_line.warning"),
    Severity.INFO: Message("command_line.info"),
}


def exercise(named: str) -> int | str:
    """What an exercise is named by: its number, or its id as the index of recent exercises has it."""
    return named if _EXERCISE.fullmatch(named) else int(named)


def journal_of(store: Store, number: int | str | None, database: Path) -> Journal:
    """The journal of an exercise by its id, or by its number from 1 in order of creation; else the last."""
    entries = store.exercises()
    if not entries:
        raise UserError("command_line.no_exercise")
    known: dict[int | str, ExerciseId] = {}
    for n, entry in enumerate(entries, 1):
        known[n] = known[entry.exercise] = entry.exercise
    named = len(entries) if number is None else number
    if named not in known:
        told: dict[str, int | str] = {"path": str(database), "program": program()}
        raise UserError("command_line.no_such_exercise", number=named, last=len(entries), **told)
    return store.journal(known[named])


def script_of(journal: Journal) -> Script:
    """The script of an exercise."""
    from care_desktop.session.opening import read_back

    index, _ = read_back(journal)
    return index.script
