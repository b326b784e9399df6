"""What preparation makes of a scenario and a facility."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from care_desktop import paths
from care_desktop.errors import UserError
from care_desktop.exercise.commands import Begin, NoteArrival, Open
from care_desktop.exercise.engine import Engine
from care_desktop.exercise.index import ScriptIndex
from care_desktop.scenario.choosing import FacilityKind, LegalForm
from care_desktop.scenario.ids import FunctionId
from care_desktop.scenario.reading import read_facility
from care_desktop.scenario.scenario import Facility
from care_desktop.scenario.script import Way
from care_desktop.scenario.text import Text
from care_desktop.scenario.time import PlayMs
from ui.prepare import plan as planning
from ui.prepare.plan import Plan

pytestmark = pytest.mark.ui

TILLEUL = paths.scenarios() / "armentieres-2024" / "scenario.yaml"


def own(name: str) -> Facility:
    facility, _ = read_facility(paths.scenarios() / "facilities" / name)
    assert facility is not None
    return facility


def plan(facility: Facility | None = None) -> Plan:
    return planning.read_plan(TILLEUL, facility or own("hopital-du-val.yaml"))


def present(*functions: str) -> frozenset[FunctionId]:
    return frozenset(FunctionId(name) for name in functions)


def test_what_the_facility_has_no_use_for_is_counted() -> None:
    assert plan(own("hopital-des-iles.yaml")).dropped > plan().dropped


def test_a_facility_described_anew_counts_anew() -> None:
    small = own("hopital-des-iles.yaml")
    assert planning.for_facility(plan(), small) == plan(small)


def test_an_exercise_for_another_kind_of_facility_is_told_apart_from_other_remarks() -> None:
    home = Facility("Les Tilleuls", FacilityKind.NURSING_HOME)
    assert planning.for_facility(plan(), home).script.written_for == (FacilityKind.HOSPITAL,)
    assert plan().script.written_for == ()
    assert planning.for_facility(plan(), home).remarks == planning.for_facility(plan(), Facility("")).remarks


def test_functions_have_the_names_that_the_facility_gives_them() -> None:
    (duty,) = [one for cell in plan().cells for one in cell.functions if one.function == "duty-director"]
    assert duty.name == Text("Directeur de garde", "Director on duty")


def test_each_function_is_asked_for_once_in_the_cell_that_expects_it() -> None:
    asked = [one.function for cell in plan().cells for one in cell.functions]
    assert len(asked) == len(set(asked)) == 15


def test_the_way_of_playing_is_kept_in_the_script() -> None:
    script = planning.script_of(plan(), Way.UNAIDED, 5)
    assert (script.options.way, script.options.auto, script.options.seed) == (Way.UNAIDED, True, 5)


def test_arrivals_come_before_the_beginning_and_are_taken() -> None:
    made = plan()
    engine = Engine(ScriptIndex(planning.script_of(made, Way.TABLE, 0)))
    engine.submit(Open("digest"), PlayMs(0))
    commands = planning.first_commands(made, present("biologist", "director"))
    assert commands == (NoteArrival("director", "direction"), NoteArrival("biologist", "care"), Begin())
    assert [event.fact.kind for command in commands for event in engine.submit(command, PlayMs(0))][:3] == [
        "presence.arrived",
        "presence.arrived",
        "exercise.begun",
    ]


def test_nobody_in_the_room_is_remarked_and_a_full_room_is_not() -> None:
    made = plan()
    nobody = planning.remark_on_presence(made, present())
    some = planning.remark_on_presence(made, present("director"))
    assert nobody is not None
    assert nobody.id == "prepare.nobody_ticked"
    assert some is not None
    assert some.params == {"n": 2}
    assert planning.remark_on_presence(made, present("director", "biologist", "cio")) is None


def test_a_scenario_that_cannot_be_played_says_on_which_line(tmp_path: Path) -> None:
    broken = tmp_path / "scenario.yaml"
    broken.write_text("format: 1\nid: a\nname: A\nmane: B\n", encoding="utf-8")
    with pytest.raises(UserError) as failure:
        planning.read_plan(broken, Facility("A"))
    assert (failure.value.code, failure.value.params["line"]) == ("prepare.not_playable", 4)


def test_one_that_is_gone_says_so_too(tmp_path: Path) -> None:
    for path in (tmp_path / "none.yaml", tmp_path):
        with pytest.raises(UserError) as failure:
            planning.read_plan(path, Facility("A"))
        assert failure.value.code == "prepare.scenario_gone"


def test_a_changed_name_keeps_what_the_facility_says_of_its_services() -> None:
    before = own("hopital-du-val.yaml")
    changed = Facility("Clinique du Val", FacilityKind.CLINIC, LegalForm.GROUP)
    after = planning.described(before, changed)
    assert (after.name, after.kind, after.legal_form) == (changed.name, changed.kind, changed.legal_form)
    assert replace(after, name=before.name, kind=before.kind, legal_form=before.legal_form) == before
