"""Kinds of facility in words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import Protocol

from care_desktop.scenario.choosing import FacilityKind

_A = {
    FacilityKind.HOSPITAL: "facility_kind.hospital",
    FacilityKind.CLINIC: "facility_kind.clinic",
    FacilityKind.NURSING_HOME: "facility_kind.nursing_home",
    FacilityKind.MEDICO_SOCIAL: "facility_kind.medico_social",
}


class Say(Protocol):
    """Says a text of the catalogue."""

    def __call__(self, name: str, /, **params: str) -> str:
        """The text."""
        ...


def a_facility(kinds: Sequence[FacilityKind], say: Say) -> str:
    """« un hôpital ou une clinique »; empty for none."""
    if not kinds:
        return ""
    return reduce(
        lambda told, kind: say("facility_kind.either", one=told, other=say(_A[kind])),
        kinds[1:],
        say(_A[kinds[0]]),
    )
