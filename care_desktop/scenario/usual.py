"""The services that each kind of facility usually has, and what a service that is like one of them takes."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from msgspec.structs import replace

from care_desktop import paths
from care_desktop.scenario.choosing import FacilityKind
from care_desktop.scenario.reading.documents import read_facility
from care_desktop.scenario.scenario import OwnService
from care_desktop.scenario.script import Service
from care_desktop.scenario.text import NO_TEXT

_TAKEN = ("target", "loss", "hold", "degraded")


def usual_services(kind: FacilityKind) -> tuple[OwnService, ...]:
    """Those of the catalogue that is shipped; none where it cannot be read, so that checks tell of it."""
    return _read(paths.resources() / "facilities" / f"{kind.value}.yaml")


@cache
def _read(path: Path) -> tuple[OwnService, ...]:
    facility, _ = read_facility(path)
    return () if facility is None else facility.services


def as_usual(service: Service, kind: FacilityKind) -> Service:
    """The service with the proposed values of the one it is like, where its scenario says nothing else."""
    usual = next((one for one in usual_services(kind) if one.id == service.like), None)
    if usual is None:
        return service
    given = {name: getattr(usual, name) for name in _TAKEN if getattr(service, name) in (None, NO_TEXT)}
    return replace(service, **{name: value for name, value in given.items() if value is not None})
