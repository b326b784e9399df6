"""The canonical form of a file as it lies there: a scenario's or a facility's, whichever it is."""

from __future__ import annotations

from typing import NamedTuple

from care_desktop.scenario.findings import Finding
from care_desktop.scenario.reading import Source, read, read_facility
from care_desktop.scenario.reading.comments import commented_lines
from care_desktop.scenario.writing import write, write_facility


class Canonical(NamedTuple):
    """The text that the writer makes of a file, and the lines whose ``#`` comments it lacks."""

    content: bytes
    comments: tuple[int, ...]


def canonical(source: Source) -> tuple[Canonical | None, tuple[Finding, ...]]:
    """The canonical form, or what is wrong with the text of a file that has none.

    A file that is neither is told what it lacks of what it is nearer to.
    """
    scenario, findings = read(source)
    if scenario is not None:
        content = write(scenario)
        kept = read(content)[0] == scenario
    else:
        facility, others = read_facility(source)
        if facility is None:
            return None, min(findings, others, key=len)
        content = write_facility(facility)
        kept = read_facility(content)[0] == facility
    if not kept:
        raise AssertionError("the canonical form does not say what the file says")
    return Canonical(content, commented_lines(source)), ()
