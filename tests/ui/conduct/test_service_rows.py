"""Services and recovery steps: how they do, why, what they wait for."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from care_desktop.exercise import commands as c
from care_desktop.journal.store import Store
from care_desktop.scenario.background import Track
from care_desktop.scenario.time import HOUR
from tests.exercise.liseron import LISERON, clock
from tests.ui.conduct.conftest import Console
from ui.conduct.recovery_board import Side, bars
from ui.conduct.service_rows import Health, Row, nominal, rows
from ui.conduct.step_rows import Place
from ui.conduct.step_rows import rows as steps

pytestmark = pytest.mark.ui


def service(console: Console, name: str) -> Row:
    return next(one for one in rows(console.seen) if one.service == name)


def step(console: Console, name: str) -> Place:
    return next(one.place for one in steps(console.seen) if one.step == name)


def test_at_first_all_are_well(console: Console) -> None:
    shown = rows(console.seen)
    assert {one.health for one in shown} == {Health.NOMINAL}
    assert nominal(shown) == len(shown) == 5


def test_one_that_an_inject_took_down_says_so_and_comes_first(console: Console) -> None:
    console.does(c.Launch("printers"))
    shown = rows(console.seen)[0]
    assert (shown.service, shown.health) == ("files", Health.DOWN)
    assert shown.detail == "cause\u00a0: Les imprimantes impriment une demande de rançon"


def test_one_that_a_decision_cut_names_it_and_those_that_need_it_wait_for_it(console: Console) -> None:
    console.does(c.Answer("cut_network", "it", "cut"))
    assert service(console, "network").health is Health.CUT
    assert service(console, "network").detail == "décision D1, 02:00"
    assert service(console, "phones").detail == "attend\u00a0: Réseau"


def test_paper_holds_until_an_hour_and_then_no_longer(console: Console) -> None:
    console.does(c.Launch("printers"))
    shown = service(console, "care_record")
    assert (shown.health, shown.detail) == (Health.ON_PAPER, "attend\u00a0: Dossier")
    console.does(c.Jump(clock("06:00")))
    assert service(console, "care_record").health is Health.DEGRADED


def test_work_under_way_says_when_it_will_be_back(console: Console) -> None:
    console.does(c.Launch("printers"), c.BeginStep("restore_record"))
    shown = service(console, "files")
    assert (shown.health, shown.detail) == (Health.RECOVERING, "retour prévu 08:00")


def test_what_care_staff_confirmed_is_validated(console: Console) -> None:
    console.does(c.ValidateCare("record"))
    assert service(console, "record").health is Health.VALIDATED


def test_a_step_waits_goes_on_is_put_down_and_ends(console: Console) -> None:
    assert (step(console, "contain"), step(console, "core")) == (Place.READY, Place.WAITING)
    console.does(c.BeginStep("contain"))
    assert step(console, "contain") is Place.UNDER_WAY
    console.waits(10).does(c.PauseStep("contain"))
    shown = steps(console.seen)[0]
    assert (shown.place, shown.detail, shown.done) == (Place.PAUSED, "reste 20 min", 333)
    console.does(c.BeginStep("contain"), c.Jump(clock("03:00")))
    assert (step(console, "contain"), step(console, "core")) == (Place.DONE, Place.READY)


def test_how_much_is_done_follows_the_story(console: Console) -> None:
    console.does(c.BeginStep("restore_record"), c.Jump(clock("05:00")))
    (shown,) = [one for one in steps(console.seen) if one.step == "restore_record"]
    assert shown.done == 500
    assert shown.detail == "fin prévue 08:00"
    assert shown.effort == f"{6 * HOUR // 60_000} min"


def test_a_step_for_care_that_goes_on_names_its_track(store: Store) -> None:
    first, *others = LISERON.steps
    script = replace(LISERON, steps=(replace(first, track=Track.CONTINUITY), *others))
    shown = steps(Console(store, script).seen)
    assert [one.track for one in shown[:2]] == ["continuité des soins", ""]


def test_the_weightiest_service_is_the_first_of_its_board(store: Store) -> None:
    last = LISERON.services[-1]
    script = replace(LISERON, services=(*LISERON.services[:-1], replace(last, weight=2)))
    assert bars(Console(store, script).seen, Side.IT)[0].service == last.id
    assert bars(Console(store, LISERON).seen, Side.IT)[0].service != last.id
