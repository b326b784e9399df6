"""TILLEUL holds what a scenario must hold: counts, prices, sources, two languages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import Struct

from care_desktop.scenario.background import Quality, Reliability, Weight
from care_desktop.scenario.checking import check
from care_desktop.scenario.findings import Severity
from care_desktop.scenario.reading import read, read_facility
from care_desktop.scenario.scenario import Scenario
from care_desktop.scenario.script import Channel, Outsider
from care_desktop.scenario.text import Text
from care_desktop.scenario.writing import write

SCENARIOS = Path(__file__).resolve().parents[2] / "scenarios"
FILE = SCENARIOS / "armentieres-2024" / "scenario.yaml"
BODY, SHORT = 600, 200
"""The most characters that the room's screen shows legibly, and that a telephone does."""
REAL_NUMBER = re.compile(r"\+33|\b0\d(?:[ .\u00a0\u202f]?\d\d){4}\b|\ble 1[578]\b|\b11[25]\b")


@pytest.fixture(scope="module", name="scenario")
def _scenario() -> Scenario:
    scenario, findings = read(FILE)
    assert [one for one in findings if one.severity is not Severity.INFO] == []
    assert scenario is not None
    return scenario


@pytest.mark.parametrize("name", ["hopital-du-val", "hopital-des-iles"])
def test_nothing_is_wrong_with_it_at_either_facility(scenario: Scenario, name: str) -> None:
    facility, findings = read_facility(SCENARIOS / "facilities" / f"{name}.yaml")
    assert facility is not None
    found = (*findings, *check(scenario, facility))
    assert [(one.code, one.place.path) for one in found if one.severity is not Severity.INFO] == []


def test_it_is_kept_in_its_canonical_form(scenario: Scenario) -> None:
    assert FILE.read_bytes() == write(scenario)


def texts(part: object, path: str = "") -> Iterator[tuple[str, Text]]:
    """Every text of a part, by where it stands."""
    if isinstance(part, Text):
        yield path, part
    elif isinstance(part, Struct):
        for name in part.__struct_fields__:
            yield from texts(getattr(part, name), f"{path}.{name}")
    elif isinstance(part, tuple):
        for one in part:
            yield from texts(one, f"{path}.{getattr(one, 'id', '')}")


def test_stimuli_come_by_many_ways_and_some_of_them_lie(scenario: Scenario) -> None:
    channels = {one.channel for one in scenario.injects}
    weights = Counter(one.weight for one in scenario.injects)
    told = Counter(one.reliability for one in scenario.injects)
    planned = [one for one in scenario.injects if one.at is not None]
    assert len(planned) >= 24
    assert channels >= {
        Channel.CALL,
        Channel.DOCUMENT,
        Channel.EMAIL,
        Channel.SMS,
        Channel.PRESS,
        Channel.RANSOM_NOTE,
        Channel.IN_PERSON,
        Channel.ALERT,
    }
    assert weights[Weight.SATURATING] >= 6
    assert told[Reliability.FALSE] >= 2
    assert told[Reliability.OUTDATED] >= 2


def test_nine_decisions_of_which_at_most_four_are_timed(scenario: Scenario) -> None:
    assert len(scenario.decisions) == 9
    assert 3 <= sum(one.limit is not None for one in scenario.decisions) <= 4
    assert {one.asks for one in scenario.injects} - {None} == {one.id for one in scenario.decisions}


def test_each_option_has_its_price_and_its_sources(scenario: Scenario) -> None:
    for decision in scenario.decisions:
        assert all(option.price.fr and option.price.en for option in decision.options)
        assert all(option.judged and option.judged.sources for option in decision.options)


def test_each_decision_has_two_options_that_can_be_defended_or_is_graded_by_nobody(
    scenario: Scenario,
) -> None:
    ungraded = []
    for decision in scenario.decisions:
        qualities = [option.judged.quality for option in decision.options if option.judged]
        if set(qualities) == {None}:
            ungraded.append(decision.id)
        else:
            assert sum(one in (Quality.RECOMMENDED, Quality.DEFENSIBLE) for one in qualities) >= 2
    assert ungraded == ["reopen"]


def test_what_grades_an_option_is_a_guide_or_a_law_at_its_own_page(scenario: Scenario) -> None:
    pages = {one.id: one.url.split("/")[2] if one.url else "" for one in scenario.sources}
    judged = [option.judged for one in scenario.decisions for option in one.options if option.judged]
    graded = [{pages[source] for source in one.sources} for one in judged if one.grade is not None]
    assert [one for one in graded if not one & {"messervices.cyber.gouv.fr", "eur-lex.europa.eu"}] == []
    assert all(one.basis is not None for one in judged)


def test_every_plan_to_rebuild_is_graded_by_the_guide(scenario: Scenario) -> None:
    (rebuild,) = (one for one in scenario.decisions if one.id == "rebuild")
    cited = [option.judged.sources for option in rebuild.options if option.judged and option.judged.grade]
    assert len(cited) == 3
    assert all("anssi-remediation" in one for one in cited)


def test_the_level_of_the_plan_is_said_in_one_call_and_decided_in_no_decision(scenario: Scenario) -> None:
    said = [(one.id, point) for one in scenario.correspondents for point in one.points]
    points = {(name, point.id) for name, point in said if point.plan_level}
    assert points == {("ars", "level")}


def test_no_reopening_is_held_to_be_the_right_one(scenario: Scenario) -> None:
    (reopen,) = (one for one in scenario.decisions if one.id == "reopen")
    assert [one.judged.grade for one in reopen.options if one.judged] == [None, None, None]


