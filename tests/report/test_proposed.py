"""Strengths and improvements that the journal alone shows: proposed, to be confirmed, only where sure."""

from __future__ import annotations

import pytest

from care_desktop.exercise import commands as c
from care_desktop.report.author import Author
from care_desktop.report.compose import compose
from care_desktop.report.dossier import Dossier, Remark
from care_desktop.report.model import Points
from care_desktop.report.sections.proposed import improvements, strengths
from care_desktop.report.voice import Voice
from care_desktop.scenario.conditions import ServiceLevel
from care_desktop.scenario.effects import Impair
from care_desktop.scenario.script import Inject, Script, Service
from care_desktop.scenario.text import Text
from care_desktop.scenario.time import HOUR, StoryMs
from tests.exercise.liseron import clock
from tests.exercise.room import said
from tests.report.afternoon import Afternoon, full, played
from tests.report.dossiers import bare_script, of
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
    assert [one.blank for one in good.items] == [False, False, True]
    assert len(improvements(written_by(unwritten))) > 3


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
    assert done.text.startswith("1 signalement ou notification sur 2")
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
    assert heads(strengths(timely)) == ["1 décision sur 1 prise avant l’échéance"]
    assert (heads(strengths(late)), heads(improvements(late))) == (
        [],
        ["1 question sans décision à l’échéance"],
    )


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


def test_procedures_that_gave_out_are_named_and_the_others_are_not(unwritten: Dossier) -> None:
    (gave_out,) = (one for one in improvements(written_by(unwritten)) if "à bout" in one.text)
    assert gave_out.text.startswith("5 ")
    assert gave_out.more == "Urgences, Imagerie, Pharmacie, Bloc programmé et Maternité."


def test_one_that_held_is_told_where_no_more_gave_out() -> None:
    def out(name: str, hours: int) -> Inject:
        lasts = StoryMs(hours * HOUR)
        return Inject(name, Text(name), effects=(Impair(name, ServiceLevel.DOWN, lasts=lasts),))

    paper = StoryMs(2 * HOUR)
    script = Script(
        "two",
        Text("DEUX"),
        services=tuple(Service(one, Text(one), hold=paper) for one in ("cuisine", "lingerie")),
        injects=(out("cuisine", 1), out("lingerie", 5)),
    )
    afternoon = Afternoon(script).does(c.Begin(), c.Launch("cuisine"), c.Launch("lingerie"))
    author = written_by(of(afternoon.does(c.Jump(StoryMs(9 * HOUR), c.OpenDecisions.KEEP), c.End())))
    assert [one.more for one in strengths(author) if "a tenu" in one.text] == ["cuisine."]
    assert [one.more for one in improvements(author) if "à bout" in one.text] == ["lingerie."]


def test_they_are_proposed_in_english_too(unwritten: Dossier) -> None:
    author = Author(unwritten, Voice("en"), {}, attached=False)
    assert all("{" not in one.text and one.text[0].isdigit() for one in improvements(author))
