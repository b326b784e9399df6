"""Reading a scenario or a facility. Bad input never raises: it is told."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from care_desktop.scenario.findings import Finding, Params
from care_desktop.scenario.law import DutyCatalogue
from care_desktop.scenario.reading.content import text_of
from care_desktop.scenario.reading.events import parse
from care_desktop.scenario.reading.fitting import Fitting
from care_desktop.scenario.reading.nodes import Mapping, Node, Places, Scalar
from care_desktop.scenario.reading.trouble import Trouble
from care_desktop.scenario.scenario import FORMAT, Facility, Scenario

Source: TypeAlias = Path | bytes
"""A file, or the content of one."""

Document = TypeVar("Document", bound=Struct)


def read(source: Source) -> tuple[Scenario | None, tuple[Finding, ...]]:
    """A scenario and what is wrong with its text; no scenario where anything is."""
    fitting, scenario, findings = _read(source, Scenario)
    if scenario is not None:
        scenario = replace(scenario, needs=fitting.needs, notes=fitting.notes)
    return scenario, findings


def read_facility(source: Source) -> tuple[Facility | None, tuple[Finding, ...]]:
    """A facility and what is wrong with its text; no facility where anything is."""
    fitting, facility, findings = _read(source, Facility)
    if facility is not None:
        facility = replace(facility, notes=fitting.notes)
    return facility, findings


def read_duties(source: Source) -> tuple[DutyCatalogue | None, tuple[Finding, ...]]:
    """A catalogue of legal duties and what is wrong with its text; no catalogue where anything is."""
    _, catalogue, findings = _read(source, DutyCatalogue)
    return catalogue, findings


def located(source: Source, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of a check with the lines and columns of the file that the scenario was read from.

    A finding about something else keeps its place.
    """
    trouble = Trouble(_name(source))
    root = _root(source, trouble)
    if root is None:
        return tuple(findings)
    places = Places(root)
    return tuple(_located(places, trouble.file, one) for one in findings)


def _read(source: Source, cls: type[Document]) -> tuple[Fitting, Document | None, tuple[Finding, ...]]:
    trouble = Trouble(_name(source))
    fitting = Fitting(trouble)
    with _collector_paused():
        root = _root(source, trouble)
        if root is None or _is_newer(root, trouble):
            return fitting, None, trouble.found
        document = fitting.document(cls, root)
    return fitting, None if trouble or not isinstance(document, cls) else document, trouble.found


def _root(source: Source, trouble: Trouble) -> Node | None:
    text = text_of(source, trouble)
    return None if text is None else parse(text, trouble)


def _is_newer(root: Node, trouble: Trouble) -> bool:
    """Whether the file says a format of which this program knows nothing: its keys may mean anything."""
    for key, value in root.items if isinstance(root, Mapping) else ():
        if key.value == "format" and isinstance(value, Scalar) and value.value.isdecimal():
            if 0 < int(value.value[:9]) <= FORMAT:
                return False
            params: Params = {"format": value.value, "known": FORMAT}
            trouble.add("finding.newer_format", value.line, value.column, params)
            return True
    return False


def _located(places: Places, file: str, one: Finding) -> Finding:
    node = places.at(one.place.path)
    if node is None:
        return one
    return replace(one, place=replace(one.place, file=file, line=node.line + 1, column=node.column + 1))


def _name(source: Source) -> str:
    return source.name if isinstance(source, Path) else ""


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Nothing that reading makes is garbage, and looking for it takes longer than reading."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
