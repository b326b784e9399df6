"""A scenario under check, walked through once for all checks."""

from __future__ import annotations

from collections.abc import Iterable

from care_desktop.scenario.checking.planned import Plan
from care_desktop.scenario.findings import NONE, Finding, Params, Place, finding
from care_desktop.scenario.scenario import Scenario
from care_desktop.scenario.walking import defined, references, walk


class Subject:
    """A scenario with its fields, its parts and what they point at, and what of it is planned when."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.seen = walk(scenario)
        self.parts = defined(self.seen)
        self.references = list(references(self.seen))
        self.pointed_at = {reference.to for reference in self.references}
        self.plan = Plan(scenario)


def at(path: Iterable[str], what: str, params: Params = NONE) -> Finding:
    """A finding at a path of keys."""
    return finding(what, Place(path=".".join(path)), params)
