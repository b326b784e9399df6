"""The usual services of each kind of facility, and what a service that is like one of them takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from care_desktop import paths
from care_desktop.scenario.checking import check
from care_desktop.scenario.choosing import FacilityKind
from care_desktop.scenario.reading import read_facility
from care_desktop.scenario.scenario import Facility, OwnService
from care_desktop.scenario.script import Service
from care_desktop.scenario.staging import stage
from care_desktop.scenario.text import Text
from care_desktop.scenario.time import HOUR, StoryMs
from care_desktop.scenario.usual import usual_services
from care_desktop.scenario.writing import write
from tests.scenario.written import changed, codes, scenario

LIKE = changed("    kind: infrastructure\n    target: 8 h\n", "    target: 8 h\n    like: telephony\n")


def network(facility: Facility) -> Service:
    return stage(scenario(LIKE), facility).services[0]


@pytest.mark.parametrize("kind", FacilityKind)
def test_each_kind_has_a_catalogue_that_is_read_without_a_word(kind: FacilityKind) -> None:
    facility, findings = read_facility(paths.resources() / "facilities" / f"{kind.value}.yaml")
    assert codes(findings) == []
    assert facility is not None
    assert (facility.kind, facility.services) == (kind, usual_services(kind))


@pytest.mark.parametrize("kind", FacilityKind)
def test_each_usual_service_has_a_name_a_target_and_a_procedure_in_two_languages(kind: FacilityKind) -> None:
    for one in usual_services(kind):
        assert one.target
        for text in (one.name, one.degraded):
            assert text is not None
            assert text.fr
            assert text.en


def test_a_service_that_is_like_a_usual_one_takes_what_is_not_written_and_it_is_told_as_a_default() -> None:
    taken = network(Facility("EHPAD", FacilityKind.NURSING_HOME))
    usual = next(one for one in usual_services(FacilityKind.NURSING_HOME) if one.id == "telephony")
    assert (taken.target, taken.hold, taken.degraded) == (8 * HOUR, usual.hold, usual.degraded)
    assert taken.name == Text("Réseau", "Network")
    assert taken.defaults == ("target", "hold", "degraded")


def test_what_the_facility_has_of_its_own_holds_before_what_is_usual() -> None:
    own = OwnService("network", hold=StoryMs(HOUR))
    taken = network(Facility("Clinique", FacilityKind.CLINIC, services=(own,)))
    assert (taken.hold, "hold" in taken.defaults) == (HOUR, False)


def test_where_the_kind_has_no_such_service_nothing_is_taken() -> None:
    content = LIKE.replace(b"like: telephony", b"like: theatre")
    taken = stage(scenario(content), Facility("EHPAD", FacilityKind.NURSING_HOME)).services[0]
    assert (taken.target, taken.hold, taken.degraded.fr) == (8 * HOUR, None, "")


def test_it_is_written_back_and_not_what_it_takes() -> None:
    assert b"like: telephony" in write(scenario(LIKE))
    assert b"hold: 8 h" not in write(scenario(LIKE))


def test_a_catalogue_that_could_not_be_read_is_not_remembered_for_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(paths, "resources", lambda: tmp_path)
        assert usual_services(FacilityKind.CLINIC) == ()
        assert codes(check(scenario(LIKE))) == ["CX-UNKNOWN-USUAL"]
    assert codes(check(scenario(LIKE))) == []
