"""Decisions: asked, anticipated, spontaneous, sent back, left to their limit, withdrawn."""

from __future__ import annotations

import pytest

from care_desktop.exercise import commands as c
from care_desktop.scenario.script import Channel
from care_desktop.scenario.time import HOUR, StoryMs
from tests.ui.conduct.conftest import Console, words
from ui.conduct.decision_rows import How, Row, Stage, left_of, rows, to_come

pytestmark = pytest.mark.ui


def asks(console: Console) -> Console:
    console.does(c.Launch("printers"), c.MarkDelivered("printers", "care", Channel.IN_PERSON))
    return console


def row(console: Console) -> Row:
    return rows(console.seen)[0]


def test_before_anything_is_asked_there_is_no_row_and_all_may_be_anticipated(console: Console) -> None:
    assert rows(console.seen) == []
    assert to_come(console.seen) == ["cut_network", "divert", "press_line", "night_staff"]


def test_one_that_is_asked_says_whom_since_when_and_until_when(console: Console) -> None:
    asks(console).waits(7)
    shown = row(console)
    assert (shown.code, shown.stage, shown.is_open, shown.expired) == ("D1", Stage.ASKED, True, False)
    assert shown.when == "à 02:00, il y a 7 min"
    assert shown.detail == "Cellule décisionnelle, Cellule technique · attendue avant 02:10"
    assert left_of(console.seen, "cut_network") == 3 * 60_000


def test_one_that_is_taken_shows_what_was_decided_by_whom(console: Console) -> None:
    asks(console).waits(3)
    console.does(c.Answer("cut_network", "it", "cut", by="it_lead", authority="director"))
    shown = row(console)
    assert (shown.stage, shown.title, shown.is_open) == (Stage.TAKEN, "Couper", False)
    assert shown.when == "02:03 · Direction"


def test_decided_before_it_was_asked(console: Console) -> None:
    console.does(c.Answer("cut_network", "it", "cut"))
    assert (row(console).how, to_come(console.seen)[0]) == (How.ANTICIPATED, "divert")


def test_decided_in_other_words(console: Console) -> None:
    asks(console).does(c.Answer("cut_network", "it", None, words("Couper un bâtiment sur deux")))
    assert row(console).title == "Couper un bâtiment sur deux"


def test_what_nobody_asked(console: Console) -> None:
    console.does(c.DecideSpontaneously("care", words("Doubler la garde"), by="physician"))
    shown = row(console)
    assert (shown.decision, shown.how, shown.title) == (None, How.SPONTANEOUS, "Doubler la garde")


def test_a_cell_that_asks_for_information_sends_it_back_and_it_stays_open(console: Console) -> None:
    asks(console).does(c.AskInformation("cut_network", "it", words("Qui est touché ?")))
    assert (row(console).stage, row(console).is_open) == (Stage.SENT_BACK, True)


def test_past_its_limit_it_wants_a_gesture_and_stays_open(console: Console) -> None:
    asks(console).does(c.HoldDefault("cut_network"))
    console.waits(11)
    shown = row(console)
    assert (shown.stage, shown.is_open, shown.expired) == (Stage.UNDECIDED, True, True)
    console.does(c.ApplyDefault("cut_network"))
    shown = row(console)
    assert (shown.stage, shown.is_open, shown.expired) == (Stage.UNDECIDED, False, False)


def test_withdrawn(console: Console) -> None:
    asks(console).does(c.WithdrawDecision("cut_network"))
    assert row(console).stage is Stage.WITHDRAWN


def test_open_ones_come_first_then_the_last_that_was_taken(console: Console) -> None:
    console.does(c.DecideSpontaneously("care", words("Une")), c.Answer("divert", "direction", "keep"))
    asks(console).does(c.DecideSpontaneously("care", words("Deux")))
    stages = [one.stage for one in rows(console.seen)]
    assert stages[0] is Stage.ASKED
    assert rows(console.seen)[1].title == "Deux"


def test_a_decision_that_was_revised_shows_the_new_option(console: Console) -> None:
    asks(console).does(c.Answer("cut_network", "it", "cut"), c.Revise("cut_network", "wait", by="director"))
    shown = row(console)
    assert (shown.title, shown.when) == ("Attendre", "02:00 · Direction")


def test_on_a_later_day_what_was_asked_on_the_first_says_so_as_the_clocks_do(console: Console) -> None:
    asks(console)
    console.does(c.Jump(StoryMs(31 * HOUR), c.OpenDecisions.KEEP))
    assert row(console).when.startswith("à J 02:00, il y a")
