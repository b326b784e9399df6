"""The home: what is offered, what is taken up again, what is looked back at; all by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from care_desktop.exercise.commands import Begin, Command, End, Suspend
from care_desktop.scenario.choosing import FacilityKind
from care_desktop.scenario.scenario import Facility
from care_desktop.workspace import own_facility, recents
from care_desktop.workspace.recents import Recent, Recents
from tests.exercise.liseron import LISERON
from tests.ui.home.standing import Standing, cut, standing
from tests.workspace.sample import recent
from ui import theme
from ui.home import remembered
from ui.home.recent_row import MissingRow, RecentRow
from ui.home.workspace import Workspace

pytestmark = pytest.mark.ui

WRITTEN = (
    "format: 1\nid: {0}\nname: {1}\nlasts: {2}\nfacilities: [{3}]\n"
    "cells:\n  room:\n    name: Salle\n    functions: [{4}]\nfunctions:\n{5}"
)


@pytest.fixture
def home(qtbot: QtBot, tmp_path: Path) -> Iterator[Standing]:
    with standing(qtbot, tmp_path) as made:
        yield made


def add(home: Standing, name: str, lasts: str, people: int, kind: str = "hospital") -> None:
    functions = [f"f{number}" for number in range(people)]
    path = home.place.scenarios / name / "scenario.yaml"
    path.parent.mkdir(parents=True)
    listed = "".join(f"  {one}: {{name: {one}}}\n" for one in functions)
    text = WRITTEN.format(name, name.upper(), lasts, kind, ", ".join(functions), listed)
    path.write_text(text, encoding="utf-8")


def listed(home: Standing, *entries: Recent) -> None:
    here = str(home.place.database)
    home.place.database.touch()
    known = tuple(
        replace(one, database=here) if one.database == recent("x").database else one for one in entries
    )
    recents.write(home.place.recents, Recents(known))


def played(home: Standing, *commands: Command) -> str:
    """An exercise in which these commands were given."""
    home.bridge.open_new(LISERON, Facility("A"))
    home.qtbot.waitUntil(lambda: home.bridge.followed is not None)
    for command in commands:
        with home.qtbot.waitSignal(home.bridge.told):
            home.bridge.send(command)
    return home.bridge.exercise


def buttons(home: Standing) -> dict[str, QAbstractButton]:
    found = home.window.findChildren(QAbstractButton)
    return {one.accessibleName() or one.text(): one for one in found if one.isVisible()}


def offered(home: Standing) -> list[str]:
    return [name.removeprefix("Préparer ") for name in buttons(home) if name.startswith("Préparer ")]


def said(home: Standing) -> str:
    return "\n".join(label.text() for label in home.window.findChildren(QLabel) if label.isVisible())


def open_home(home: Standing, cards: int) -> None:
    home.show(Workspace)
    home.qtbot.waitUntil(lambda: len(offered(home)) == cards)


def press(home: Standing, key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def test_before_the_first_exercise_one_key_leads_to_its_preparation(home: Standing) -> None:
    open_home(home, 1)
    assert "CaRE Desktop" in said(home)
    assert home.voice.say("home.no_recent") in said(home)
    press(home, Qt.Key.Key_Space)
    assert home.frame.went == ["prepare"]
    assert home.settings.get("prepare.scenario", "").endswith("armentieres-2024/scenario.yaml")


def test_the_first_painting_reads_no_scenario(home: Standing) -> None:
    home.show(Workspace)
    assert offered(home) == []
    home.qtbot.waitUntil(lambda: len(offered(home)) == 1)


def test_the_facility_is_the_title(home: Standing) -> None:
    own_facility.write(home.place.facility, Facility("Centre hospitalier du Val"))
    open_home(home, 1)
    assert "Centre hospitalier du Val" in said(home)


def test_a_facility_that_cannot_be_read_is_told_of_and_nothing_else_is_lost(home: Standing) -> None:
    home.place.facility.write_bytes(b"name: [")
    open_home(home, 1)
    assert str(home.place.facility) in said(home)


def test_answers_narrow_the_list_and_are_kept(home: Standing) -> None:
    add(home, "ajonc", "45 min", 5)
    open_home(home, 2)
    buttons(home)["3 à 6"].click()
    home.qtbot.waitUntil(lambda: offered(home) == ["AJONC"])
    assert home.settings.get("home.people", "") == "few"
    buttons(home)["3 à 6"].click()
    home.qtbot.waitUntil(lambda: len(offered(home)) == 2)
    assert home.settings.get("home.people", "") == ""


def test_where_nothing_corresponds_the_nearest_is_there(home: Standing) -> None:
    add(home, "ajonc", "45 min", 5)
    open_home(home, 2)
    buttons(home)["Plus de 15"].click()
    buttons(home)["2\u00a0h\u00a030"].click()
    home.qtbot.waitUntil(lambda: offered(home) == ["TILLEUL"])
    assert "Le plus proche" in said(home)


def test_a_small_structure_is_asked_one_question_and_shown_one_exercise(home: Standing) -> None:
    add(home, "ajonc", "45 min", 5, "nursing_home")
    add(home, "bruyere", "1 h", 5, "nursing_home")
    own_facility.write(home.place.facility, Facility("Les Tilleuls", FacilityKind.NURSING_HOME))
    open_home(home, 1)
    home.qtbot.waitUntil(lambda: offered(home) == ["AJONC"])
    assert home.voice.say("home.time") not in said(home)


def test_many_are_shown_three_at_a_time(home: Standing) -> None:
    for name in ("a", "b", "c"):
        add(home, name, "45 min", 5)
    open_home(home, 3)
    home.qtbot.waitUntil(lambda: "Voir les 4" in buttons(home))
    buttons(home)["Voir les 4"].click()
    assert home.frame.went == ["scenarios"]


def test_one_that_was_cut_off_stands_first_and_has_the_focus(home: Standing) -> None:
    listed(home, recent("one", status="running", facts=27, decisions=2), recent("two", status="ended"))
    open_home(home, 1)
    assert "LISERON s’est interrompu vers 0:41:12" in said(home)
    assert "au moins 27 faits, dont 2 décisions" in said(home)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QAbstractButton)
    assert focused.text() == home.voice.say("home.resume")
    rows = home.window.findChildren(RecentRow)
    assert len(rows) == 1
    home.qtbot.waitUntil(lambda: home.settings.get(remembered.CARDS, {}) != {})
    assert home.window.findChildren(RecentRow) == rows, "a row that is made anew slips away under a finger"


def test_only_one_button_is_the_primary_one(home: Standing) -> None:
    listed(home, recent("one", status="running"))
    open_home(home, 1)
    primary = [one for one in buttons(home).values() if one.property("kind") == "primary"]
    assert [one.text() for one in primary] == [home.voice.say("home.resume")]


def test_it_is_taken_up_again_by_one_key_and_stands_still(home: Standing) -> None:
    exercise = played(home, Begin(), Suspend())
    home.bridge.close()
    open_home(home, 1)
    press(home, Qt.Key.Key_Space)
    home.qtbot.waitUntil(lambda: home.frame.went == ["conduct"])
    assert home.bridge.exercise == exercise


def test_one_that_cannot_be_taken_up_says_why_on_the_page(home: Standing) -> None:
    listed(home, recent("one", status="running"))
    open_home(home, 1)
    home.place.database.write_bytes(b"no database")
    press(home, Qt.Key.Key_Space)
    home.qtbot.waitUntil(lambda: home.voice.say("home.close_notice") in buttons(home))
    assert home.frame.went == []


def test_an_ended_one_opens_on_its_debriefing(home: Standing) -> None:
    played(home, Begin(), End())
    home.bridge.close()
    open_home(home, 1)
    (row,) = home.window.findChildren(RecentRow)
    row.setFocus()
    press(home, Qt.Key.Key_Space)
    home.qtbot.waitUntil(lambda: home.frame.went == ["review"])


def test_one_that_runs_is_never_left_for_another(home: Standing) -> None:
    running = played(home, Begin())
    entries = recents.read(home.place.recents)[0].entries
    recents.write(
        home.place.recents, Recents((*entries, replace(entries[0], exercise="other", status="ended")))
    )
    open_home(home, 1)
    words = {row.row.word: row for row in home.window.findChildren(RecentRow)}
    words["débriefing"].click()
    assert (home.bridge.exercise, home.frame.went) == (running, [])
    assert "en cours" not in words


def test_the_one_that_is_open_comes_first_and_is_gone_back_to_by_one_key(home: Standing) -> None:
    running = played(home, Begin())
    entries = recents.read(home.place.recents)[0].entries
    others = (replace(entries[0], exercise="cut", status="running"),)
    recents.write(home.place.recents, Recents((*others, *entries)))
    open_home(home, 1)
    assert "Exercice en cours\u00a0: LISERON" in said(home)
    assert home.voice.say("home.see_journal") not in buttons(home)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QAbstractButton)
    assert focused.text() == "Revenir à l’exercice"
    assert home.context.actions.refusal("home.resume") is not None
    press(home, Qt.Key.Key_Space)
    assert (home.bridge.exercise, home.frame.went) == (running, ["conduct"])


def test_once_it_has_ended_it_is_among_those_of_before(home: Standing) -> None:
    played(home, Begin(), End())
    open_home(home, 1)
    assert "Exercice en cours" not in said(home)
    assert [row.row.word for row in home.window.findChildren(RecentRow)] == ["débriefing"]


def test_those_of_one_name_are_told_apart_by_their_hour(home: Standing) -> None:
    morning, noon, other = "2026-10-14T07:05:00Z", "2026-10-14T10:30:00Z", "2026-10-14T12:00:00Z"
    listed(
        home,
        replace(recent("one", status="ended"), begun=morning),
        replace(recent("two", status="ended"), begun=noon),
        replace(recent("three", status="ended"), begun=other, neutral_name="TILLEUL"),
    )
    open_home(home, 1)
    details = [row.row.detail for row in home.window.findChildren(RecentRow)]
    hours = [f"{datetime.fromisoformat(one).astimezone():%H:%M}" for one in (morning, noon, other)]
    assert [hour in detail for hour, detail in zip(hours, details, strict=True)] == [True, True, False]


def test_one_whose_database_is_gone_can_be_taken_off_the_list(home: Standing) -> None:
    listed(home, recent("one", status="ended", database="/nowhere/x.db"), recent("two", status="ended"))
    open_home(home, 1)
    home.qtbot.waitUntil(lambda: home.window.findChildren(MissingRow) != [])
    assert "introuvable" in [row.row.word for row in home.window.findChildren(RecentRow)]
    buttons(home)["Retirer LISERON de la liste"].click()
    assert [entry.exercise for entry in recents.read(home.place.recents)[0].entries] == ["two"]


def test_an_index_that_is_damaged_is_told_of_in_the_banner(home: Standing) -> None:
    home.place.recents.write_bytes(b"{")
    open_home(home, 1)
    assert [message.id for message in home.frame.warned] == ["workspace.recents_put_aside"]


def test_all_of_it_is_said_in_the_other_language_at_once(home: Standing) -> None:
    listed(home, recent("one", status="running"), recent("two", status="ended"))
    open_home(home, 1)
    home.voice.switch("en")
    assert "Play an exercise" in said(home)
    home.qtbot.waitUntil(lambda: "Prepare TILLEUL" in buttons(home))
    assert "Take up the exercise" in buttons(home)


def test_every_control_has_a_name_and_is_reached_by_key(home: Standing) -> None:
    listed(home, recent("one", status="running"), recent("two", status="ended"))
    open_home(home, 1)
    expected = [one for one in home.window.findChildren(QAbstractButton) if one.isVisibleTo(home.window)]
    assert [one for one in expected if not (one.accessibleName() or one.text())] == []
    reached: set[QWidget | None] = set()
    for _ in range(40):
        press(home, Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    unreached = [one for one in expected if one not in reached and not in_a_choice(one)]
    assert [one.accessibleName() or one.text() for one in unreached] == []


def in_a_choice(button: QAbstractButton) -> bool:
    """Arrows go from one segment to the next: Tab reaches one of them."""
    return button.autoExclusive() or button.group() is not None


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_nothing_is_cut_on_a_small_laptop(home: Standing, percent: int) -> None:
    listed(home, recent("one", status="running", facts=27), recent("two", status="ended"))
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.apply(application, theme.make("light", percent))
    open_home(home, 1)
    home.qtbot.waitUntil(lambda: cut(home.window) == [])


def test_a_file_is_looked_for_where_the_last_one_was(
    home: Standing,
) -> None:
    open_home(home, 1)
    add(home, "own", "30 min", 3)
    own = home.place.scenarios / "own" / "scenario.yaml"
    looked_in = []
    for _ in range(2):
        home.context.actions.trigger("home.open_file")
        (dialog,) = (one for one in home.window.findChildren(QFileDialog) if one.isVisible())
        looked_in.append(Path(dialog.directory().absolutePath()))
        dialog.fileSelected.emit(str(own))
        dialog.close()
        home.qtbot.waitUntil(lambda: not home.window.findChildren(QFileDialog))
    # The first time, Qt decides: it knows of dialogs that were opened before
    assert looked_in[1] == own.parent != looked_in[0]
    assert home.settings.get("prepare.scenario", "") == str(own)
