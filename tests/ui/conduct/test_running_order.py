"""The running order: what comes, what is next, and what became of what was launched."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from care_desktop.exercise import commands as c
from care_desktop.journal.store import Store
from care_desktop.scenario.script import Animator, Channel
from care_desktop.scenario.text import Text
from care_desktop.scenario.time import MINUTE, play
from tests.exercise.liseron import LISERON
from tests.ui.conduct.conftest import Console, words
from ui.conduct.running_order import Row, Standing, next_inject, order, reserve, rows

pytestmark = pytest.mark.ui


def row(console: Console, inject: str, **shown: str | None) -> Row:
    return next(one for one in rows(console.seen, **shown) if one.inject == inject)


def test_what_is_planned_comes_in_the_order_of_the_story_and_the_rest_is_in_reserve(console: Console) -> None:
    seen = console.seen
    assert order(seen) == ["printers", "biologist", "samu", "alert", "monday"]
    assert reserve(seen) == ["samu_decides", "press", "cook", "family"]
    assert next_inject(seen) == "printers"


def test_a_row_says_when_which_way_what_and_to_whom(console: Console) -> None:
    shown = row(console, "biologist")
    assert (shown.hour, shown.day, shown.channel) == ("02:10", "", Channel.CALL)
    assert shown.detail == "S02 · Cellule soins"
    assert row(console, "monday").day == "J+2"


def test_a_row_names_the_animator_who_plays_it(store: Store) -> None:
    first, second, *others = LISERON.injects
    injects = (first, replace(second, animator="two"), *others)
    script = replace(LISERON, injects=injects, animators=(Animator("two", Text("Animateur 2")),))
    assert row(Console(store, script), second.id).detail == "S02 · Cellule soins · Animateur 2"


def test_the_next_one_is_not_moved_by_the_passing_of_time_nor_by_what_launches_itself(
    console: Console,
) -> None:
    console.waits(25)
    assert row(console, "alert").standing is Standing.UNDER_WAY
    assert next_inject(console.seen) == "printers"


def test_launched_then_handed_over_to_one_then_to_all(console: Console) -> None:
    console.does(c.Launch("printers"))
    assert row(console, "printers").word == "à remettre"
    console.does(c.MarkDelivered("printers", "direction", Channel.IN_PERSON))
    shown = row(console, "printers")
    assert (shown.standing, shown.detail) == (
        Standing.UNDER_WAY,
        "S01 · Cellule décisionnelle, Cellule soins · reste à joindre\u00a0: Cellule soins",
    )
    console.does(c.MarkDelivered("printers", "care", Channel.IN_PERSON))
    assert row(console, "printers").word == "remis 02:00"


def test_a_recipient_who_was_not_reached_is_named_until_reached(console: Console) -> None:
    console.does(c.Launch("printers"), c.MarkNotReached("printers", "care"))
    shown = row(console, "printers")
    assert shown.standing is Standing.NOT_REACHED
    assert shown.detail.endswith("non joint\u00a0: Cellule soins")
    console.does(c.MarkDelivered("printers", "care", Channel.CALL))
    assert row(console, "printers").standing is Standing.UNDER_WAY


def test_what_the_room_saw_is_delivered(console: Console) -> None:
    console.does(c.Launch("printers"), c.ConfirmShown("printers"))
    assert row(console, "printers").standing is Standing.DELIVERED


def test_skipped_postponed_and_recalled_are_said_and_the_next_one_moves_on(console: Console) -> None:
    console.does(c.SkipInject("printers"), c.PostponeInject("samu", play(25 * MINUTE)))
    assert row(console, "printers").standing is Standing.SKIPPED
    assert row(console, "samu").word == "reporté +5 min"
    assert next_inject(console.seen) == "biologist"
    console.does(c.Launch("biologist"), c.Recall("biologist"))
    assert row(console, "biologist").standing is Standing.RECALLED
    assert next_inject(console.seen) == "samu"


def test_one_of_the_reserve_can_be_chosen_and_stands_where_it_will_come(console: Console) -> None:
    console.does(c.Launch("printers"))
    seen = console.seen
    assert next_inject(seen, "cook") == "cook"
    shown = [one.inject for one in rows(seen, following="cook")]
    assert shown == ["printers", "cook", "biologist", "samu", "alert", "monday"]
    console.does(c.Launch("cook"))
    assert next_inject(console.seen, "cook") == "biologist"


def test_what_is_improvised_has_a_number_and_its_first_line_for_a_title(console: Console) -> None:
    console.does(c.ImproviseInject(Channel.SMS, ("it",), words("La climatisation lâche\nEn salle serveurs")))
    (name,) = [inject for inject in reserve(console.seen) if inject.startswith("improvised")]
    console.does(c.Launch(name))
    shown = row(console, name)
    assert (shown.code, shown.title, shown.channel) == ("S10", "La climatisation lâche", Channel.SMS)


def test_next_and_on_screen_are_said_of_their_rows_alone(console: Console) -> None:
    shown = rows(console.seen, following="printers", on_screen="biologist")
    assert [one.inject for one in shown if one.is_next] == ["printers"]
    assert [one.inject for one in shown if one.on_screen] == ["biologist"]
