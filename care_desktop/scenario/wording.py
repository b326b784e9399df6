"""Words that follow the facility: variables that every text may hold and that no scenario declares."""

from __future__ import annotations

from care_desktop.scenario.choosing import FacilityKind, LegalForm
from care_desktop.scenario.scenario import Facility
from care_desktop.scenario.text import Text

_BY_KIND = {
    FacilityKind.HOSPITAL: (
        Text("patient", "patient"),
        Text("patients", "patients"),
        Text("l’hôpital", "the hospital"),
    ),
    FacilityKind.CLINIC: (
        Text("patient", "patient"),
        Text("patients", "patients"),
        Text("la clinique", "the clinic"),
    ),
    FacilityKind.NURSING_HOME: (
        Text("résident", "resident"),
        Text("résidents", "residents"),
        Text("l’EHPAD", "the nursing home"),
    ),
    FacilityKind.MEDICO_SOCIAL: (
        Text("personne accompagnée", "person supported"),
        Text("personnes accompagnées", "people supported"),
        Text("l’établissement", "the facility"),
    ),
}
_GOVERNING = {
    LegalForm.PUBLIC: Text("le conseil de surveillance", "the supervisory board"),
    LegalForm.RUN_BY_HOSPITAL: Text("la direction de l’hôpital de rattachement", "the parent hospital"),
    LegalForm.CCAS: Text("le CCAS", "the municipal social centre (CCAS)"),
    LegalForm.ASSOCIATION: Text("le siège de l’association", "the association’s head office"),
    LegalForm.GROUP: Text("le siège du groupe", "the group’s head office"),
}
_BOARD = Text("le conseil d’administration", "the board")

OF_THE_FACILITY = frozenset({"patient", "patients", "establishment", "governing_body", "facility"})
"""The names of these variables; a scenario that declares one of them means its own."""


def words_of(facility: Facility) -> dict[str, Text]:
    """What each of them says here.

    ``governing_body`` is whom the direction answers to: a public hospital has a supervisory board, a public
    nursing home a board.
    """
    patient, patients, establishment = _BY_KIND[facility.kind]
    cares_for_the_sick = facility.kind in (FacilityKind.HOSPITAL, FacilityKind.CLINIC)
    has_board = facility.legal_form is LegalForm.PUBLIC and not cares_for_the_sick
    return {
        "patient": patient,
        "patients": patients,
        "establishment": establishment,
        "governing_body": _BOARD if has_board else _GOVERNING[facility.legal_form],
        "facility": Text(facility.name),
    }
