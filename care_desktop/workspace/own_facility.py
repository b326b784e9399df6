"""The user's own facility: one file, which the program writes and a person may edit."""

from __future__ import annotations

import os
from pathlib import Path

from care_desktop.errors import UserError
from care_desktop.scenario.findings import Finding
from care_desktop.scenario.reading import read_facility
from care_desktop.scenario.scenario import Facility
from care_desktop.scenario.writing import write_facility
from care_desktop.workspace.durable import put_aside, write_durably

_NEWER = "CX-NEWER-FORMAT"
_UNREADABLE = ("CX-UNREADABLE", "CX-NOT-A-FILE")


def read(path: Path) -> Facility | None:
    """The facility; None before it was given for the first time.

    Raises ``UserError`` if the file cannot be read, is of a newer version, or says what cannot be understood.
    It is left as it is.
    """
    if not os.path.lexists(path):
        return None
    facility, findings = read_facility(path)
    if facility is None:
        raise _why(path, findings)
    return facility


def write(path: Path, facility: Facility) -> None:
    """Put the facility in place of the one before; on return it outlasts a power cut.

    A damaged file is put aside as ``.damaged-1``, ``.damaged-2`` and so on; one of a newer version is never
    replaced. Raises ``UserError``: then the one before is still there or, if only its folder could not
    be synced, the new one, whole.
    """
    is_damaged = False
    try:
        read(path)
    except UserError as error:
        if error.code == "workspace.facility_newer":
            raise
        is_damaged = True
    try:
        if is_damaged:
            put_aside(path)
        write_durably(path, write_facility(facility))
    except OSError as error:
        raise UserError("workspace.facility_not_written", path=str(path)) from error


def _why(path: Path, findings: tuple[Finding, ...]) -> UserError:
    codes = {one.code for one in findings}
    if _NEWER in codes:
        return UserError("workspace.facility_newer", path=str(path))
    if codes.intersection(_UNREADABLE):
        return UserError("workspace.facility_not_read", path=str(path))
    line = next((one.place.line for one in findings if one.place.line is not None), 1)
    return UserError("workspace.facility_damaged", path=str(path), line=line)
