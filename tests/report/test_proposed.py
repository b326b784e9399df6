"""Strengths and improvements that the journal alone shows: proposed, to be confirmed, only where sure."""

from __future__ import annotations

import pytest

from care_desktop.exercise import commands as c
from care_desktop.report.author import Author
from care_desktop.report.compose import compose
from care_desktop.report.dossier import Dossier, Remark
from care_desktop.report.model import Points, Table
from care_desktop.report.sections.proposed import improvements
from care_desktop.report.sections.strengths import strengths
from care_desktop.report.voice import Voice
from care_desktop.scenario.background import Basis, Judgement, Quality
from care_desktop.scenario.conditions import ServiceLevel
from care_desktop.scenario.effects import Impair
from care_desktop.scenario.script import Cell, Decision, Inject, Option, Script, Service
from care_desktop.scenario.text import Text
from care_desktop.scenario.time import HOUR, MINUTE, PlayMs, Span, StoryMs
from tests.exercise.liseron import clock
from tests.exercise.room import said
from tests.report.afternoon import Afternoon, full, played
from tests.report.dossiers import bare_script, of
from tests.report.test_numbers import tables
from tests.report.words import section, words

TO_CONFIRM = "proposé d’après le journal, à confirmer"


def written_by(dossier: Dossier) -> Author:
    return Author(dossier, Voice("fr"), {}, attached=False)


def heads(remarks: tuple[Remark, ...]) -> list[str]:
    """What each says before it names anything, without its typography."""
    return [" ".join(one.text.rstrip(":").split()) for one in remarks]


def points(dossier: Dossier) -> tuple[Points, Points]:
    """Strengths and improvements on the page of the essential."""
    first, second, *_ = (one for one in section(compose(dossier), "").blocks if isinstance(one, Points))
    return first, second


def an_attack() -> Afternoon:
    """The printers have spoken: CERT Santé must be told, and a complaint lodged."""
    return Afternoon().does(c.Begin()).at(1).goes_out("printers")


@pytest.fixture(scope="module")
def unwritten() -> Dossier:
    """What the journal alone says of the afternoon."""
    return of(played())


def test_what_nobody_wrote_is_proposed_and_says_so(unwritten: Dossier) -> None:
    good, bad = points(unwritten)
    assert (good.sub, bad.sub) == (TO_CONFIRM, TO_CONFIRM)
    assert "Dépôt de plainte" in words(good)
    assert "Signalement au CERT Santé" in words(bad)


def test_what_people_wrote_stands_alone() -> None:
    dossier = full()
    for shown, wrote in zip(
        points(dossier), (dossier.texts.strengths, dossier.texts.improvements), strict=True
    ):
        assert shown.sub != TO_CONFIRM
        assert wrote[0].text[:40] in words(shown)
        assert "pendant l’exercice, dans le délai" not in words(shown)


def test_each_says_where_it_can_be_found_again(unwritten: Dossier) -> None:
    author = written_by(unwritten)
    found = (*strengths(author), *improvements(author))
    assert [one.text for one in found if one.more == "" and one.reference == ""] == []
    numbers = {f"{event.seq:04d}" for event in played().events}
    cited = [word.strip(",…") for one in found for word in one.reference.split() if word[:1] == "0"]
    assert cited
    assert set(cited) <= numbers


def test_three_at_most_stand_on_the_page_and_what_is_left_is_there_to_fill(unwritten: Dossier) -> None:
    good, bad = points(unwritten)
    assert [len(one.items) for one in (good, bad)] == [3, 3]
    assert len(improvements(written_by(unwritten))) > 3
    little, _ = points(
        of(an_attack().at(9).does(c.MeetDuty("complaint", said("plainte"), "deputy"), c.End()))
    )
    assert [one.blank for one in little.items] == [False, True, True]


def test_where_the_journal_shows_nothing_nothing_is_proposed() -> None:
    for shown in points(bare_script()):
        assert shown.sub != TO_CONFIRM
        assert [one.blank for one in shown.items] == [True, True, True]


