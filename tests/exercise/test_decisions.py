"""Decisions: asked, anticipated, spontaneous; answered by one cell or several; left to a limit; revised."""

from __future__ import annotations

import pytest

from care_desktop.exercise import commands as c
from care_desktop.exercise import indicators
from care_desktop.exercise.events import (
    AnswerGiven,
    DecisionAlreadyTaken,
    DecisionOpened,
    DecisionRevised,
    DecisionSettled,
    DefaultApplied,
    InformationAsked,
    LimitReached,
    SpontaneousDecisionTaken,
)
from care_desktop.scenario.conditions import ServiceLevel
from care_desktop.scenario.effects import Ask, Flow, Impair, Move, Send
from care_desktop.scenario.script import (
    Channel,
    Decides,
    Decision,
    Indicator,
    Inject,
    Option,
    Options,
    Script,
    Service,
)
from care_desktop.scenario.time import HOUR, MINUTE, PlayMs, Span, play, story
from tests.exercise.conftest import OpenRoom
from tests.exercise.liseron import CELLS, DEGRADED, clock, t
from tests.exercise.room import Room, minutes, said

MINUTE_OF_GRACE = PlayMs(MINUTE)


def script_with(
    decides: Decides,
    cells: tuple[str, ...] = ("direction", "it", "care"),
    lead: str | None = None,
    limit: Span | None = None,
    default: str | None = None,
    grace: PlayMs | None = MINUTE_OF_GRACE,
) -> Script:
    """One call that asks whether to close the wards, at 02:00."""
    options = (
        Option("close", t("Fermer"), effects=(Move("fear", 5),)),
        Option("stay", t("Rester"), effects=(Move("fear", 1),)),
        Option("split", t("Partager"), effects=(Flow("fear", 60), Move("fear", 7, after=play(20 * MINUTE)))),
        Option("warn", t("Prévenir"), effects=(Impair("wards", DEGRADED), Send("mayor", after=play(MINUTE)))),
    )
    return Script(
        "wards",
        t("Services"),
        starts=clock("02:00"),
        options=Options(grace=grace),
        cells=CELLS,
        injects=(
            Inject("call", t("Appel"), recipients=("direction",), asks="wards"),
            Inject("mayor", t("Le maire rappelle")),
        ),
        decisions=(Decision("wards", t("Fermez-vous ?"), cells, options, decides, lead, limit, default),),
        services=(Service("wards", t("Lits")),),
        indicators=(Indicator("fear", t("Inquiétude")),),
    )


def asked(room: Room, at: float = 0) -> Room:
    """The call reaches the room at a minute."""
    room.at(at).does(c.Launch("call"))
    room.does(c.ConfirmShown("call"))
    return room


def fear(room: Room) -> int:
    now = room.engine.moment(room.clock)
    return indicators.value(room.index, room.state, "fear", now.story)


def settled(room: Room) -> list[str | None]:
    return [fact.option for fact in room.facts(DecisionSettled)]


# Asked, answered, decided otherwise


def test_a_decision_that_is_asked_opens_with_its_limit_counted_from_then(room: Room) -> None:
    room.at(5).does(c.Launch("printers"))
    room.at(6).does(c.ConfirmShown("printers"))
    assert room.facts(DecisionOpened) == [DecisionOpened("cut_network", play(16 * MINUTE), 0)]
    assert room.state.decision("cut_network").opened_at == room.event(DecisionOpened).at


def test_the_lead_settles_and_the_other_cells_are_kept_beside(room: Room) -> None:
    room.at(5).does(c.Launch("printers"))
    room.does(c.ConfirmShown("printers"))
    room.at(7).does(c.Answer("cut_network", "direction", "wait"))
    assert room.facts(DecisionSettled) == []
    room.at(8).does(c.Answer("cut_network", "it", "cut"))
    assert settled(room) == ["cut"]
    assert [given.cell for given in room.state.decision("cut_network").answers] == ["direction", "it"]


def test_a_cell_answers_once(room: Room) -> None:
    room.at(5).does(c.Answer("cut_network", "direction", "wait"))
    assert room.refuses(c.Answer("cut_network", "direction", "cut")) == "refusal.already_answered"
    assert room.refuses(c.Answer("cut_network", "care", "cut")) == "refusal.cell_not_asked"
    assert room.refuses(c.Answer("cut_network", "it")) == "refusal.empty_answer"


def test_another_cell_may_still_say_what_it_would_have_done(open_room: OpenRoom) -> None:
    room = asked(open_room(script_with(Decides.FIRST)).begins())
    room.at(1).does(c.Answer("wards", "care", "stay"))
    room.at(2).does(c.Answer("wards", "it", "close"))
    assert settled(room) == ["stay"]
    assert fear(room) == 1


def test_a_decision_taken_before_it_is_asked_acts_at_once_and_the_question_comes_answered(room: Room) -> None:
    room.at(3).does(c.Answer("cut_network", "it", "cut"))
    assert room.facts(AnswerGiven)[0].anticipated
    assert room.state.level("network") is ServiceLevel.DOWN
    room.at(5).does(c.Launch("printers"))
    room.does(c.ConfirmShown("printers"))
    assert room.facts(DecisionAlreadyTaken) == [DecisionAlreadyTaken("cut_network", 0)]
    assert room.facts(DecisionOpened) == []


