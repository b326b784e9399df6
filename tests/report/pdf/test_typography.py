"""French and English type on plain text, and text made harmless."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from care_desktop.report.pdf.paragraph import TP
from care_desktop.report.pdf.typography import MISSING, escape, markup, plain, printable, typeset
from tests.report.pdf.reading import read
from tests.report.pdf.sample import Sample

_PIECES = st.sampled_from(
    [
        *" ':;!?%«»-.,0123456789hH[](){}",
        *"\u00a0\u202f\u2009\n",
        "1er",
        "mars",
        "figure",
        "Mme",
        "S1",
        "n°",
        "min",
    ]
)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("l'hôpital", "l’hôpital"),
        ("Prêts ?", "Prêts\u202f?"),
        ("Prêts?", "Prêts\u202f?"),
        ("Quoi ?!", "Quoi\u202f?!"),
        ("seul ; puis", "seul\u202f; puis"),
        ("Motif : panne", "Motif\u00a0: panne"),
        ("Motif: panne", "Motif\u00a0: panne"),
        ("à 14:02 et H+3:40", "à 14:02 et H+3:40"),
        ("https://a.example/x?y=1;z", "https://a.example/x?y=1;z"),
        ("« oui »", "«\u00a0oui\u00a0»"),
        ("«oui»", "«\u00a0oui\u00a0»"),
        ("50 %", "50\u202f%"),
        ("12 000 lits", "12\u202f000\u00a0lits"),
        ("1 234 567", "1\u202f234\u202f567"),
        ("FINESS 62\u00a0010\u00a01360", "FINESS 62\u00a0010\u00a01360"),
        ("2 h 45", "2\u00a0h\u00a045"),
        ("8 min", "8\u00a0min"),
        ("le 31 janvier 2027", "le 31\u00a0janvier 2027"),
        ("le 1er mars", "le 1er\u00a0mars"),
        ("figure 2, tableau 3, annexe A1", "figure\u00a02, tableau\u00a03, annexe\u00a0A1"),
        ("voir [S1, S3]", "voir [S1,\u00a0S3]"),
        ("Mme Xavier", "Mme\u00a0Xavier"),
        ("nº 4", "n°\u00a04"),
        ("de 02:14 - 05:40", "de 02:14 – 05:40"),
        ("attendre...", "attendre…"),
        ("rendez-vous", "rendez-vous"),
    ],
)
def test_french_typography(typed: str, printed: str) -> None:
    assert typeset(typed, "fr-FR") == printed


@pytest.mark.parametrize(
    ("typed", "printed"), [("the hospital's: ready?", "the hospital’s: ready?"), ("8 min", "8\u00a0min")]
)
def test_english_takes_no_space_before_its_marks(typed: str, printed: str) -> None:
    assert typeset(typed, "en") == printed


@pytest.mark.parametrize("language", ["fr", "en"])
@given(st.lists(_PIECES, max_size=12).map("".join) | st.text(max_size=30))
def test_typography_applied_again_changes_nothing(language: str, text: str) -> None:
    once = typeset(text, language)
    assert typeset(once, language) == once


@given(st.text())
def test_no_text_leaves_markup_or_a_control(text: str) -> None:
    made = escape(text).replace("<br/>", "")
    assert not set(made) & set("<>\"'")
    assert made.isprintable() or set(made) <= set(printable(made))


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("<b>a</b> & co", "&lt;b&gt;a&lt;/b&gt; &amp; co"),
        ("deux\nlignes", "deux<br/>lignes"),
        ("\x00\x07a\u202eb\u200bc\u2066", "abc"),
        ("e\u0301", "é"),
        ("🙂", MISSING),
        ("日本", MISSING * 2),
        ("\ud800", MISSING),
        ("", ""),
    ],
)
def test_what_cannot_be_shown_goes_or_leaves_a_mark(typed: str, shown: str) -> None:
    assert escape(typed) == shown


def test_typography_comes_before_escaping() -> None:
    assert markup("Soins & l'accueil ?", "fr") == "Soins &amp; l’accueil\u202f?"
    assert plain("l'a<b>", "fr") == "l’a<b>"


def test_a_french_ordinal_is_raised_and_read_as_one_word() -> None:
    sample = Sample()
    sample.story = [
        TP(markup("le 1er mars", "fr"), sample.styles.body),
        TP(markup("1er", "en"), sample.styles.body),
    ]
    assert read(sample.render()).words == ["le", "1er", "mars", "1er"]
    assert "<super" not in markup("1er", "en")
