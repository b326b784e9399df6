"""What the author has accepted, with the motive, is not told again."""

from __future__ import annotations

import re

import pytest

from care_desktop.scenario.checking import check
from care_desktop.scenario.choosing import FacilityKind
from care_desktop.scenario.reading import located
from care_desktop.scenario.scenario import Facility
from tests.scenario.test_format_page import PAGE
from tests.scenario.written import EXAMPLE, changed, codes, scenario

NO_ENGLISH = changed("{fr: Le matin, en: The morning}", "Le matin").decode()


def accepting(line: str, text: str = NO_ENGLISH) -> bytes:
    return changed("\nduties:", f"\naccepted:\n  - {line}\n\nduties:", text)


@pytest.mark.parametrize(
    "where", ["", ", at: phases", ", at: phases.morning", ", at: phases.morning.name"], ids=str
)
def test_what_is_accepted_there_or_around_is_not_told(where: str) -> None:
    content = accepting(f"{{code: CX-MISSING-ENGLISH{where}, why: Joué en français}}")
    assert codes(check(scenario(content))) == []


def test_what_is_accepted_elsewhere_is_told_with_what_was_accepted_for_nothing() -> None:
    content = accepting("{code: CX-MISSING-ENGLISH, at: phases.mor, why: Joué en français}")
    found = located(content, check(scenario(content)))
    assert codes(found) == ["CX-MISSING-ENGLISH", "CX-ACCEPTED-IN-VAIN"]
    assert found[1].place.line == content.decode()[: content.decode().index("  - {code")].count("\n") + 1


def test_an_error_cannot_be_accepted() -> None:
    wrong = changed("default: wait", "default: later").decode()
    content = accepting("{code: CX-DANGLING, why: Ainsi voulu}", wrong)
    assert codes(check(scenario(content))) == ["CX-DANGLING", "CX-ACCEPTED-IN-VAIN"]


def test_what_only_a_facility_brings_waits_for_one() -> None:
    content = accepting("{code: CX-FACILITY-KIND, why: Rejoué en EHPAD}", EXAMPLE)
    assert codes(check(scenario(content))) == []
    assert codes(check(scenario(content), Facility("R", FacilityKind.NURSING_HOME))) == []
    assert codes(check(scenario(content), Facility("C", FacilityKind.CLINIC))) == ["CX-ACCEPTED-IN-VAIN"]


def test_the_example_of_the_page_is_accepted() -> None:
    shown = re.search(r"```yaml\naccepted:\n  - (.*)\n```", PAGE)
    assert shown is not None
    twins = changed("{fr: Téléphonie, en: Telephones}", "{fr: Réseau, en: Network}").decode()
    assert codes(check(scenario(accepting(shown[1], twins)))) == []