def test_a_duty_whose_hour_never_came_is_neither_done_nor_left() -> None:
    quiet = written_by(of(Afternoon().does(c.Begin()).at(5).does(c.End())))
    assert (strengths(quiet), improvements(quiet)) == ((), ())
    author = written_by(of(an_attack().at(5).does(c.End())))
    (left,) = (one for one in improvements(author) if "non réalisés" in one.text)
    assert left.text.startswith("2 ")
    assert "CNIL" not in left.more


def test_a_duty_done_within_its_delay_is_a_strength_and_the_other_an_improvement() -> None:
    author = written_by(
        of(an_attack().at(9).does(c.MeetDuty("complaint", said("plainte"), "deputy"), c.End()))
    )
    (done,), (left,) = (one for one in strengths(author)), (one for one in improvements(author))
    assert done.text.startswith("1 signalement ou notification à échéance sur 1")
    assert (done.more, left.more) == ("Dépôt de plainte.", "Signalement au CERT Santé.")


def test_a_duty_done_after_its_deadline_is_no_strength() -> None:
    late = an_attack().at(9).does(c.Jump(clock("03:00", 3), c.OpenDecisions.KEEP))
    late.does(c.MeetDuty("complaint", said("plainte"), "deputy"), c.End())
    assert strengths(written_by(of(late))) == ()


def test_a_question_answered_in_time_is_a_strength_and_one_left_open_an_improvement() -> None:
    def asked() -> Afternoon:
        return Afternoon().does(c.Begin()).at(3).goes_out("night_nurse")

    timely = written_by(of(asked().at(10).does(c.Answer("open_cell", "direction", "open"), c.End())))
    late = written_by(of(asked().at(30).does(c.End())))
    assert heads(strengths(timely)) == ["1 décision à échéance sur 1 prise avant celle-ci"]
    assert (heads(strengths(late)), heads(improvements(late))) == (
        [],
        ["1 sans décision à l’échéance."],
    )


def asked_twice(*, limit: bool = True, risk: bool = False, both: bool = False) -> Author:
    """Two questions answered at once: one with a limit, and one with none where ``limit`` is not."""
    grade = Quality.AT_RISK if risk else Quality.RECOMMENDED
    judged = Judgement(basis=Basis.GUIDE, according_to=Text("un guide"), quality=grade)
    options = (Option("cut", Text("Couper"), judged=judged),)
    soon = Span(play=PlayMs(9 * MINUTE)) if limit else None
    script = Script(
        "orme",
        Text("ORME"),
        cells=(Cell("it", Text("Technique")),),
        injects=tuple(Inject(one, Text(one), recipients=("it",), asks=one) for one in ("first", "second")),
        decisions=(
            Decision(
                "first",
                Text("Un ?"),
                ("it",),
                (Option("yes", Text("Oui"), judged=judged if both else None),),
                limit=soon,
            ),
            Decision("second", Text("Deux ?"), ("it",), options),
        ),
    )
    room = Afternoon(script).does(c.Begin()).at(1).goes_out("first").goes_out("second").at(2)
    return written_by(of(room.does(c.Answer("first", "it", "yes"), c.Answer("second", "it", "cut"), c.End())))


def test_only_a_decision_with_a_limit_is_in_time_and_the_others_are_counted_apart() -> None:
    (taken,) = strengths(asked_twice())
    assert heads((taken,)) == ["1 décision à échéance sur 1 prise avant celle-ci"]
    assert taken.more == "D1\u202f; 1 autre sans échéance, prise."
    assert strengths(asked_twice(limit=False)) == ()


def test_a_decision_that_a_guide_calls_a_risk_is_set_apart() -> None:
    (taken,) = strengths(asked_twice(risk=True))
    assert taken.more.endswith(
        "hors point fort («\u00a0à discuter\u00a0» ou «\u00a0à risque\u00a0»)\u00a0: D2."
    )


def test_one_in_time_that_a_guide_calls_a_risk_is_no_strength_at_all() -> None:
    assert strengths(asked_twice(risk=True, both=True)) == ()
    assert len(strengths(asked_twice(risk=False, both=True))) == 1


def test_a_duty_without_a_deadline_is_never_said_to_be_in_time() -> None:
    author = written_by(of(an_attack().at(9).does(c.MeetDuty("cert", said("appel"), "deputy"), c.End())))
    assert [one.more for one in strengths(author)] == []


