"""What the band says: the next inject, when it is due, how late the exercise is."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from care_desktop.exercise import commands as c
from care_desktop.exercise.index import ScriptIndex
from care_desktop.scenario.conditions import ServiceAtLeast, ServiceLevel
from care_desktop.scenario.script import Phase
from care_desktop.scenario.text import Text
from care_desktop.scenario.time import HOUR, MINUTE, story
from tests.exercise.liseron import LISERON, clock
from tests.ui.conduct.conftest import Console, words
from ui.conduct.lateness import TAIL, late_by, plan
from ui.conduct.running_order import Standing, standing
from ui.conduct.up_next import due, phase_ahead, up_next, words_of

pytestmark = pytest.mark.ui


def test_it_is_named_placed_and_says_what_it_opens(console: Console) -> None:
    shown = up_next(console.seen, "printers")
    assert (shown.code, shown.place, shown.asks) == ("S01", "1 sur 5", "ouvre D1")
    assert shown.way == "En personne, auprès de Cellule décisionnelle, Cellule soins"


def test_it_is_due_then_late_by_play_time(console: Console) -> None:
    assert due(console.seen, "printers").text == "dû dans 5 min"
    console.waits(7)
    shown = due(console.seen, "printers")
    assert (shown.text, shown.late) == ("en retard de 2 min", True)


def test_beyond_the_phase_that_is_played_only_its_hour_is_said(console: Console) -> None:
    assert phase_ahead(console.seen, "monday") == "week"
    assert due(console.seen, "monday").text == "prévu à J+2 07:00"
    console.does(c.Jump(clock("07:00", day=2)))
    assert phase_ahead(console.seen, "monday") is None


def test_before_debex_nothing_counts_down(prepared: Console) -> None:
    assert due(prepared.seen, "printers").text == "prévu à 02:05"


def test_the_words_are_those_of_the_variant_that_will_be_sent_or_those_that_were_typed(
    console: Console,
) -> None:
    before = words_of(console.seen, "biologist")
    assert before in ("Kaliémie", "Groupe")
    console.does(c.Launch("biologist"))
    assert words_of(console.seen, "biologist") == before
    console.does(c.CorrectInject("cook", words("Plus de plateaux")))
    assert words_of(console.seen, "cook") == "Plus de plateaux"


def test_what_supposes_something_that_is_no_longer_so_is_to_be_adapted(console: Console) -> None:
    supposing = replace(LISERON.injects[5], requires=ServiceAtLeast("files", ServiceLevel.DOWN))
    seen = replace(
        console.seen, index=ScriptIndex(replace(LISERON, injects=(*LISERON.injects[:5], supposing)))
    )
    assert standing(seen, "cook") is Standing.TO_ADAPT
    console.does(c.Launch("printers"))
    assert standing(replace(seen, holds=console.seen.holds), "cook") is Standing.RESERVE


NIGHT = Phase("night", Text("La nuit"), clock("02:00"))
NOON = Phase("noon", Text("Midi"), clock("12:00"), num=4)


def planned() -> ScriptIndex:
    late = replace(LISERON.injects[0], id="noon", at=story(clock("13:00")))
    injects = (*(one for one in LISERON.injects if one.id in ("printers", "biologist")), late)
    return ScriptIndex(replace(LISERON, phases=(NIGHT, NOON), injects=injects))


def test_the_plan_plays_each_phase_to_its_last_inject_and_jumps_to_the_next() -> None:
    made = plan(planned())
    assert made.lasts == (10 * MINUTE + TAIL) + (15 * MINUTE + TAIL)
    assert made.played(clock("02:04")) == 4 * MINUTE
    assert made.played(clock("11:00")) == 10 * MINUTE + TAIL
    assert made.played(clock("12:20")) == 10 * MINUTE + TAIL + 5 * MINUTE


def test_late_is_a_jump_that_was_not_made_or_an_inject_that_waits() -> None:
    made = plan(planned())
    assert late_by(made, 4 * MINUTE, clock("02:04"), MINUTE) == 0
    assert late_by(made, 4 * MINUTE, clock("02:04"), -2 * MINUTE) == 2 * MINUTE
    assert late_by(made, HOUR, clock("03:00"), None) == 50 * MINUTE - TAIL
    assert late_by(made, 5 * MINUTE, clock("12:00"), None) == -(5 * MINUTE + TAIL)
