"""A facility that plays an exercise of another kind of facility is not read as if it were one."""

from __future__ import annotations

from msgspec.structs import replace

from care_desktop.report.compose import compose
from care_desktop.scenario.choosing import FacilityKind
from tests.report.unaided import unaided
from tests.report.words import section, words


def told(written_for: tuple[FacilityKind, ...]) -> str:
    dossier = unaided()
    played = replace(dossier, script=replace(dossier.script, written_for=written_for))
    return words(section(compose(played), "1"))


def test_section_1_says_whom_the_scenario_was_written_for() -> None:
    assert "Écrit pour un hôpital ou une clinique." in told((FacilityKind.HOSPITAL, FacilityKind.CLINIC))


def test_one_that_is_written_for_this_kind_says_nothing() -> None:
    assert "Écrit pour" not in told(())
