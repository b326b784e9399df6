"""A scenario and the facility that is to play it."""

from __future__ import annotations

from collections.abc import Iterator

from care_desktop.scenario.checking.subject import at
from care_desktop.scenario.findings import Finding
from care_desktop.scenario.scenario import Facility, Scenario


def check(scenario: Scenario, facility: Facility) -> Iterator[Finding]:
    """What the two do not say to each other. Paths are those of the facility, behind ``facility``."""
    if scenario.facilities and facility.kind not in scenario.facilities:
        yield at(("facility", "kind"), "finding.facility_kind", {"kind": facility.kind.value})
    functions = {function.id for function in scenario.functions}
    for name in facility.functions:
        if name not in functions:
            yield at(("facility", "functions", name), "finding.facility_function", {"name": name})
    variables = {variable.id for variable in scenario.variables}
    for name in facility.variables:
        if name not in variables:
            yield at(("facility", "variables", name), "finding.facility_variable", {"name": name})
