"""What is prepared: a scenario made one with the facility, who is expected, and what is to be said of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from care_desktop.errors import UserError
from care_desktop.exercise.commands import Begin, Command, NoteArrival
from care_desktop.language import Message
from care_desktop.scenario.checking import check
from care_desktop.scenario.findings import Finding, Severity
from care_desktop.scenario.ids import CellId, FunctionId
from care_desktop.scenario.reading import located, read
from care_desktop.scenario.scenario import Facility, Scenario
from care_desktop.scenario.script import Options, Script, Way
from care_desktop.scenario.staging import stage
from care_desktop.scenario.text import Text

_GONE = ("CX-UNREADABLE", "CX-NOT-A-FILE")


_FOREIGN = "CX-FACILITY-KIND"


class Expected(Struct, frozen=True):
    """A function, in the cell where it is expected first."""

    function: FunctionId
    cell: CellId
    name: Text


class CellAsked(Struct, frozen=True):
    """A cell and those who may sit in it."""

    cell: CellId
    name: Text
    functions: tuple[Expected, ...]


class Plan(Struct, frozen=True):
    """A scenario for a facility, before it is decided how it is played.

    ``remarks`` counts what was found, but that it was written for another kind of facility: the script tells.
    """

    scenario: Scenario
    facility: Facility
    script: Script
    cells: tuple[CellAsked, ...]
    remarks: int

    @property
    def dropped(self) -> int:
        """How many parts the facility has no use for."""
        return len(self.script.dropped)


def read_plan(path: Path, facility: Facility) -> Plan:
    """Read a scenario and stage it. Raises ``UserError`` where it cannot be played."""
    scenario, findings = read(path)
    if scenario is not None:
        findings += located(path, check(scenario, facility))
    errors = [one for one in findings if one.severity is Severity.ERROR]
    if any(one.code in _GONE for one in errors):
        raise UserError("prepare.scenario_gone", path=str(path))
    if scenario is None or errors:
        line = next((one.place.line for one in errors if one.place.line is not None), 1)
        raise UserError("prepare.not_playable", path=str(path), line=line, number=len(errors))
    return _planned(scenario, facility, findings)


def for_facility(plan: Plan, facility: Facility) -> Plan:
    """The same for a facility that was described anew."""
    return _planned(plan.scenario, facility, check(plan.scenario, facility))


def script_of(plan: Plan, way: Way, seed: int) -> Script:
    """What is played."""
    return stage(plan.scenario, plan.facility, Options(way=way, seed=seed))


def first_commands(plan: Plan, present: frozenset[FunctionId]) -> tuple[Command, ...]:
    """What DEBEX gives, in this order: who is there, then that it begins."""
    there = (one for cell in plan.cells for one in cell.functions if one.function in present)
    return (*(NoteArrival(one.function, one.cell) for one in there), Begin())


def remark_on_presence(plan: Plan, present: frozenset[FunctionId]) -> Message | None:
    """What may be missing in the room; never a reason not to begin."""
    there = [cell for cell in plan.cells if any(one.function in present for one in cell.functions)]
    if not there:
        return Message("prepare.nobody_ticked")
    empty = len(plan.cells) - len(there)
    return Message("prepare.empty_cells", {"n": empty}) if empty else None


def _planned(scenario: Scenario, facility: Facility, findings: Iterable[Finding]) -> Plan:
    script = stage(scenario, facility)
    warnings = [one.code for one in findings if one.severity is Severity.WARNING]
    remarks = sum(code != _FOREIGN for code in warnings)
    return Plan(scenario, facility, script, tuple(_cells(script)), remarks)


def _cells(script: Script) -> Iterator[CellAsked]:
    """Each function once; those that no cell expects are asked for in none."""
    names = {function.id: function.name for function in script.functions}
    seen: set[FunctionId] = set()
    for cell in script.cells:
        own = [name for name in cell.functions if name not in seen and name in names]
        seen.update(own)
        if own:
            asked = tuple(Expected(name, cell.id, names[name]) for name in own)
            yield CellAsked(cell.id, cell.name, asked)


def described(before: Facility | None, changed: Facility) -> Facility:
    """The facility with a new name, kind and legal form; all else that its file says stays."""
    if before is None:
        return changed
    return replace(before, name=changed.name, kind=changed.kind, legal_form=changed.legal_form)