def test_the_recommended_option_is_not_the_longest_one(scenario: Scenario) -> None:
    longest = [
        max(decision.options, key=lambda option: len(option.label.fr)).judged
        for decision in scenario.decisions
    ]
    assert sum(one is not None and one.quality is Quality.RECOMMENDED for one in longest) <= 2


def test_the_recommended_option_is_seldom_the_first_one(scenario: Scenario) -> None:
    first = [decision.options[0].judged for decision in scenario.decisions]
    assert sum(one is not None and one.quality is Quality.RECOMMENDED for one in first) <= 3


def test_the_players_hear_of_no_call_from_one_of_themselves(scenario: Scenario) -> None:
    players = {one.name.fr for one in scenario.functions} | {one.name.fr for one in scenario.cells}
    assert {one.id for one in scenario.injects if one.sender.fr in players} == {"director-text"}


def test_a_call_is_not_a_report_nor_a_complaint(scenario: Scenario) -> None:
    points = {claim.duty: claim.points for one in scenario.correspondents for claim in one.claims}
    assert "portal" in points["cert"]
    assert "filed" in points["complaint"]


def test_the_parts_are_all_there(scenario: Scenario) -> None:
    assert (len(scenario.correspondents), len(scenario.services), len(scenario.steps)) == (8, 12, 14)
    assert len({step.stage for step in scenario.steps}) == 5
    per_objective = Counter(one.objective for one in scenario.criteria)
    assert len(scenario.objectives) == 4
    assert all(3 <= per_objective[one.id] <= 5 for one in scenario.objectives)
    assert all(phase.recap.fr for phase in scenario.phases[1:])


def test_each_correspondent_can_be_played_from_its_card(scenario: Scenario) -> None:
    for one in scenario.correspondents:
        assert one.points
        assert one.knows
        assert all(text.fr for text in (one.answers, one.asks, one.refuses, one.tone))


def test_each_service_has_its_procedure_and_each_duty_its_article(scenario: Scenario) -> None:
    assert all(service.degraded.fr and service.target for service in scenario.services)
    assert all(
        duty.article.fr and duty.to.fr and duty.content.fr and duty.delay.fr for duty in scenario.duties
    )
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", duty.as_of) for duty in scenario.duties)


def test_every_real_fact_has_its_source(scenario: Scenario) -> None:
    known = {one.id for one in scenario.sources}
    used = {source for one in scenario.milestones for source in one.sources}
    assert all(one.sources for one in scenario.milestones)
    assert used <= known
    assert all(one.title and one.publisher and one.date for one in scenario.sources)


def test_every_source_is_cited_and_has_a_public_address_or_none(scenario: Scenario) -> None:
    judged = [option.judged for one in scenario.decisions for option in one.options if option.judged]
    cited = {source for one in judged for source in one.sources}
    cited |= {source for one in scenario.milestones for source in one.sources}
    assert {one.id for one in scenario.sources} == cited
    assert {one.id for one in scenario.sources if not one.url} == {"egora", "versailles-liberation"}
    assert [one.url for one in scenario.sources if re.search("preprod|staging", one.url)] == []


def test_english_is_complete(scenario: Scenario) -> None:
    number_or_name = re.compile(r"[\d\u202f ]*|TILLEUL")
    missing = [
        path for path, text in texts(scenario) if text.en is None and not number_or_name.fullmatch(text.fr)
    ]
    assert missing == []


def test_french_spaces_stand_where_they_belong(scenario: Scenario) -> None:
    wrong = re.compile(r"[^\u202f?!…][;!?]|[^\u00a0\d]:(?=\s|$)|«[^\u00a0]|[^\u00a0]»|'|\.\.\.")
    assert [path for path, text in texts(scenario) if wrong.search(text.fr)] == []


def test_what_players_read_is_short(scenario: Scenario) -> None:
    for inject in scenario.injects:
        most = SHORT if inject.channel is Channel.SMS else BODY
        assert max(len(inject.body.fr), len(inject.body.en or "")) <= most, inject.id


def test_no_real_number_can_be_dialled(scenario: Scenario) -> None:
    dialled = [path for path, text in texts(scenario) if REAL_NUMBER.search(text.fr + (text.en or ""))]
    assert dialled == []


def test_what_players_see_does_not_say_which_hospital_it_was(scenario: Scenario) -> None:
    seen = [
        text
        for inject in scenario.injects
        for text in (inject.title, inject.sender, inject.subject, inject.body)
    ]
    seen += [text for phase in scenario.phases for text in (phase.name, phase.recap)]
    seen += [option.label for one in scenario.decisions for option in one.options]
    real = re.compile(r"(?i)armenti|lille|versailles|cannes|corbeil|exercice exercice")
    assert [text.fr for text in (*seen, scenario.name) if real.search(text.fr + (text.en or ""))] == []


def test_each_stimulus_expects_something_of_somebody(scenario: Scenario) -> None:
    silent = {inject.id for inject in scenario.injects if not inject.reactions}
    assert silent == {"day-18", "day-102"}
    objectives = {one.id for one in scenario.objectives}
    reactions = [reaction for inject in scenario.injects for reaction in inject.reactions]
    assert {reaction.objective for reaction in reactions} == objectives


def test_every_outsider_says_what_sort_of_one_it_is(scenario: Scenario) -> None:
    assert [one.id for one in scenario.correspondents if one.kind is Outsider.OTHER] == []
