"""The catalogue of legal duties, and what it makes of a duty that names one of them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from msgspec.structs import replace

from care_desktop import paths
from care_desktop.scenario.choosing import FacilityKind
from care_desktop.scenario.law import DutyCatalogue
from care_desktop.scenario.reading.documents import read_duties
from care_desktop.scenario.script import Duty
from care_desktop.scenario.text import NO_TEXT

_TAKEN = ("name", "deadline", "delay", "to", "article", "content")


def law_book() -> DutyCatalogue:
    """The catalogue that the program ships; empty where it cannot be read, so that checks tell of it."""
    return _read(paths.resources() / "duties.yaml")


@cache
def _read(path: Path) -> DutyCatalogue:
    catalogue, _ = read_duties(path)
    return catalogue or DutyCatalogue(1, "")


def binds(law: str, kind: FacilityKind) -> bool:
    """Whether a legal duty binds a kind of facility; what is not in the catalogue is left to its scenario."""
    return not law or all(kind in one.binds for one in law_book().duties if one.id == law)


def by_law(duty: Duty) -> Duty:
    """The duty with what the law says of it, where its scenario says nothing else."""
    if not duty.law:
        return duty
    book = law_book()
    legal = next((one for one in book.duties if one.id == duty.law), None)
    if legal is None:
        return duty
    given = {name: getattr(legal, name) for name in _TAKEN} | {"as_of": book.as_of}
    return replace(duty, **{k: v for k, v in given.items() if getattr(duty, k) in (None, NO_TEXT, "")})
