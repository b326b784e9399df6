"""What the author of a scenario has accepted, with the motive: it is not told again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from care_desktop.scenario.checking.subject import at
from care_desktop.scenario.findings import Finding, Severity
from care_desktop.scenario.scenario import Accepted, Scenario

_WITH_A_FACILITY = "CX-FACILITY-"


def remaining(scenario: Scenario, findings: Iterable[Finding], *, with_facility: bool) -> Iterator[Finding]:
    """The findings that are not accepted, and what was accepted for nothing. Errors cannot be."""
    used: set[int] = set()
    for one in findings:
        numbers = {number for number, each in enumerate(scenario.accepted) if _is_meant(each, one)}
        used |= numbers
        if not numbers:
            yield one
    for number, each in enumerate(scenario.accepted):
        path = ("accepted", str(number))
        waits = each.code.startswith(_WITH_A_FACILITY) and not with_facility
        if not each.why.strip():
            yield at((*path, "why"), "finding.accepted_without_motive", {"code": each.code})
        elif number not in used and not waits:
            yield at(path, "finding.accepted_in_vain", {"code": each.code})


def _is_meant(accepted: Accepted, finding: Finding) -> bool:
    if finding.severity is Severity.ERROR or finding.code != accepted.code or not accepted.why.strip():
        return False
    path = finding.place.path
    return not accepted.at or path == accepted.at or path.startswith(f"{accepted.at}.")
