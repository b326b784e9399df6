"""What nobody could record, because nobody facilitated, is never told as something that was not done."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from care_desktop.language import Language
from care_desktop.report.compose import compose
from care_desktop.report.dossier import Dossier
from care_desktop.report.model import Cell, Mark, Report, Table
from care_desktop.scenario.script import Way
from tests.report.dossiers import made
from tests.report.numbered import without
from tests.report.pages import pages_before
from tests.report.test_numbers import said, tables
from tests.report.unaided import unaided
from tests.report.words import section
from tests.report.words import words as words_of

LANGUAGES: tuple[Language, ...] = ("fr", "en")
in_both = pytest.mark.parametrize("language", LANGUAGES)
UNRECORDED = {"fr": "non consigné", "en": "not recorded"}
TO_FILL = {
    "fr": "Exercice joué sans animateur : les appels et les signalements ne sont pas consignés. "
    "Ce tableau ne dit pas s’ils ont été faits ; à compléter de mémoire.",
    "en": "Played without a facilitator: calls and notifications are not recorded. "
    "This table does not say whether they were made; to be filled in from memory.",
}


def report(language: Language = "fr") -> Report:
    return compose(replace(unaided(), language=language))


def facilitated() -> Dossier:
    """The same play, had somebody facilitated it."""
    script = unaided().script
    return replace(unaided(), script=replace(script, options=replace(script.options, way=Way.TABLE)))


def plain(part: object) -> str:
    return " ".join(words_of(part).split())


def text(cell: Cell) -> str:
    return said(cell) or " ".join(piece.word for piece in cell if isinstance(piece, Mark))


def reading(table: Table) -> str:
    return " ".join(" ".join(note.text for note in table.notes).split())


@in_both
def test_a_call_or_a_notification_that_nobody_could_tick_is_not_recorded(language: Language) -> None:
    shown = tables(report(language))
    assert {text(row[1]) for row in shown["alerts"].rows} == {UNRECORDED[language]}
    assert [text(row[2]) for row in shown["duties"].rows].count(UNRECORDED[language]) == 4
    assert [reading(shown[key]).startswith(TO_FILL[language]) for key in ("alerts", "duties")] == [True, True]


@in_both
def test_nothing_says_that_it_was_not_done(language: Language) -> None:
    everything = plain(tuple(section(report(language), number) for number in ("", "1", "3", "5", "8")))
    for word in ("non réalisé", "not made", "not done", "Aucun appel sortant", "No outgoing call"):
        assert word not in everything, word


def test_the_same_play_with_a_facilitator_does_say_it() -> None:
    told = plain(compose(facilitated()))
    assert "non réalisé" in told
    assert "Aucun appel sortant n’a été noté." in told
    assert "signalements ou notifications non réalisés pendant l’exercice" in told


def test_what_the_team_had_no_means_of_doing_is_no_improvement_and_no_action() -> None:
    essential, actions = (plain(section(report(), number)) for number in ("", "8"))
    for told in (essential, actions):
        assert "non réalisés pendant l’exercice" not in told
        assert "non revenus en mode normal à la fin" not in told
    assert "Non revenus à la normale" not in essential
    assert "aucune étape de reprise ne peut y être commencée" in plain(section(report(), "6"))


@in_both
def test_its_body_is_ten_to_twelve_pages(language: Language) -> None:
    assert 10 <= pages_before(made(replace(unaided(), language=language))) <= 12


def test_every_number_that_it_gives_is_in_its_annex() -> None:
    assert without(unaided()) == []