def test_a_question_that_came_answered_does_not_come_again_with_the_next_delivery(room: Room) -> None:
    room.at(3).does(c.Answer("cut_network", "it", "cut"))
    room.at(5).does(c.Launch("printers"))
    room.does(c.ConfirmShown("printers"))
    room.at(6).does(c.MarkDelivered("printers", "care", Channel.IN_PERSON))
    assert len(room.facts(DecisionAlreadyTaken)) == 1


def test_an_answer_after_a_question_that_came_answered_is_not_anticipated(room: Room) -> None:
    room.at(3).does(c.Answer("cut_network", "it", "cut"))
    room.at(5).does(c.Launch("printers"))
    room.does(c.ConfirmShown("printers"))
    room.at(6).does(c.Answer("cut_network", "direction", "wait"))
    assert [given.anticipated for given in room.facts(AnswerGiven)] == [True, False]


def test_nobody_asked_and_a_cell_decides_all_the_same(room: Room) -> None:
    room.at(3).does(c.DecideSpontaneously("it", said("on débranche"), "it_lead", fact_at=minutes(2)))
    fact = room.facts(SpontaneousDecisionTaken)[0]
    assert (fact.cell, fact.fact_at, fact.text) == ("it", 2 * MINUTE, said("on débranche"))
    assert room.refuses(c.DecideSpontaneously("attic", said("rien"))) == "refusal.unknown"


def test_to_ask_for_information_is_recorded_and_the_limit_goes_on(room: Room) -> None:
    room.at(5).does(c.Launch("printers"))
    assert room.refuses(c.AskInformation("cut_network", "it", said("combien"))) == "refusal.decision_not_open"
    room.does(c.ConfirmShown("printers"))
    room.at(6).does(c.AskInformation("cut_network", "it", said("combien de postes")))
    assert room.event(InformationAsked).cause == room.event(DecisionOpened).seq
    assert room.state.decision("cut_network").limit == play(15 * MINUTE)


def test_another_decision_settles_and_its_effects_wait_until_it_is_graded(open_room: OpenRoom) -> None:
    room = asked(open_room(script_with(Decides.FIRST)).begins())
    room.at(1).does(c.Answer("wards", "it", text=said("on verra")))
    assert settled(room) == [None]
    assert fear(room) == 0
    room.at(9).does(c.GradeAnswer(room.event(AnswerGiven).seq, "close"))
    assert fear(room) == 5
    assert [one.option for one in room.state.decision("wards").settled] == ["close"]


def test_an_answer_in_words_that_amounts_to_no_option_brings_nothing(open_room: OpenRoom) -> None:
    room = asked(open_room(script_with(Decides.FIRST)).begins())
    room.does(c.Answer("wards", "it", text=said("on verra")))
    answer = room.event(AnswerGiven).seq
    room.does(c.GradeAnswer(answer, None))
    assert fear(room) == 0
    room.does(c.GradeAnswer(answer, "close"))
    assert fear(room) == 5
    assert room.refuses(c.GradeAnswer(answer, "stay")) == "refusal.answer_has_option"


def test_grading_an_answer_that_was_revised_since_changes_nothing(open_room: OpenRoom) -> None:
    room = asked(open_room(script_with(Decides.FIRST)).begins())
    room.does(c.Answer("wards", "it", text=said("on verra")))
    room.at(1).does(c.Revise("wards", "stay"))
    room.at(2).does(c.GradeAnswer(room.event(AnswerGiven).seq, "close"))
    assert fear(room) == 1


# Several cells


def test_two_of_three_are_a_majority(open_room: OpenRoom) -> None:
    room = asked(open_room(script_with(Decides.MAJORITY)).begins())
    room.does(c.Answer("wards", "it", "stay"))
    assert settled(room) == []
    room.does(c.Answer("wards", "care", "stay"))
    assert settled(room) == ["stay"]


@pytest.mark.parametrize(("lead", "option"), [("direction", "close"), ("it", "stay"), (None, "close")])
def test_a_tie_goes_to_the_lead(open_room: OpenRoom, lead: str | None, option: str) -> None:
    room = asked(open_room(script_with(Decides.MAJORITY, ("direction", "it"), lead)).begins())
    room.does(c.Answer("wards", "it", "stay"))
    room.does(c.Answer("wards", "direction", "close"))
    assert settled(room) == [option]


def test_two_answers_in_words_are_two_votes_until_they_are_graded_alike(open_room: OpenRoom) -> None:
    room = asked(open_room(script_with(Decides.MAJORITY)).begins())
    for cell in ("it", "care"):
        room.does(c.Answer("wards", cell, text=said(f"on ferme tout, {cell}")))
    assert settled(room) == []
    for event in [event for event in room.events if isinstance(event.fact, AnswerGiven)]:
        room.does(c.GradeAnswer(event.seq, "close"))
    assert settled(room) == ["close"]
    assert fear(room) == 5


