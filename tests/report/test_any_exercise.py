"""A report can be made of any exercise, in both languages, and reads well whatever was played."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from bench.reporting import dossier
from care_desktop.language import Language
from care_desktop.report.compose import compose
from care_desktop.report.dossier import Remark, Request, Texts
from care_desktop.report.figures.drawing import drawn
from care_desktop.report.model import Figure, Table
from care_desktop.report.pdf import grid
from care_desktop.report.plots import DelaysPlot
from tests.report.dossiers import SORTS, made, made_of, read_of, wandered
from tests.report.pages import heights, pages_before
from tests.report.pdf.reading import read

_ALLOWED_SHORT = 2
"""The last page of the body and the last of the annex may be short."""
_LANGUAGES: tuple[Language, ...] = ("fr", "en")
both = pytest.mark.parametrize("language", _LANGUAGES)


@both
@pytest.mark.parametrize("sort", SORTS)
def test_a_report_is_made_of_any_exercise_and_all_of_it_is_tagged(sort: str, language: Language) -> None:
    reading = read_of(sort, language)
    assert (reading.untagged, reading.strays, reading.nested) == ([], [], 0)


@pytest.mark.parametrize("seed", range(6))
def test_a_report_is_made_of_whatever_a_team_did(seed: int) -> None:
    reading = read(made(wandered(seed), "en" if seed % 2 else "fr"))
    assert (reading.untagged, reading.strays) == ([], [])


@both
@pytest.mark.parametrize("sort", SORTS)
def test_no_place_of_a_text_is_left_unfilled(sort: str, language: Language) -> None:
    found = re.findall(r"\{\w*\}|report\.\w+|\bNone\b|\btableau \?", read_of(sort, language).text)
    assert [one for one in found if (one, language) != ("None", "en")] == []


@both
def test_nothing_judges_and_the_products_name_is_in_the_footer_alone(language: Language) -> None:
    reading = read_of("full", language)
    judging = ("échec", "retard", "score", "classement", "failed", "failure", "missed", "ranking")
    assert [word for word in judging if re.search(rf"\b{word}", reading.text, re.IGNORECASE)] == []
    assert ("CaRE" in reading.text, "CaRE Desktop" in reading.artifacts) == (False, True)


def test_an_empty_report_asks_for_what_nobody_wrote_and_invents_nothing() -> None:
    text = read_of("begun", "fr").text
    assert text.count("À compléter") >= 15
    assert "aucun" in text


def test_the_same_dossier_makes_the_same_bytes() -> None:
    assert made(SORTS["full"]()) == made_of("full", "fr")


@both
def test_no_page_is_under_a_third_full_but_the_last_ones(language: Language) -> None:
    shares = heights(made_of("full", language))
    assert sum(share < 1 / 3 for share in shares[:-1]) < _ALLOWED_SHORT


@both
def test_the_body_of_a_full_report_has_ten_to_twelve_pages(language: Language) -> None:
    assert 10 <= pages_before(made_of("full", language)) <= 12


def test_the_essential_is_one_page_however_much_was_written() -> None:
    long = "Les postes ont été coupés et les dossiers imprimés avant la coupure. " * 9
    remarks, requests = (Remark(long, long, long),) * 3, (Request(long, long),) * 3
    texts = Texts(summary=long, strengths=remarks, improvements=remarks, requests=requests)
    assert pages_before(made(replace(SORTS["full"](), texts=texts)), 2) == 2


def test_more_decisions_than_a_page_holds_are_drawn_as_the_longest_and_all_are_in_the_table() -> None:
    report = compose(dossier((300, 120)), attached=True)
    blocks = [block for section in report.sections for block in section.blocks]
    figures = [(one, one.plot) for one in blocks if isinstance(one, Figure)]
    ((figure, plot),) = [(one, plot) for one, plot in figures if isinstance(plot, DelaysPlot)]
    assert len(plot.rows) == 30
    assert drawn(plot, str).height < grid.BODY_HEIGHT * 0.8
    assert "30 décisions sur 60" in str(figure.notes)
    assert "D60" in str([one for one in blocks if isinstance(one, Table)])
