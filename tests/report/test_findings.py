"""What was noted in the debriefing stands in the report, beside what it is about."""

from __future__ import annotations

from care_desktop.exercise import commands as c
from care_desktop.report.compose import compose
from care_desktop.report.dossier import Dossier
from care_desktop.report.model import Side
from tests.exercise.room import said
from tests.report.afternoon import played
from tests.report.dossiers import of
from tests.report.words import section, words


def hot(dossier: Dossier) -> list[str]:
    """The lines of the review at once."""
    sides = (one for one in section(compose(dossier), "7").blocks if isinstance(one, Side))
    (found,) = [one for one in sides if one.head == "RETEX à chaud"]
    return [words(one) for one in found.body]


def test_each_finding_is_a_line_and_names_its_decision() -> None:
    afternoon = played()
    decision = afternoon.index.script.decisions[1].id
    afternoon.does(c.NoteReview(f"decision/{decision}", said("personne ne savait qui pouvait couper")))
    told = hot(of(afternoon))
    assert told[-1] == "D2\u00a0: personne ne savait qui pouvait couper"
    assert "le premier appel est venu du laboratoire" in told


def test_a_long_finding_is_whole_in_the_annex() -> None:
    afternoon = played()
    long = "mot " * 400 + "fin"
    afternoon.does(c.NoteReview("hot", said(long)))
    dossier = of(afternoon)
    assert len(hot(dossier)[-1]) < len(long)
    assert "mot mot fin" in " ".join(words(section(compose(dossier), "A").blocks).split())
