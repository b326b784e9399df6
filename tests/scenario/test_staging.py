"""Scenario and facility made one."""

from __future__ import annotations

import hashlib

import msgspec
import pytest
from hypothesis import given
from msgspec.structs import replace

from care_desktop.exercise.commands import Begin, Launch, Open
from care_desktop.exercise.engine import Engine
from care_desktop.exercise.events import InjectLaunched
from care_desktop.exercise.index import ScriptIndex
from care_desktop.scenario.checking import check
from care_desktop.scenario.choosing import FacilityKind, LegalForm
from care_desktop.scenario.conditions import (
    All,
    Any,
    Condition,
    DecisionTaken,
    InjectSent,
    Not,
    NotDoneBy,
    ServiceAtLeast,
    ServiceLevel,
    StepDone,
)
from care_desktop.scenario.effects import Restore, Send
from care_desktop.scenario.leaving_out import ALWAYS, NEVER, LeavingOut
from care_desktop.scenario.scenario import Facility, OwnService, Scenario
from care_desktop.scenario.script import Options, Script, Step, Way
from care_desktop.scenario.staging import stage
from care_desktop.scenario.text import Text
from care_desktop.scenario.time import HOUR, MINUTE, PlayMs, StoryMs, play
from care_desktop.scenario.walking import defined, references, walk
from care_desktop.scenario.writing import write
from tests.scenario.inventing import facilities, scenarios
from tests.scenario.mistakes import BY_TWO_WAYS, head
from tests.scenario.written import changed, codes, scenario

OURS = Facility("Clinique", variables={"beds": Text("64")})


def lacking(*services: str) -> Facility:
    return Facility("Clinique", services=tuple(OwnService(name, has=False) for name in services))


def ids(parts: tuple[object, ...]) -> list[str]:
    return [getattr(part, "id") for part in parts]  # noqa: B009


def dropped(content: bytes, *services: str) -> Script:
    return stage(scenario(content), lacking(*services))


def test_a_facility_that_lacks_nothing_plays_everything() -> None:
    script = stage(scenario(), OURS)
    assert script.dropped == ()
    assert script.injects[0] == scenario().injects[0]
    assert (script.id, script.name, script.starts) == ("muguet", Text("MUGUET"), 2 * HOUR)


def test_variables_are_filled_in_both_languages() -> None:
    body = stage(scenario(), OURS).injects[1].body
    assert "pour 64 lits" in body.fr
    assert body.en is not None
    assert "for 64 beds" in body.en


def test_a_variable_that_the_facility_does_not_give_has_its_default() -> None:
    assert "pour 120 lits" in stage(scenario(), Facility("A")).injects[1].body.fr


def test_an_unknown_variable_stays_as_it_is_written() -> None:
    script = stage(scenario(changed("{beds}", "{bed}")), OURS)
    assert "pour {bed} lits" in script.injects[1].body.fr


def test_a_service_that_the_facility_lacks_is_dropped_with_what_needs_it() -> None:
    script = stage(scenario(), lacking("laboratory"))
    assert script.dropped == ("inject.laboratory", "service.laboratory")
    assert "laboratory" not in ids(script.injects) + ids(script.services)


def test_dependents_lose_the_edge_and_effects_on_it_go() -> None:
    script = stage(scenario(), lacking("files"))
    assert ids(script.services) == ["network", "phones", "record", "laboratory"]
    assert [need.service for need in script.services[2].needs] == ["network"]
    assert [type(effect).__name__ for effect in script.injects[0].effects] == ["Flow", "StartDuty"]
    assert script.steps[1].effects == (Restore("record"), Restore("network"))


def test_a_step_that_restores_only_what_is_missing_is_dropped_and_counts_as_done() -> None:
    after = "  after:\n    name: B\n    team: it-team\n    effort: 1 h\n    needs: [restore]\n\nduties:"
    content = changed(
        "\nduties:", after, changed("unless: {step: contain}", "unless: {step: restore}").decode()
    )
    script = dropped(content, "files", "record", "network")
    assert "step.restore" in script.dropped
    assert [(step.id, step.needs) for step in script.steps] == [("contain", ()), ("after", ())]


def test_an_option_may_be_dropped_and_is_then_no_default() -> None:
    content = changed("        label: {fr: Attendre", "        needs: [record]\n        label: {fr: Attendre")
    script = dropped(content, "record")
    assert ids(script.decisions[0].options) == ["cut"]
    assert script.decisions[0].default is None
    assert "option.cut-network.wait" in script.dropped


