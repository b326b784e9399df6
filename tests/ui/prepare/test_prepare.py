"""Preparation: nothing has to be typed, one key begins, and what was answered is there the next time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from care_desktop import paths
from care_desktop.exercise.events import Begun, FunctionArrived
from care_desktop.exercise.state import Status
from care_desktop.scenario.choosing import FacilityKind
from care_desktop.scenario.scenario import Facility
from care_desktop.scenario.script import Way
from care_desktop.workspace import own_facility
from tests.ui.home.standing import Standing, cut, standing
from ui import theme
from ui.prepare.workspace import Workspace

pytestmark = pytest.mark.ui

TILLEUL = str(paths.scenarios() / "armentieres-2024" / "scenario.yaml")


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Standing]:
    with standing(qtbot, tmp_path) as made:
        made.settings.set("prepare.scenario", TILLEUL)
        yield made


def controls(desk: Standing) -> dict[str, QWidget]:
    found = [*desk.window.findChildren(QAbstractButton), *desk.window.findChildren(QLineEdit)]
    all_ = [*found, *desk.window.findChildren(QComboBox)]
    return {
        one.accessibleName() or (one.text() if isinstance(one, QAbstractButton) else ""): one
        for one in all_
        if one.isVisible()
    }


def button(desk: Standing, name: str) -> QAbstractButton:
    found = controls(desk)[name]
    assert isinstance(found, QAbstractButton)
    return found


def said(desk: Standing) -> str:
    return "\n".join(label.text() for label in desk.window.findChildren(QLabel) if label.isVisible())


def has_focus(desk: Standing, key: str) -> bool:
    found = controls(desk).get(desk.voice.say(key))
    return found is not None and found.hasFocus()


def prepare(desk: Standing) -> None:
    desk.show(Workspace)
    desk.qtbot.waitUntil(lambda: has_focus(desk, "action.prepare.begin"))
    desk.qtbot.waitUntil(lambda: "Biologiste de garde" in controls(desk))


def begin(desk: Standing) -> None:
    focused = button(desk, desk.voice.say("action.prepare.begin"))
    focused.setFocus()
    QTest.keyClick(focused, Qt.Key.Key_Space)
    desk.qtbot.waitUntil(lambda: desk.frame.went == ["conduct"])
    desk.qtbot.waitUntil(
        lambda: desk.bridge.followed is not None and desk.bridge.followed.view.status is Status.RUNNING
    )


def facts(desk: Standing) -> list[object]:
    assert desk.bridge.followed is not None
    return [event.fact for event in desk.bridge.followed.events]


def test_one_key_begins_and_nothing_was_typed(desk: Standing) -> None:
    prepare(desk)
    begin(desk)
    assert any(isinstance(fact, Begun) for fact in facts(desk))
    assert not desk.place.facility.exists()


def test_those_who_are_ticked_are_there_when_it_begins(desk: Standing) -> None:
    prepare(desk)
    button(desk, "Biologiste de garde").click()
    begin(desk)
    arrived = [fact for fact in facts(desk) if isinstance(fact, FunctionArrived)]
    assert [(fact.function, fact.cell) for fact in arrived] == [("biologist", "care")]
    assert desk.settings.get("prepare.present", "") == "biologist"


def test_why_it_cannot_begin_is_said_beside_the_button(desk: Standing) -> None:
    prepare(desk)
    begin(desk)
    (workspace,) = desk.window.findChildren(Workspace)
    workspace.shown()
    desk.qtbot.waitUntil(lambda: "en cours. Terminez-le d’abord, dans Animer, par FINEX." in said(desk))


def test_nobody_there_is_remarked_and_is_no_obstacle(desk: Standing) -> None:
    prepare(desk)
    assert desk.voice.say("prepare.nobody_ticked") in said(desk)
    assert button(desk, desk.voice.say("action.prepare.begin")).isEnabled()


def test_the_facility_is_asked_once_then_it_is_a_line(desk: Standing) -> None:
    prepare(desk)
    name = controls(desk)["Nom"]
    assert isinstance(name, QLineEdit)
    name.setText("Hôpital de l’Étang")
    name.editingFinished.emit()
    begin(desk)
    kept = own_facility.read(desk.place.facility)
    assert kept is not None
    assert (kept.name, kept.kind) == ("Hôpital de l’Étang", FacilityKind.HOSPITAL)
    assert desk.bridge.entry is not None
    assert desk.bridge.entry.facility == "Hôpital de l’Étang"


def test_a_known_facility_is_one_line_with_a_way_to_change_it(desk: Standing) -> None:
    own_facility.write(desk.place.facility, Facility("Clinique du Val", FacilityKind.CLINIC))
    prepare(desk)
    assert "Clinique du Val · Clinique · Public autonome" in said(desk)
    assert "Nom" not in controls(desk)
    button(desk, "Modifier l’établissement").click()
    desk.qtbot.waitUntil(lambda: "Nom" in controls(desk))


def test_the_way_of_playing_is_in_the_script_and_there_the_next_time(desk: Standing) -> None:
    prepare(desk)
    button(desk, "Autonome").click()
    desk.qtbot.waitUntil(lambda: "Écran de salle" not in controls(desk))
    begin(desk)
    assert desk.bridge.followed is not None
    options = desk.bridge.followed.index.script.options
    assert (options.way, options.auto) == (Way.UNAIDED, True)
    assert desk.settings.get("prepare.way", "") == Way.UNAIDED


def test_a_rehearsal_is_kept_apart(desk: Standing) -> None:
    prepare(desk)
    button(desk, "Répétition").click()
    begin(desk)
    assert desk.bridge.database == desk.place.rehearsals


def test_the_room_screen_opens_when_it_begins(desk: Standing) -> None:
    prepare(desk)
    begin(desk)
    assert desk.frame.room.is_open


def test_what_the_facility_has_no_use_for_is_counted(desk: Standing) -> None:
    small = (paths.scenarios() / "facilities" / "hopital-des-iles.yaml").read_bytes()
    desk.place.facility.write_bytes(small)
    prepare(desk)
    assert "sans objet chez vous" in said(desk)


def test_a_damaged_facility_is_told_of_and_can_be_described_anew(desk: Standing) -> None:
    desk.place.facility.write_bytes(b"name: [")
    prepare(desk)
    assert str(desk.place.facility) in said(desk)
    assert "Nom" in controls(desk)


def test_a_scenario_that_cannot_be_played_says_why_and_leads_back(desk: Standing, tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("format: 1\nid: a\nname: A\nmane: B\n", encoding="utf-8")
    desk.settings.set("prepare.scenario", str(broken))
    desk.show(Workspace)
    desk.qtbot.waitUntil(lambda: str(broken) in said(desk))
    button(desk, desk.voice.say("prepare.choose")).click()
    assert desk.frame.went == ["home"]


def test_without_a_scenario_there_is_one_thing_to_do(desk: Standing) -> None:
    desk.settings.set("prepare.scenario", "")
    desk.show(Workspace)
    desk.qtbot.waitUntil(lambda: has_focus(desk, "prepare.choose"))
    assert desk.voice.say("action.prepare.begin") not in controls(desk)


def test_while_an_exercise_runs_another_cannot_begin(desk: Standing) -> None:
    prepare(desk)
    begin(desk)
    running = desk.bridge.exercise
    assert desk.context.actions.refusal("prepare.begin") is not None
    desk.context.actions.trigger("prepare.begin")
    assert desk.bridge.exercise == running


def test_where_the_database_is_damaged_nothing_begins_before_somebody_agreed_to_a_new_file(
    desk: Standing,
) -> None:
    prepare(desk)
    desk.place.database.write_bytes(b"no database at all")
    other = desk.place.database.with_name("exercises-2.db")
    button(desk, desk.voice.say("action.prepare.begin")).click()
    desk.qtbot.waitUntil(lambda: has_focus(desk, "action.prepare.begin_beside"))
    assert (desk.frame.went, other.exists()) == ([], False)
    assert str(desk.place.database) in said(desk)
    assert str(other) in said(desk)
    assert "Aucune copie de sauvegarde" in said(desk)
    assert desk.voice.say("action.prepare.begin") not in controls(desk)
    button(desk, desk.voice.say("action.prepare.begin_beside")).click()
    desk.qtbot.waitUntil(lambda: desk.frame.went == ["conduct"])
    assert desk.bridge.database == other
    assert desk.place.database.read_bytes() == b"no database at all"


def test_where_there_are_copies_it_is_said_how_the_exercises_of_before_are_taken_up(desk: Standing) -> None:
    prepare(desk)
    begin(desk)
    desk.bridge.close()
    desk.frame.went.clear()
    desk.place.database.write_bytes(b"no database at all")
    (workspace,) = desk.window.findChildren(Workspace)
    workspace.shown()
    desk.qtbot.waitUntil(lambda: has_focus(desk, "action.prepare.begin_beside"))
    assert "se reprend depuis sa copie de sauvegarde" in said(desk)


def test_damage_is_told_as_the_preparation_opens_and_only_of_the_file_it_would_use(desk: Standing) -> None:
    desk.place.database.write_bytes(b"no database at all")
    desk.show(Workspace)
    desk.qtbot.waitUntil(lambda: has_focus(desk, "action.prepare.begin_beside"))
    assert str(desk.place.database) in said(desk)
    assert not desk.place.database.with_name("exercises-2.db").exists()
    rehearsal = button(desk, desk.voice.say("prepare.rehearsal"))
    rehearsal.setFocus()
    rehearsal.click()
    desk.qtbot.waitUntil(lambda: desk.voice.say("action.prepare.begin") in controls(desk))
    assert str(desk.place.database) not in said(desk)
    rehearsal.click()
    desk.qtbot.waitUntil(lambda: desk.voice.say("action.prepare.begin_beside") in controls(desk))
    assert rehearsal.hasFocus()


def test_it_is_said_in_the_other_language_at_once_and_ticks_stay(desk: Standing) -> None:
    prepare(desk)
    button(desk, "Biologiste de garde").click()
    desk.voice.switch("en")
    desk.qtbot.waitUntil(lambda: "Biologist on duty" in controls(desk))
    assert button(desk, "Biologist on duty").isChecked()
    assert "Prepare TILLEUL" in said(desk)


def test_every_control_has_a_name_and_is_reached_by_key(desk: Standing) -> None:
    prepare(desk)
    assert "" not in controls(desk)
    reached: set[QWidget | None] = set()
    for _ in range(60):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    unreached = {name for name, one in controls(desk).items() if one not in reached}
    assert unreached <= {"Sur table", "Simulation", "Autonome"}
    assert not unreached.issuperset({"Sur table", "Simulation", "Autonome"})


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_nothing_is_cut_on_a_small_laptop(desk: Standing, percent: int) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.apply(application, theme.make("light", percent))
    prepare(desk)
    desk.qtbot.waitUntil(lambda: cut(desk.window) == [])
