"""The journal: a line for each thing that tells something, in the words that were typed."""

from __future__ import annotations

import pytest

from care_desktop.exercise import commands as c
from care_desktop.exercise import events as e
from care_desktop.scenario.script import Channel
from care_desktop.scenario.time import MINUTE, PlayMs, Span, StoryMs
from tests.ui.conduct.conftest import Console, words
from tests.ui.conduct.speaking import PlainSpeaker
from ui.conduct.journal_rows import Row, row_of, rows
from ui.conduct.journal_telling import Sort
from ui.conduct.seen import Seen

pytestmark = pytest.mark.ui


def last(console: Console) -> Row:
    return rows(console.seen, console.followed.events)[-1]


def test_what_was_written_is_there_as_it_was_written_at_the_time_of_the_fact(console: Console) -> None:
    console.waits(9)
    console.does(c.WriteEntry(words("Accès distants coupés"), cell="it", fact_at=PlayMs(4 * MINUTE)))
    assert last(console) == Row(
        console.seen.view.seq,
        "02:04",
        "message-square-text",
        "Cellule technique",
        "Accès distants coupés",
        Sort.WRITTEN,
        console.seen.view.seq,
        "Accès distants coupés",
    )


def test_what_the_world_does_by_itself_takes_no_line(console: Console) -> None:
    console.does(c.Launch("printers"))
    kinds = {event.seq: type(event.fact) for event in console.followed.events}
    shown = {kinds[one.seq] for one in rows(console.seen, console.followed.events)}
    assert shown == {e.Begun, e.InjectLaunched}
    assert e.ServiceImpaired in kinds.values()


def test_a_call_says_who_and_how_much_was_said(console: Console) -> None:
    console.does(c.RecordCall("cert_sante", ("what",), text=words("Rappellera")))
    assert (last(console).about, last(console).text) == (
        "Appel extérieur",
        "CERT Santé\u00a0: 1 point dit sur 2, Rappellera",
    )


def test_what_comes_after_a_typed_sentence_is_not_parted_from_it_by_a_full_stop(console: Console) -> None:
    console.does(c.DecideSpontaneously("care", words("Doubler la garde.")))
    assert last(console).text == "Doubler la garde, Cellule soins"


def test_a_line_of_another_day_says_its_day(console: Console) -> None:
    console.does(c.WriteEntry(words("la nuit")))
    assert (last(console).hour, last(console).has_day) == ("02:00", False)
    console.does(c.Jump(StoryMs(31 * 3_600_000), c.OpenDecisions.KEEP), c.WriteEntry(words("le matin")))
    assert (last(console).hour, last(console).has_day) == ("J+1 07:00", True)


def test_what_a_person_typed_can_be_corrected_and_a_correction_too(console: Console) -> None:
    console.does(c.Launch("printers"))
    assert last(console).amends is None
    console.does(c.DecideSpontaneously("direction", words("On ferme la porte")))
    decided = last(console)
    assert (decided.amends, decided.typed) == (decided.seq, "On ferme la porte")
    console.waits(1).does(c.Amend(decided.seq, words("On ferme deux portes")))
    corrected = last(console)
    assert (corrected.about, corrected.text) == ("Correction de 02:00", "On ferme deux portes")
    assert (corrected.amends, corrected.typed) == (decided.seq, "On ferme deux portes")


def everything(console: Console) -> None:
    """A play in which much happens."""
    console.does(
        c.ValidateCare("phones"),
        c.NoteArrival("director", "direction"),
        c.HandOver("direction", "director"),
        c.Launch("printers"),
        c.MarkNotReached("printers", "direction", words("occupé")),
        c.MarkDelivered("printers", "care", Channel.IN_PERSON),
        c.AskInformation("cut_network", "it", words("Combien de postes ?")),
        c.Answer("cut_network", "it", "cut", by="it_lead"),
        c.Revise("cut_network", "wait"),
        c.DecideSpontaneously("care", words("Doubler la garde")),
        c.RecordCall("cert_sante", ("what", "since")),
        c.MeetDuty("complaint"),
        c.SkipInject("biologist", words("déjà su")),
        c.PostponeInject("samu", Span(play=PlayMs(30 * MINUTE))),
        c.ShiftTimeline("samu", MINUTE),
        c.ImproviseInject(Channel.CALL, ("it",), words("La climatisation lâche")),
        c.CorrectInject("press", words("Le journaliste rappelle")),
        c.BeginStep("contain"),
        c.PauseStep("contain"),
        c.AbandonStep("contain"),
        c.BeginStep("restore_record"),
        c.MarkMoment(),
        c.Observe(text=words("Ils s’écoutent")),
        c.Launch("cook"),
        c.ConfirmShown("cook"),
        c.Recall("cook"),
        c.Suspend(),
        c.Resume(),
    )
    console.does(c.Amend(console.seen.view.seq, words("non")))
    console.waits(20)
    console.does(c.Jump(StoryMs(60 * 3_600_000), c.OpenDecisions.KEEP), c.End())


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_line_can_be_said_in_both_languages(console: Console, language: str) -> None:
    everything(console)
    seen = Seen(
        console.seen.index,
        console.seen.view,
        console.followed.events,
        console.seen.now,
        console.seen.holds,
        PlainSpeaker("en" if language == "en" else "fr"),
    )
    told = [row_of(seen, event) for event in seen.events]
    assert sum(one is not None for one in told) > 30
    assert all(one.about and one.icon for one in told if one is not None)