def test_what_a_dropped_inject_would_have_brought_is_dropped_in_turn() -> None:
    content = changed(
        "    recipients: [direction]\n    optional: true",
        "    needs: [phones]\n    recipients: [direction]\n    optional: true",
    )
    script = dropped(content, "phones")
    assert script.dropped == ("inject.press", "service.phones", "trigger.rumour")
    assert not any(isinstance(effect, Send) for effect in script.decisions[0].options[0].effects)


def test_a_dropped_decision_is_asked_by_nobody() -> None:
    content = changed("    lead: direction\n", "    lead: direction\n    needs: [phones]\n")
    script = dropped(content, "phones")
    assert script.decisions == ()
    assert script.injects[0].asks is None
    # What follows when nobody has decided does not follow: there is nothing to decide
    assert "inject.colleague" in script.dropped


def test_requires_about_a_missing_service_is_no_condition_any_more() -> None:
    script = dropped(changed("    needs: [laboratory]\n", ""), "phones")
    assert script.injects[1].requires is None


GONE = {
    ("service", "lab"),
    ("step", "core"),
    ("inject", "press"),
    ("decision", "divert"),
    ("option", "cut.wait"),
}
LAB_DOWN = ServiceAtLeast("lab", ServiceLevel.DOWN)
OTHER = InjectSent("other")


@pytest.mark.parametrize(
    ("condition", "left"),
    [
        (LAB_DOWN, NEVER),
        (ServiceAtLeast("lab", ServiceLevel.NOMINAL), ALWAYS),
        (Not(LAB_DOWN), ALWAYS),
        (StepDone("core"), ALWAYS),
        (InjectSent("press"), NEVER),
        (DecisionTaken("divert"), NEVER),
        (DecisionTaken("cut", "wait"), NEVER),
        (DecisionTaken("cut", "now"), DecisionTaken("cut", "now")),
        (All((LAB_DOWN, OTHER)), NEVER),
        (All((StepDone("core"), OTHER)), OTHER),
        (Any((LAB_DOWN, OTHER)), OTHER),
        (Any((StepDone("core"), OTHER)), ALWAYS),
        (Any((LAB_DOWN, InjectSent("press"))), NEVER),
        (Any((LAB_DOWN, OTHER, StepDone("b"))), Any((OTHER, StepDone("b")))),
        (NotDoneBy(StepDone("core"), play(1)), NEVER),
        (NotDoneBy(DecisionTaken("divert"), play(1)), NEVER),
        (NotDoneBy(OTHER, play(1), "press"), NEVER),
        (NotDoneBy(Any((LAB_DOWN, OTHER)), play(1)), NotDoneBy(OTHER, play(1))),
        (All(()), All(())),
    ],
)
def test_a_condition_about_what_went_is_decided(condition: Condition, left: Condition) -> None:
    assert LeavingOut(scenario(), set(GONE)).simplified(condition, None) == left


def test_a_condition_about_something_else_stays_the_same_object() -> None:
    condition = Any((OTHER, All((StepDone("b"), Not(OTHER)))))
    assert LeavingOut(scenario(), set(GONE)).simplified(condition, None) is condition


def test_what_the_facility_says_of_a_service_goes_before_what_the_scenario_proposes() -> None:
    own = OwnService("record", target=StoryMs(HOUR), degraded=Text("Classeur"))
    script = stage(scenario(), Facility("A", services=(own,)))
    record = next(one for one in script.services if one.id == "record")
    assert (record.target, record.hold, record.degraded) == (HOUR, 3 * HOUR, Text("Classeur"))
    assert record.defaults == ("loss", "hold")


def test_a_service_that_only_the_facility_has_is_kept() -> None:
    script = stage(scenario(), Facility("A", services=(OwnService("mail", name=Text("Messagerie")),)))
    assert (script.services[-1].id, script.services[-1].name) == ("mail", Text("Messagerie"))


def test_functions_have_the_names_of_the_facility() -> None:
    script = stage(scenario(), Facility("A", functions={"night-manager": Text("Infirmière de nuit")}))
    assert [one.name.fr for one in script.functions][1] == "Infirmière de nuit"


def test_the_script_holds_the_options_and_the_digest_of_the_canonical_text() -> None:
    script = stage(scenario(), OURS, Options(seed=5))
    assert script.options.seed == 5
    assert script.source_digest == hashlib.sha256(write(scenario())).hexdigest()


@pytest.mark.parametrize(("way", "auto"), [(Way.TABLE, False), (Way.SIMULATION, False), (Way.UNAIDED, True)])
def test_injects_launch_by_themselves_where_nobody_facilitates(way: Way, *, auto: bool) -> None:
    assert stage(scenario(), OURS, Options(way=way)).options == Options(way=way, auto=auto)


