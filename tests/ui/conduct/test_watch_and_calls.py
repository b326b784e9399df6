"""What is worth a look, calls to outsiders, jumps, and the hour of a fact."""

from __future__ import annotations

import pytest

from care_desktop.exercise import commands as c
from care_desktop.scenario.script import Outsider
from care_desktop.scenario.time import HOUR, MINUTE
from tests.exercise.liseron import clock
from tests.ui.conduct.conftest import Console, words
from ui.conduct.call_card import card, names, what_it_records
from ui.conduct.fact_time import play_of
from ui.conduct.jumping import Passed, goals, left_out, passed, sentence, typed_time
from ui.conduct.signs import OUTSIDER_ICONS
from ui.conduct.watch_rows import Sort, Traces, rows

pytestmark = pytest.mark.ui


def watched(console: Console) -> list[tuple[str, str]]:
    seen = console.seen
    return [(one.of, one.text) for one in rows(seen, Traces().follow(seen))]


def test_a_cell_is_named_after_a_while_without_a_trace_and_no_longer_once_it_left_one(
    console: Console,
) -> None:
    assert watched(console) == []
    console.waits(8)
    assert ("it", "sans trace depuis 8 min") in watched(console)
    console.does(c.WriteEntry(words("Coupé"), cell="it"))
    assert [of for of, _ in watched(console)] == ["direction", "care"]


def test_a_duty_is_named_from_its_beginning_until_it_is_done_never_as_missed(console: Console) -> None:
    console.does(c.Launch("printers"))
    assert watched(console) == [("cert", "non réalisé à ce stade")]
    console.does(c.RecordCall("cert_sante", ("what", "since")))
    assert watched(console) == []


def test_traces_are_followed_from_event_to_event(console: Console) -> None:
    traces = Traces()
    console.does(c.WriteEntry(words("Une"), cell="it"))
    traces.follow(console.seen)
    console.waits(3).does(c.WriteEntry(words("Deux"), cell="care"))
    assert traces.follow(console.seen) == {"it": 0, "care": 3 * MINUTE}


def test_before_debex_nothing_is_watched(prepared: Console) -> None:
    assert rows(prepared.seen, {}) == []
    assert Sort.CELL.value == "cell"


def test_outsiders_are_found_by_what_is_typed(console: Console) -> None:
    assert names(console.seen, "gend") == [("police", "Gendarmerie")]
    assert len(names(console.seen)) == 2
    assert [text for _, text in card(console.seen, "cert_sante").points] == [
        "Ce qui est touché",
        "Depuis quand",
    ]


def test_what_a_call_will_record_is_said_before_it_is_recorded(console: Console) -> None:
    assert what_it_records(console.seen, "cert_sante", frozenset({"what"})) == [
        "Avec «\u00a0Depuis quand\u00a0», «\u00a0Signalement au CERT Santé\u00a0» sera noté fait."
    ]
    assert what_it_records(console.seen, "cert_sante", frozenset({"what", "since"})) == [
        "«\u00a0Signalement au CERT Santé\u00a0» sera noté fait."
    ]
    console.does(c.RecordCall("cert_sante", ("what", "since")))
    assert what_it_records(console.seen, "cert_sante", frozenset()) == []


def test_a_jump_says_what_it_passes_before_it_is_made(console: Console) -> None:
    console.does(c.BeginStep("contain"))
    stamp = console.desk.clock.read()
    brought = passed(console.followed.preview(c.Jump(clock("03:30")), stamp))
    assert brought == Passed(injects=3, steps=1, limits=0, called=0)
    assert sentence(console.seen, brought) == "Ce saut passe 3 stimuli, termine 1 étape."
    assert sentence(console.seen, Passed()) == "Ce saut ne passe sur rien."


def test_a_jump_names_what_it_leaves_out_and_how_much_more(console: Console) -> None:
    events = console.followed.preview(c.Jump(clock("03:30")), console.desk.clock.read())
    named = left_out(console.seen, events)
    assert [one.partition(",")[0] for one in named] == ["S01", "S02", "S07"]
    assert left_out(console.seen, events * 4)[-1] == "et 4 autres"


def test_phases_to_come_are_where_a_jump_goes(console: Console) -> None:
    assert [(one.phase, one.hour) for one in goals(console.seen)] == [
        ("dawn", "03:30"),
        ("week", "J+2 07:00"),
    ]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("3:30", clock("03:30")),
        ("03 h 30", clock("03:30")),
        ("3h", clock("03:00")),
        ("1:00", clock("01:00", day=1)),
        ("J+2 7:00", clock("07:00", day=2)),
        ("D+2 07:00", clock("07:00", day=2)),
        ("24:00", None),
        ("3:60", None),
        ("demain", None),
        ("", None),
    ],
)
def test_a_time_of_the_story_is_read_as_people_write_it(
    console: Console, typed: str, expected: int | None
) -> None:
    assert typed_time(typed, console.seen) == expected


def test_the_hour_of_a_fact_is_one_that_has_come(console: Console) -> None:
    console.waits(20.5)
    seen = console.seen
    assert play_of(seen, "02:12") == 12 * MINUTE
    assert play_of(seen, "2h12") == 12 * MINUTE
    assert play_of(seen, "02:20") == seen.now.play
    assert play_of(seen, "02:21") is None
    assert play_of(seen, "01:59") is None
    assert play_of(seen, "à peu près") is None


def test_in_the_minute_of_its_question_a_fact_is_not_earlier_than_the_question(
    console: Console,
) -> None:
    console.waits(4.7)
    asked = console.seen.now
    console.waits(3)
    assert play_of(console.seen, "02:04", asked) == asked.play
    assert play_of(console.seen, "02:03", asked) == 3 * MINUTE
    assert play_of(console.seen, "02:05", asked) == 5 * MINUTE


def test_after_a_jump_an_hour_that_was_jumped_over_is_that_of_the_jump(console: Console) -> None:
    console.waits(10).does(c.Jump(clock("07:00", day=2)))
    console.waits(30)
    assert play_of(console.seen, "06:00") == 10 * MINUTE
    assert play_of(console.seen, "07:10") == 25 * MINUTE
    assert clock("07:00", day=2) > 48 * HOUR


def test_each_sort_of_outsider_has_an_icon_of_its_own() -> None:
    assert set(OUTSIDER_ICONS) == set(Outsider)
    assert len(set(OUTSIDER_ICONS.values())) == len(Outsider)
