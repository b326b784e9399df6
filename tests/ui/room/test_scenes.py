"""What the wall shows of an exercise: what players were told, in their words, and no more."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from care_desktop.exercise import events as e
from care_desktop.exercise.clock import Instant
from care_desktop.exercise.events import InjectLaunched, Pause, Void
from care_desktop.scenario.background import Kind
from care_desktop.scenario.conditions import ServiceLevel
from care_desktop.scenario.script import Channel, Inject, Script, Variant, Way
from care_desktop.scenario.text import Text
from care_desktop.scenario.time import HOUR, MINUTE, PlayMs, StoryMs
from tests.exercise.room import said
from tests.ui.room.conftest import Seat, Seated, shipped, told_everything
from ui.room import scenes
from ui.room.scene import (
    Alert,
    Document,
    End,
    Mail,
    Mouth,
    Notice,
    Phone,
    Post,
    Press,
    RealIncident,
    Scene,
    Sheet,
    Spoken,
    Standing,
    Strip,
    Suspended,
    Welcome,
)

pytestmark = pytest.mark.ui


def launched(seat: Seat, inject: str) -> Scene:
    seat.facts(InjectLaunched(inject, by_hand=True))
    scene = scenes.heard(seat.outlook, inject)
    assert scene is not None
    return scene


def improvised(seat: Seat, channel: Channel, text: str) -> Scene:
    seat.facts(e.InjectImprovised("improvised-1", channel, ("direction",), said(text)))
    return launched(seat, "improvised-1")


def test_before_debex_the_neutral_name_and_that_nothing_is_real() -> None:
    card = scenes.card(Seat(shipped()).outlook)
    assert isinstance(card, Welcome)
    assert card.title == "TILLEUL"


def test_while_the_exercise_runs_there_is_no_card(seated: Seated) -> None:
    assert scenes.card(seated().outlook) is None


def test_a_pause_says_that_time_stands_still(seated: Seated) -> None:
    card = scenes.card(seated().facts(e.Suspended(Pause.PAUSE)).outlook)
    assert isinstance(card, Suspended)
    assert card.strip == Strip("EXERCICE", "temps arrêté")


def test_the_end_card_thanks_and_has_no_number(seated: Seated) -> None:
    card = scenes.card(seated().facts(e.Ended()).outlook)
    assert isinstance(card, End)
    assert not any(letter.isdigit() for letter in card.title + card.text + card.next)


def test_something_real_is_said_as_long_as_the_exercise_stands_still_for_it(seated: Seated) -> None:
    seat = seated().facts(e.Suspended(Pause.REAL_INCIDENT))
    real = scenes.real_incident(seat.outlook)
    assert isinstance(real, RealIncident)
    assert real.strip.left == "CECI N’EST PAS UN EXERCICE"
    assert scenes.real_incident(seat.facts(e.Resumed()).outlook) is None


def test_a_pause_is_nothing_real(seated: Seated) -> None:
    assert scenes.real_incident(seated().facts(e.Suspended(Pause.PAUSE)).outlook) is None


def test_a_rehearsal_says_so_on_the_wall(seated: Seated) -> None:
    assert scenes.situation(seated(rehearsal=True).outlook).strip.left == "EXERCICE · RÉPÉTITION"


@pytest.mark.parametrize(
    ("inject", "kind"),
    [
        ("printers", Sheet),
        ("restart", Spoken),
        ("triage-nurse", Spoken),
        ("supervision", Alert),
        ("hall-photo", Post),
        ("director-text", Phone),
        ("situation", Document),
        ("backup-report", Mail),
        ("article-facts", Press),
        ("journalist", Spoken),
        ("day-18", Notice),
    ],
)
def test_each_channel_has_its_look(seated: Seated, inject: str, kind: type[Scene]) -> None:
    assert type(launched(seated(), inject)) is kind


def test_a_call_shows_who_calls_whom_and_the_words(seated: Seated) -> None:
    scene = launched(seated(), "restart")
    assert isinstance(scene, Spoken)
    assert (scene.mouth, scene.speaker) == (Mouth.CALL, "Infirmière de nuit, service de médecine")
    assert scene.to == "pour\u00a0: Cellule soins"
    assert scene.words.startswith("«\u00a0C’est encore la mise à jour")


def test_what_has_not_been_launched_cannot_be_shown(seated: Seated) -> None:
    assert scenes.heard(seated().outlook, "printers") is None


def test_what_was_recalled_can_no_longer_be_shown(seated: Seated) -> None:
    seat = seated()
    launched(seat, "restart")
    of = seat.followed.events[-1].seq
    seat.facts(e.CauseVoided(of, Void.RECALL, (of,)))
    assert scenes.heard(seat.outlook, "restart") is None
    assert scenes.situation(seat.outlook).facts == ()


def test_corrected_words_take_the_place_of_the_written_ones(seated: Seated) -> None:
    seat = seated().facts(e.InjectCorrected("restart", said("Trois postes sont noirs.")))
    scene = launched(seat, "restart")
    assert isinstance(scene, Spoken)
    assert scene.words == "«\u00a0Trois postes sont noirs.\u00a0»"


def test_improvised_words_are_shown(seated: Seated) -> None:
    scene = improvised(seated(), Channel.SMS, "La clim lâche.\nOn fait quoi ?")
    assert isinstance(scene, Phone)
    assert (scene.sender, scene.bubbles) == ("Message reçu", ("La clim lâche.", "On fait quoi ?"))


def test_an_improvised_article_has_its_first_line_as_headline(seated: Seated) -> None:
    scene = improvised(seated(), Channel.PRESS, "L’hôpital à l’arrêt\nRien ne marche.")
    assert isinstance(scene, Press)
    assert (scene.headline, scene.body) == ("L’hôpital à l’arrêt", "Rien ne marche.")


def test_a_chosen_variant_is_what_is_shown(seated: Seated) -> None:
    seat = seated(liseron_with_variants())
    seat.facts(InjectLaunched("call", by_hand=True, variant="second"))
    scene = scenes.heard(seat.outlook, "call")
    assert isinstance(scene, Spoken)
    assert "deux" in scene.words


def liseron_with_variants() -> Script:

    variants = (Variant("first", Text("Version un")), Variant("second", Text("Version deux")))
    call = Inject("call", Text("Appel"), recipients=("it",), variants=variants)
    return replace(shipped(), injects=(*shipped().injects, call))


def test_links_of_a_ransom_note_are_removed(seated: Seated) -> None:
    scene = improvised(seated(), Channel.RANSOM_NOTE, "Allez sur http://abc.onion/x pour payer")
    assert isinstance(scene, Sheet)
    assert scene.body == "Allez sur [lien retiré pour l’exercice] pour payer"


def test_a_question_has_no_option_no_limit_and_says_who_brought_it(seated: Seated) -> None:
    seat = seated()
    launched(seat, "supervision")
    assert scenes.question(seat.outlook, "cut") is None
    seat.facts(e.DecisionOpened("cut"))
    question = scenes.question(seat.outlook, "cut")
    assert question is not None
    assert question.cell == "Cellule de crise hospitalière, Cellule technique"
    assert question.context == "Supervision, 02:00"
    assert question.__struct_fields__ == ("strip", "cell", "question", "context")


def test_a_withdrawn_question_is_no_longer_shown(seated: Seated) -> None:
    seat = seated().facts(e.DecisionOpened("cut"), e.DecisionWithdrawn("cut"))
    assert scenes.question(seat.outlook, "cut") is None


def test_the_situation_is_what_was_last_told_with_who_said_it(seated: Seated) -> None:
    seat = seated()
    for inject in ("printers", "restart", "biologist", "supervision", "triage-nurse"):
        launched(seat, inject)
    situation = scenes.situation(seat.outlook)
    assert (situation.hour, situation.strip.right) == ("02:00", "TILLEUL")
    assert situation.day.endswith("nuit")
    assert len(situation.facts) == scenes.MOST_FACTS
    assert situation.facts[-1].startswith("02:00, Infirmière d’accueil et d’orientation\u00a0: «")


def test_after_a_jump_the_situation_is_what_the_phase_recalls(seated: Seated) -> None:
    seat = seated()
    launched(seat, "printers")
    to = StoryMs(5 * HOUR + 40 * MINUTE)
    seat.facts(e.StoryJumped(to)).facts(e.PhaseEntered("dawn", 3, 1), at=Instant(PlayMs(0), to))
    situation = scenes.situation(seat.outlook)
    recap = seat.index.phases["dawn"].recap.fr
    assert situation.facts == tuple(recap.split("\n"))
    assert (situation.hour, situation.day.split(", ")[-1]) == ("05:40", "matin")


@pytest.mark.parametrize(
    ("inject", "for_all"),
    [
        ("printers", True),
        ("supervision", True),
        ("hall-photo", True),
        ("article-facts", True),
        ("day-18", True),
        ("restart", False),
        ("triage-nurse", False),
        ("director-text", False),
        ("situation", False),
        ("backup-report", False),
        ("journalist", False),
    ],
)
def test_apart_only_what_all_the_world_sees_goes_on_the_wall(
    seated: Seated, inject: str, *, for_all: bool
) -> None:
    seat = seated(shipped(Way.SIMULATION))
    launched(seat, inject)
    assert scenes.goes_up(seat.outlook, inject) is for_all
    assert bool(scenes.situation(seat.outlook).facts) is for_all


def test_in_one_room_all_that_is_launched_goes_on_the_wall(seated: Seated) -> None:
    seat = told_everything(seated())
    assert all(scenes.goes_up(seat.outlook, inject) for inject in seat.index.injects)


def test_a_letter_to_all_cells_is_for_all(seated: Seated) -> None:
    everybody = tuple(cell.id for cell in shipped().cells)
    letter = Inject("letter", Text("Lettre"), Channel.EMAIL, everybody, body=Text("À tous."))
    script = shipped(Way.SIMULATION)
    seat = seated(replace(script, injects=(*script.injects, letter)))
    launched(seat, "letter")
    assert scenes.goes_up(seat.outlook, "letter")


def test_care_is_shown_as_it_stands_and_goes_back_step_by_step(seated: Seated) -> None:
    seat = seated()
    names = [tile.name for tile in scenes.recovery(seat.outlook).tiles]
    assert names[0] == "Laboratoire et transfusion"

    def laboratory() -> Standing:
        return scenes.recovery(seat.outlook).tiles[0].standing

    assert laboratory() is Standing.NOMINAL
    seat.facts(e.ServiceImpaired("laboratory", ServiceLevel.DOWN))
    of = seat.followed.events[-1].seq
    assert laboratory() is Standing.DOWN
    seat.facts(e.ImpairmentEnded("laboratory", of))
    assert laboratory() is Standing.TO_VALIDATE
    seat.facts(e.CareValidated("laboratory"))
    assert laboratory() is Standing.VALIDATED


def test_the_weightiest_service_of_care_stands_first(seated: Seated) -> None:
    script = shipped()
    care = [one for one in script.services if one.kind is Kind.CARE]
    others = tuple(one for one in script.services if one is not care[-1])
    seat = seated(replace(script, services=(*others, replace(care[-1], weight=2))))
    names = [tile.name for tile in scenes.recovery(seat.outlook).tiles]
    assert names[:2] == [care[-1].name.fr, care[0].name.fr]


def test_it_is_told_in_one_line(seated: Seated) -> None:
    seat = seated()
    assert scenes.recovery(seat.outlook).foot == "Informatique\u00a0: aucun service touché"
    seat.facts(e.ServiceImpaired("backups", ServiceLevel.DEGRADED))
    assert scenes.recovery(seat.outlook).foot == "Informatique\u00a0: 0 service rétabli sur 1"


def test_the_wall_speaks_english(seated: Seated) -> None:
    scene = launched(seated(language="en"), "restart")
    assert isinstance(scene, Spoken)
    assert scene.strip.left == "EXERCISE"
    assert scene.words.startswith("“")


def test_words_that_were_erased_are_not_made_up(seated: Seated) -> None:
    words = said("x")
    words.text = None
    seat = seated().facts(e.InjectCorrected("restart", words))
    scene = launched(seat, "restart")
    assert isinstance(scene, Spoken)
    assert scene.words == ""