def test_a_script_that_was_kept_before_ways_were_asked_is_played_on_a_table() -> None:
    assert msgspec.json.decode(b'{"auto": true, "seed": 7}', type=Options).way is Way.TABLE


def test_a_scenario_full_of_dangling_identifiers_is_staged() -> None:
    one = replace(scenario(), services=(), steps=(Step("a", Text("A"), "nobody", StoryMs(1)),), decisions=())
    assert stage(one, lacking("files")).steps == one.steps


@pytest.mark.parametrize("service", ids(scenario().services))
def test_nothing_points_at_what_is_not_there_any_more(service: str) -> None:
    seen = walk(stage(scenario(), lacking(service)))
    assert {one.to for one in references(seen)} <= defined(seen).keys()


def test_what_is_staged_can_be_played() -> None:
    engine = Engine(ScriptIndex(stage(scenario(), lacking("laboratory", "files"), Options(auto=True))))
    engine.submit(Open("digest"), PlayMs(0))
    engine.submit(Begin(), PlayMs(0))
    launched = [
        event.fact for event in engine.advance(PlayMs(60 * MINUTE)) if isinstance(event.fact, InjectLaunched)
    ]
    assert [fact.inject for fact in launched][:2] == ["printers", "colleague"]


@given(scenarios(), facilities())
def test_staging_leaves_nothing_dangling_that_did_not_dangle_before(
    made: Scenario, facility: Facility
) -> None:
    codes(check(made, facility))
    before, after = walk(made), walk(stage(made, facility))
    dangling = {one.to for one in references(before)} - defined(before).keys()
    assert {one.to for one in references(after)} - defined(after).keys() <= dangling


@pytest.mark.parametrize(
    ("kind", "form", "fr", "en"),
    [
        (
            FacilityKind.HOSPITAL,
            LegalForm.PUBLIC,
            "l’hôpital appelle le conseil de surveillance pour 3 patients",
            "the hospital calls the supervisory board for 3 patients",
        ),
        (
            FacilityKind.NURSING_HOME,
            LegalForm.PUBLIC,
            "l’EHPAD appelle le conseil d’administration pour 3 résidents",
            "the nursing home calls the board for 3 residents",
        ),
        (
            FacilityKind.MEDICO_SOCIAL,
            LegalForm.ASSOCIATION,
            "l’établissement appelle le siège de l’association pour 3 personnes accompagnées",
            "the facility calls the association’s head office for 3 people supported",
        ),
    ],
)
def test_words_follow_the_kind_and_the_legal_form_of_the_facility(
    kind: FacilityKind, form: LegalForm, fr: str, en: str
) -> None:
    content = head(
        "injects:\n  a:\n    title:\n"
        '      fr: "{establishment} appelle {governing_body} pour 3 {patients}"\n'
        '      en: "{establishment} calls {governing_body} for 3 {patients}"\n'
    )
    assert "CX-UNKNOWN-VARIABLE" not in codes(check(scenario(content)))
    assert stage(scenario(content), Facility("A", kind, form)).injects[0].title == Text(fr, en)


def test_a_scenario_that_declares_such_a_word_means_its_own() -> None:
    content = changed("  beds:\n", "  patients:\n", changed("{beds}", "{patients}").decode())
    body = stage(scenario(content), Facility("A", FacilityKind.NURSING_HOME)).injects[1].body
    assert "pour 120 lits" in body.fr


def test_an_inject_for_a_function_goes_to_the_cells_that_expect_it() -> None:
    script = stage(scenario(changed("recipients: [it]", "functions: [night-manager]")), OURS)
    assert script.injects[1].recipients == ("direction",)


def test_a_cell_that_is_named_and_expects_the_function_is_reached_once() -> None:
    content = changed("recipients: [it]", "recipients: [it]\n    functions: [night-manager, it-on-call]")
    assert stage(scenario(content), OURS).injects[1].recipients == ("it", "direction")


BOTH_WAYS = changed("    asks: cut-network\n", "    asks: cut-network\n" + BY_TWO_WAYS).decode()


def test_an_inject_by_two_channels_is_two_each_with_its_words_and_its_recipients() -> None:
    sheets, message, *_ = stage(scenario(BOTH_WAYS), OURS).injects
    assert (sheets.id, message.id) == ("printers", "printers-sms")
    assert (sheets.others, sheets.recipients, message.recipients) == ((), ("direction", "it"), ("it",))
    assert message.body == Text("Lisez les feuilles.", "Read the sheets.")
    assert (message.asks, message.effects, message.at) == (None, (), None)