def test_work_out_of_order_is_told_and_not_praised() -> None:
    author = written_by(of(played()))
    assert [one.more for one in improvements(author) if "hors ordre" in one.text] == [
        "Restaurer le dossier patient."
    ]
    assert [one for one in strengths(author) if "ordre" in one.text] == []


def test_work_in_its_order_is_a_strength() -> None:
    afternoon = an_attack().does(c.BeginStep("core")).does(c.Jump(clock("02:00", 1), c.OpenDecisions.KEEP))
    afternoon.does(c.BeginStep("lab_island")).does(c.Jump(clock("08:00", 1), c.OpenDecisions.KEEP), c.End())
    said_of = heads(strengths(written_by(of(afternoon))))
    assert "2 travaux de reprise achevés, aucun commencé hors ordre." in said_of


def on_paper(hold: int, *, default: bool = False) -> Script:
    """A kitchen and a laundry that fall for some minutes, and how long their paper is said to hold."""

    def out(name: str, lasts: int) -> Inject:
        down = Impair(name, ServiceLevel.DOWN, lasts=StoryMs(lasts * MINUTE))
        return Inject(name, Text(name), effects=(down,))

    paper = StoryMs(hold * MINUTE)
    defaults = ("hold",) if default else ()
    return Script(
        "two",
        Text("DEUX"),
        services=tuple(
            Service(one, Text(one), hold=paper, defaults=defaults) for one in ("cuisine", "lingerie")
        ),
        injects=(out("cuisine", 10), out("lingerie", 50)),
    )


def without_screens(script: Script) -> Afternoon:
    return Afternoon(script).does(c.Begin(), c.Launch("cuisine"), c.Launch("lingerie"))


def to_verify(afternoon: Afternoon) -> list[str]:
    found = improvements(written_by(of(afternoon.does(c.End()))))
    return [one.more for one in found if "à vérifier (renouvellement" in one.text]


def test_a_time_of_the_facility_s_own_that_was_over_in_play_is_to_be_verified() -> None:
    assert to_verify(without_screens(on_paper(20)).at(60)) == ["lingerie."]


def test_one_that_was_over_in_a_jump_says_nothing_of_the_room() -> None:
    jumped = without_screens(on_paper(20)).does(c.Jump(StoryMs(HOUR), c.OpenDecisions.KEEP))
    assert to_verify(jumped) == []


def test_a_default_of_the_scenario_says_nothing_of_the_facility() -> None:
    assert to_verify(without_screens(on_paper(20, default=True)).at(60)) == []


def test_a_service_that_was_back_within_the_time_is_a_strength() -> None:
    author = written_by(of(without_screens(on_paper(20)).at(60).does(c.End())))
    assert [one.more for one in strengths(author) if "durée annoncée" in one.text] == ["cuisine."]


def held(afternoon: Afternoon) -> Table:
    return tables(compose(of(afternoon.does(c.End()))))["held"]


def test_the_title_of_the_table_counts_what_has_a_time_and_what_nobody_played() -> None:
    played_out = held(without_screens(on_paper(20)).at(60))
    jumped = held(without_screens(on_paper(20)).does(c.Jump(StoryMs(HOUR), c.OpenDecisions.KEEP)))
    assert played_out.title == "Une procédure sur deux à durée annoncée dépasse cette durée"
    assert jumped.title == f"{played_out.title}\u202f; une pendant un temps non joué"
    assert [("joué" in words(one.rows), "saut" in words(one.rows)) for one in (played_out, jumped)] == [
        (True, False),
        (False, True),
    ]


def test_no_one_reads_that_patients_were_without_a_fallback() -> None:
    told = words(compose(of(without_screens(on_paper(20)).at(60).does(c.End()))).sections)
    assert [word for word in ("Sans solution", "n’ont pas tenu", "à bout") if word in told] == []


def test_they_are_proposed_in_english_too(unwritten: Dossier) -> None:
    author = Author(unwritten, Voice("en"), {}, attached=False)
    assert all("{" not in one.text and one.text[0].isdigit() for one in improvements(author))