def test_a_majority_is_settled_at_the_limit_by_the_answers_that_there_are(open_room: OpenRoom) -> None:
    script = script_with(Decides.MAJORITY, lead="direction", limit=play(10 * MINUTE), default="close")
    room = asked(open_room(script).begins())
    room.at(3).does(c.Answer("wards", "it", "stay"))
    room.at(12)
    assert settled(room) == ["stay"]
    assert room.event(DecisionSettled).cause == room.event(LimitReached).seq
    assert room.facts(DefaultApplied) == []


def test_each_cell_decides_for_itself(open_room: OpenRoom) -> None:
    room = asked(open_room(script_with(Decides.EACH, ("it", "care"))).begins())
    room.does(c.Answer("wards", "it", "close"))
    room.does(c.Answer("wards", "care", "stay"))
    assert [(fact.cell, fact.option) for fact in room.facts(DecisionSettled)] == [
        ("it", "close"),
        ("care", "stay"),
    ]
    assert fear(room) == 6


def test_where_each_decides_the_default_is_for_those_who_have_not(open_room: OpenRoom) -> None:
    room = asked(open_room(script_with(Decides.EACH, limit=play(5 * MINUTE), default="stay")).begins())
    room.at(2).does(c.Answer("wards", "it", "close"))
    room.at(7)
    assert room.facts(DefaultApplied) == [DefaultApplied("wards", "stay", by_hand=False)]
    assert fear(room) == 6
    assert room.refuses(c.Answer("wards", "care", "close")) == "refusal.already_answered"


def test_where_each_decides_a_revised_default_leaves_nobody_awaited(open_room: OpenRoom) -> None:
    room = asked(open_room(script_with(Decides.EACH, limit=play(5 * MINUTE), default="stay")).begins())
    room.at(2).does(c.Answer("wards", "it", "close"))
    room.at(7).does(c.Revise("wards", "split"))
    assert room.refuses(c.WithdrawDecision("wards")) == "refusal.decision_not_open"
    room.does(c.Jump(clock("03:00")))


def test_where_each_decides_one_cell_changes_its_own_mind_only(open_room: OpenRoom) -> None:
    room = asked(open_room(script_with(Decides.EACH, ("it", "care"))).begins())
    room.does(c.Answer("wards", "it", "close"))
    room.does(c.Answer("wards", "care", "close"))
    assert room.refuses(c.Revise("wards", "stay")) == "refusal.nothing_to_revise"
    room.does(c.Revise("wards", "stay", "care"))
    assert {one.cell: one.option for one in room.state.decision("wards").settled} == {
        "it": "close",
        "care": "stay",
    }


# Changing one's mind


def test_who_changes_their_mind_cancels_what_was_pending_and_keeps_what_was_done(open_room: OpenRoom) -> None:
    room = asked(open_room(script_with(Decides.FIRST)).begins())
    room.does(c.Answer("wards", "it", "split"))
    room.at(10)
    assert fear(room) == 10
    room.does(c.Revise("wards", "stay"))
    room.at(60)
    assert fear(room) == 11
    assert room.facts(DecisionRevised)[0].of == room.event(DecisionSettled).seq


def test_a_revision_calls_back_an_inject_that_was_called_up_but_not_launched(open_room: OpenRoom) -> None:
    room = asked(open_room(script_with(Decides.FIRST)).begins())
    room.does(c.Answer("wards", "it", "warn"))
    room.at(2)
    assert room.state.inject("mayor").called is not None
    room.does(c.Revise("wards", "stay"))
    assert room.state.inject("mayor").called is None
    assert room.state.inject("mayor").due is None
    assert room.state.level("wards") is ServiceLevel.DEGRADED


def test_minds_can_be_changed_twice(open_room: OpenRoom) -> None:
    room = asked(open_room(script_with(Decides.FIRST)).begins())
    room.does(c.Answer("wards", "it", "stay"))
    room.does(c.Revise("wards", "split"))
    assert room.refuses(c.Revise("wards", "split")) == "refusal.same_option"
    room.at(10).does(c.Revise("wards", "close"))
    room.at(60)
    assert fear(room) == 1 + 10 + 5


def test_latency_stays_that_of_the_first_answer(open_room: OpenRoom) -> None:
    room = asked(open_room(script_with(Decides.FIRST)).begins())
    room.at(2).does(c.Answer("wards", "it", "stay"))
    room.at(9).does(c.Revise("wards", "close"))
    assert [given.seq for given in room.state.decision("wards").answers] == [room.event(AnswerGiven).seq]


def test_a_question_can_come_from_an_effect(open_room: OpenRoom) -> None:
    script = Script(
        "effect",
        t("Effet"),
        cells=CELLS,
        injects=(Inject("call", t("Appel"), effects=(Ask("beds", after=play(2 * MINUTE)),)),),
        decisions=(Decision("beds", t("Lits ?"), ("it",), limit=story(HOUR)),),
    )
    room = open_room(script).begins()
    room.at(1).does(c.Launch("call"))
    room.at(5)
    assert room.event(DecisionOpened).at.play == 3 * MINUTE
    assert room.state.decision("beds").limit == story(HOUR + 3 * MINUTE)