def test_what_goes_by_another_channel_goes_out_with_the_inject_and_not_without() -> None:
    engine = Engine(ScriptIndex(stage(scenario(BOTH_WAYS), OURS)))
    engine.submit(Open("digest"), PlayMs(0))
    engine.submit(Begin(), PlayMs(0))
    waited = engine.advance(PlayMs(60 * MINUTE))
    launched = engine.submit(Launch("printers"), PlayMs(60 * MINUTE))
    assert [
        [one.fact.inject for one in each if isinstance(one.fact, InjectLaunched)]
        for each in (waited, launched)
    ] == [
        [],
        ["printers", "printers-sms"],
    ]


def test_another_channel_without_recipients_reaches_those_of_the_inject() -> None:
    content = BOTH_WAYS.replace(", recipients: [it]}", "}").replace(
        "recipients: [direction, it]", "functions: [it-on-call]"
    )
    sheets, message, *_ = stage(scenario(content), OURS).injects
    assert sheets.recipients == message.recipients == ("it",)


def test_who_plays_an_inject_is_kept_with_what_is_played() -> None:
    content = changed("    asks: cut-network\n", "    asks: cut-network\n    animator: first\n")
    named = changed("\nphases:", "\nanimators:\n  first: {name: Animateur 1}\n\nphases:", content.decode())
    script = stage(scenario(named), OURS)
    assert (script.injects[0].animator, script.animators[0].name.fr) == ("first", "Animateur 1")


CALLING = changed(
    "    sender: {fr: Biologiste de garde, en: Biologist on duty}", "    correspondent: cert-sante"
).decode()


def test_a_correspondent_who_calls_by_themselves_has_their_name_and_their_answers() -> None:
    call = stage(scenario(CALLING), OURS).injects[1]
    assert call.sender == Text("CERT Santé", "CERT Santé")
    assert call.answers.fr == "Isolez sans éteindre."


def test_what_the_inject_says_itself_stays() -> None:
    content = changed(
        "    correspondent: cert-sante",
        "    correspondent: cert-sante\n    sender: A\n    answers: B",
        CALLING,
    )
    call = stage(scenario(content), OURS).injects[1]
    assert (call.sender, call.answers) == (Text("A"), Text("B"))


def test_a_correspondent_of_whom_the_facility_has_no_use_does_not_call() -> None:
    content = changed(
        "    name: {fr: CERT Santé, en: CERT Santé}\n    points",
        "    needs: [record]\n    name: C\n    points",
        CALLING,
    )
    script = dropped(content, "record")
    assert {"correspondent.cert-sante", "inject.laboratory"} <= set(script.dropped)


LONGER = changed("    reliability: outdated\n", "    reliability: outdated\n    optional: true\n").decode()


@pytest.mark.parametrize(("minutes", "comes"), [(60, False), (90, True), (None, True)])
def test_what_is_optional_stays_in_reserve_where_there_is_less_time_than_the_scenario_takes(
    minutes: int | None, comes: bool
) -> None:
    time = None if minutes is None else PlayMs(minutes * MINUTE)
    script = stage(scenario(LONGER), OURS, Options(time=time))
    colleague = next(one for one in script.injects if one.id == "colleague")
    assert (colleague.when is not None) is comes
    assert [one.id for one in script.injects if one.at is not None] == ["printers", "laboratory"]


CARRYING = changed("    target: 8 h\n", "    target: 8 h\n    carries: [ransom_note, call]\n").decode()


def test_an_inject_requires_what_carries_its_channel() -> None:
    printers, laboratory, colleague, _ = stage(scenario(CARRYING), OURS).injects
    reachable = Not(ServiceAtLeast("network", ServiceLevel.DOWN))
    assert printers.requires == reachable
    assert laboratory.requires == All((Not(ServiceAtLeast("phones", ServiceLevel.DOWN)), reachable))
    assert colleague.requires is None


def test_what_an_inject_says_of_that_service_itself_holds() -> None:
    spoken = changed(
        "requires: {not: {service: phones, level: down}}",
        "requires: {service: network, level: down}",
        CARRYING,
    )
    laboratory = stage(scenario(spoken), OURS).injects[1]
    assert laboratory.requires == ServiceAtLeast("network", ServiceLevel.DOWN)


def test_a_service_that_the_facility_lacks_carries_nothing() -> None:
    assert stage(scenario(CARRYING), lacking("network")).injects[0].requires is None
