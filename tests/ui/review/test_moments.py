"""What is said of each moment, and how long decisions took."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from care_desktop.exercise import commands as c
from care_desktop.exercise.words import Words
from care_desktop.scenario.background import Basis, Judgement, Quality
from care_desktop.scenario.script import Script
from care_desktop.scenario.text import Text
from care_desktop.scenario.time import MINUTE, PlayMs
from care_desktop.session.replay import Replay
from tests.exercise.room import said
from tests.report.afternoon import Afternoon
from tests.report.tilleul import TILLEUL
from tests.ui.review.afternoons import past
from ui.review.delays import dots
from ui.review.looked_at import look_at
from ui.review.moments import Moment, moments, place_of
from ui.review.past import Past
from ui.review.standing import Condition, standing
from ui.review.telling import took
from ui.voice import Voice

pytestmark = pytest.mark.ui


def moment(voice: Voice, past: Past, key: str) -> Moment:
    return next(one for one in moments(voice, past) if one.key == key)


def judged(basis: Basis | None) -> Script:
    """TILLEUL, its first decision judged on another basis."""
    first, *others = TILLEUL.decisions
    judgement = Judgement(basis=basis, according_to=Text("ce qu’a fait un autre"), quality=Quality.AT_RISK)
    options = tuple(replace(one, judged=judgement) for one in first.options)
    return replace(TILLEUL, decisions=(replace(first, options=options), *others))


def opened(script: Script) -> Past:
    """The first decision of a script, taken."""
    played = Afternoon(script).does(c.Begin()).at(3).goes_out("night_nurse")
    return past(played.at(5).does(c.Answer("open_cell", "direction", "open")))


def test_moments_come_in_the_order_of_time(voice: Voice, whole: Past) -> None:
    keys = [one.key for one in moments(voice, whole)]
    assert keys == ["D1", "D2", "Sp1", "D3", "D4", "D5", "D6", "D7", "D8", "D9"]


def test_a_moment_says_what_who_when_and_after_how_long_of_how_much(voice: Voice, whole: Past) -> None:
    told = moment(voice, whole, "D3")
    assert told.title == "D3\u00a0: Imprimer les dossiers des patients hospitalisés"
    assert told.told == (
        "Cadre supérieure de santé, Soins, à 0:34:00, temps fictif J\u00a002:34",
        "Au bout de 8\u00a0min, pour un délai de 15\u00a0min.",
    )
    assert told.question == "Imprimez-vous les dossiers ?"


def test_the_extract_has_what_led_to_it_and_no_other_decision(voice: Voice, whole: Past) -> None:
    rows = [row.text for row in moment(voice, whole, "D2").rows]
    assert any("Le risque sur les soins est connu" in row for row in rows)
    assert not any("on se réunit" in row for row in rows)


def test_what_was_delivered_is_named_and_not_only_numbered(voice: Voice, whole: Past) -> None:
    first = TILLEUL.injects[0]
    rows = [row.text for row in moment(voice, whole, "D1").rows]
    assert any(row.startswith(f"S01 {first.title.fr}, remis à\u00a0: ") for row in rows), rows


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("D8", "Pas de décision en 8\u00a0min."),
        ("D9", "Anticipée\u00a0: décidée avant que la question ne soit posée."),
        ("Sp1", "Décision spontanée\u00a0: personne ne l’avait demandée."),
    ],
)
def test_what_has_no_delay_says_why(voice: Voice, whole: Past, key: str, said: str) -> None:
    assert moment(voice, whole, key).told[-1] == said


@pytest.mark.parametrize("basis", [Basis.GUIDE, Basis.LAW])
def test_a_guide_or_a_law_may_grade_and_is_named(voice: Voice, basis: Basis) -> None:
    appraisal = moment(voice, opened(judged(basis)), "D1").appraisal
    assert appraisal is not None
    assert (appraisal.grade, appraisal.according) == (Quality.AT_RISK, "selon ce qu’a fait un autre")


def test_what_others_did_is_told_and_grades_nothing(voice: Voice) -> None:
    told = moment(voice, opened(judged(Basis.PUBLIC_REFERENCE)), "D1")
    assert told.appraisal is None
    assert told.beside is not None
    assert told.beside.lines[0] == "ce qu’a fait un autre"


def test_what_the_scenario_has_to_say_of_what_was_taken_is_told(voice: Voice, whole: Past) -> None:
    first, *others = TILLEUL.decisions
    options = tuple(replace(one, feedback=Text("Le standard l’a payé.")) for one in first.options)
    told = moment(voice, opened(replace(TILLEUL, decisions=(replace(first, options=options), *others))), "D1")
    assert told.feedback == "Le scénario en dit\u00a0: Le standard l’a payé."
    assert moment(voice, whole, "D1").feedback == ""


def test_without_a_basis_nothing_is_appraised(voice: Voice) -> None:
    assert moment(voice, opened(judged(None)), "D1").appraisal is None


def test_hours_that_are_not_comparable_stand_side_by_side_with_the_reason(voice: Voice, whole: Past) -> None:
    beside = moment(voice, whole, "D4").beside
    assert beside is not None
    assert beside.comparable is False
    assert beside.lines[1] == "Votre exercice\u00a0: H+4:30."
    assert beside.lines[2].endswith("le temps fictif a fait un saut auparavant.")


def test_comparable_hours_say_by_how_much_they_differ(voice: Voice, whole: Past) -> None:
    beside = moment(voice, whole, "D2").beside
    assert beside is not None
    assert beside.comparable is True
    assert beside.lines[-1] == "Comparable\u00a0: 43\u00a0min plus tôt que la référence."


def test_a_finding_is_told_with_its_moment_and_a_general_one_with_none(voice: Voice) -> None:
    played = Afternoon().does(c.Begin()).at(3).goes_out("night_nurse").at(5)
    played.does(c.Answer("open_cell", "direction", "open"), c.MarkMoment(said("on hésite"))).at(9)
    played.does(c.End(), c.NoteReview("decision/open_cell", said("très vite décidé")))
    looked = look_at(voice, past(played.does(c.NoteReview("hot", said("fatigue")))))
    assert {one.key: one.findings for one in looked.moments} == {"D1": ("très vite décidé",), "": ()}
    assert looked.findings == ("fatigue",)


def test_words_that_were_erased_are_said_to_be_so(voice: Voice) -> None:
    erased = Words(said("x").digest)
    played = Afternoon().does(c.Begin()).at(3).does(c.DecideSpontaneously("it", erased))
    assert moments(voice, past(played))[0].title == "Sp1\u00a0: (texte effacé à la demande)"


def test_delays_count_those_decided_and_draw_the_others_hollow_or_not_at_all(
    voice: Voice, whole: Past
) -> None:
    found = dots(voice, whole, place_of(moments(voice, whole)))
    told = {one.key: (one.ms, one.open, one.told) for one in found.rows}
    assert found.n == 7
    assert told["D8"] == (8 * MINUTE, True, "sans décision")
    assert told["D9"] == (None, False, "anticipée")
    assert told["D7"] == (630_000, False, "10\u00a0min\u00a030\u00a0s")
    assert found.most == 15 * MINUTE


@pytest.mark.parametrize(
    ("ms", "said"),
    [
        (59_001, "1\u00a0min"),
        (520_000, "8\u00a0min\u00a040\u00a0s"),
        (12_300, "13\u00a0s"),
        (3_600_001, "1\u00a0h\u00a001"),
    ],
)
def test_a_delay_is_never_said_shorter_than_it_was(voice: Voice, ms: int, said: str) -> None:
    assert took(voice, ms) == said


def test_services_at_an_instant_are_those_of_the_replay(voice: Voice, whole: Past) -> None:
    replay = Replay(whole.index, whole.events)
    before, then = (standing(voice, whole.index, replay.at(PlayMs(at * MINUTE))) for at in (0, 105))
    assert before.counts == ((Condition.NOMINAL, 12),)
    assert dict(then.counts) == {
        Condition.NOMINAL: 1,
        Condition.DEGRADED: 2,
        Condition.GIVEN_OUT: 2,
        Condition.DOWN: 7,
    }
    assert "Restaurer le dossier patient" in then.under_way
