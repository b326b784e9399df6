"""What is wrong with a scenario that can be read."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from care_desktop.scenario.checking import check
from care_desktop.scenario.choosing import FacilityKind
from care_desktop.scenario.findings import SEVERITIES, code_of
from care_desktop.scenario.scenario import Facility
from care_desktop.scenario.text import Text
from tests.scenario.felt import FELT
from tests.scenario.mistakes import BY_TWO_WAYS, IN_THE_SCENARIO, IN_THE_TEXT, IN_THE_VALUES
from tests.scenario.written import changed, codes, scenario

ASKS = "    asks: cut-network\n"
CLINIC = Facility("Clinique", FacilityKind.CLINIC)


def test_the_checks_find_nothing_in_the_example() -> None:
    assert codes(check(scenario(), CLINIC)) == []


@pytest.mark.parametrize("mistake", IN_THE_SCENARIO)
def test_a_mistake_in_the_scenario_is_all_that_is_found(mistake: str) -> None:
    content, code = IN_THE_SCENARIO[mistake]
    assert set(codes(check(scenario(content)))) == {code}


def test_a_finding_names_the_path_of_the_keys() -> None:
    (finding,) = check(scenario(changed("default: wait", "default: later")))
    assert finding.place.path == "decisions.cut-network.default"


def test_a_circle_is_told_in_its_order() -> None:
    content, _ = IN_THE_SCENARIO["services in a circle"]
    (finding,) = [one for one in check(scenario(content)) if one.code == "CX-NEEDED-IN-A-CIRCLE"]
    assert finding.message.params["circle"] in ("network → phones → network", "phones → network → phones")


def test_numbers_and_addresses_of_fiction_are_nobodys() -> None:
    content = changed("J’appelle qui", "J’appelle le 01 99 00 12 34, le 06 39 98 12 34, a@b.example, qui")
    assert codes(check(scenario(content))) == []


def test_a_number_in_what_the_animator_alone_sees_is_no_finding() -> None:
    content = changed("Elle publie", "Son numéro est le 01 42 00 00 00. Elle publie")
    assert codes(check(scenario(content))) == []


def test_identifiers_given_twice_are_found_in_a_scenario_that_was_not_read() -> None:
    one = scenario()
    twice = replace(one, teams=(*one.teams, replace(one.teams[0], name=Text("B", "B"))))
    assert codes(check(twice)) == ["CX-SAME-IDENTIFIER"]


def test_another_inject_may_not_be_called_as_one_by_another_channel_is() -> None:
    content = changed("  colleague:\n", "  printers-sms:\n", changed(ASKS, ASKS + BY_TWO_WAYS).decode())
    assert codes(check(scenario(content))) == ["CX-SAME-IDENTIFIER"]


def test_a_facility_of_another_kind_is_told() -> None:
    home = Facility("Résidence", FacilityKind.NURSING_HOME)
    assert codes(check(scenario(), home)) == ["CX-FACILITY-KIND"]


def test_what_a_facility_names_and_the_scenario_does_not_know_is_told() -> None:
    facility = replace(CLINIC, functions={"cook": Text("Chef")}, variables={"lits": Text("3")})
    assert codes(check(scenario(), facility)) == ["CX-FACILITY-FUNCTION", "CX-FACILITY-VARIABLE"]


def test_every_finding_there_is_has_a_mistake_that_brings_it() -> None:
    brought = {
        code for table in (IN_THE_TEXT, IN_THE_VALUES, IN_THE_SCENARIO, FELT) for _, code in table.values()
    }
    elsewhere = {
        "CX-FACILITY-FUNCTION",
        "CX-FACILITY-KIND",
        "CX-FACILITY-VARIABLE",
        "CX-NOT-A-FILE",
        "CX-SAME-IDENTIFIER",
        "CX-UNREADABLE",
    }
    assert {code_of(what) for what in SEVERITIES} == brought | elsewhere
