"""By what a scenario is chosen: who plays, and what they fear. Small, for the first thing a window shows."""

from __future__ import annotations

from enum import StrEnum


class FacilityKind(StrEnum):
    """What sort of structure plays."""

    HOSPITAL = "hospital"
    CLINIC = "clinic"
    NURSING_HOME = "nursing_home"
    MEDICO_SOCIAL = "medico_social"


class LegalForm(StrEnum):
    """Who runs it: who is called first, who may speak, who restores depend on it."""

    PUBLIC = "public"
    RUN_BY_HOSPITAL = "run_by_hospital"
    CCAS = "ccas"
    ASSOCIATION = "association"
    GROUP = "group"


class Fear(StrEnum):
    """What a facility may fear, and choose a scenario by."""

    NO_COMPUTER = "no_computer"
    HOSTED_SOFTWARE = "hosted_software"
    CUT_OFF = "cut_off"
    DATA_OUT = "data_out"
