"""TILLEUL by mouse on two real monitors: clicks, a French keyboard, a window manager, a projector's cable."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.frame.pointing import Pointing, pointing
from tests.ui.frame.two_monitors import CONSOLE, PROJECTOR, missing, two_monitors

pytestmark = [
    pytest.mark.ui,
    pytest.mark.skipif(bool(missing()), reason=f"needs {', '.join(missing())}"),
]

FULL = [[True, *PROJECTOR]]
WINDOW = "TILLEUL — CaRE Desktop"
LOST = "L’écran de salle a été débranché. L’exercice continue et rien n’est perdu."
LINE = "Le médecin rappelle : ça va, 3 lits à trouver !"
REASON = "On protège d'abord les sauvegardes."


@pytest.fixture
def hand(tmp_path: Path) -> Iterator[Pointing]:
    with two_monitors() as monitors, pointing(monitors, tmp_path / "kept") as made:
        yield made


def begin(hand: Pointing) -> None:
    """From the home to DEBEX: two clicks."""
    hand.until(lambda stands: stands["active"])
    hand.click("Préparer", whole=False)
    hand.click("DEBEX", whole=False)
    hand.until(lambda stands: stands.get("status") == "running" and stands["walls"])


def launch(hand: Pointing) -> None:
    """LANCER: one click."""
    before = hand.until(lambda stands: stands["lancer"] == ["armed"])["launched"]
    hand.click("LANCER", whole=False)
    hand.until(lambda stands: stands["launched"] == before + 1)


def decide(hand: Pointing) -> None:
    """What is asked is answered, with a reason."""
    hand.click("Saisir", whole=False)
    hand.click("Pourquoi, en une ligne")
    hand.write(REASON)
    hand.shoot("deciding")
    hand.click("Tout couper, tout de suite")
    hand.click("Noter la décision")
    hand.until(lambda stands: stands["decided"])


def end(hand: Pointing) -> None:
    """FINEX, by the menu."""
    hand.click("Autres gestes")
    hand.click("Terminer l’exercice (FINEX)")
    hand.shoot("ending")
    hand.click("Terminer l’exercice")
    hand.until(lambda stands: stands["front"] == "review")


def test_from_the_home_to_the_report_by_mouse(hand: Pointing, tmp_path: Path) -> None:
    begin(hand)
    while not hand.stands["asked"]:
        launch(hand)
    decide(hand)
    hand.click("Écrire au journal")
    hand.write(LINE)
    hand.key("Return")
    hand.until(lambda stands: stands["written"] == [LINE])
    hand.click("Autres gestes")
    hand.click("Sauter dans le temps fictif")
    hand.shoot("jumping")
    hand.click("Sauter à", whole=False)
    hand.until(lambda stands: stands["phase"] != "night")
    end(hand)
    report = tmp_path / "retex.pdf"
    hand.click("Rapport de RETEX")
    hand.click("Nom de fichier", whole=False)
    hand.key("ctrl+a")
    hand.write(str(report))
    hand.click("Enregistrer")
    hand.until(lambda stands: any(report.name in said for said in stands["report"]))
    hand.shoot("report")
    assert report.read_bytes().startswith(b"%PDF-")


def test_a_team_by_itself_plays_decides_corrects_and_ends_by_mouse(hand: Pointing) -> None:
    hand.until(lambda stands: stands["active"])
    hand.click("Préparer", whole=False)
    hand.click("Autonome")
    hand.shoot("alone-prepare")
    hand.click("DEBEX", whole=False)
    hand.until(lambda stands: stands["page"] == ["Commencer"])
    hand.click("Commencer")
    while hand.until(lambda stands: stands["page"] != ["Commencer"])["page"] != ["C’est noté"]:
        (forward,) = hand.stands["page"]
        hand.click(forward)
        hand.until(lambda stands: True)
    hand.shoot("alone-choice")
    hand.click("Tout couper, tout de suite")
    hand.click("C’est noté")
    hand.click("Corriger cette réponse")
    hand.click("Attendre une confirmation avant de couper")
    hand.click("C’est noté")
    hand.shoot("alone-after")
    hand.click("Pause")
    hand.click("Terminer l’exercice")
    hand.sees("Ne rien faire")  # what confirms it has the same name as what asked for it
    hand.shoot("alone-end")
    hand.click("Terminer l’exercice")
    hand.until(lambda stands: stands["front"] == "review")


def test_the_room_fills_the_projector_and_never_takes_the_focus(hand: Pointing) -> None:
    begin(hand)
    assert (hand.stands["walls"], hand.active()) == (FULL, WINDOW)
    launch(hand)
    hand.until(lambda stands: stands["shown"] == 1)
    x, y, width, height = PROJECTOR
    hand.click_at(x + width // 2, y + height // 2)
    launch(hand)
    assert hand.active() == WINDOW


def test_unplugged_the_room_hides_the_exercise_goes_on_and_plugged_in_it_is_back(hand: Pointing) -> None:
    begin(hand)
    hand.monitors.unplug("projecteur")
    hand.until(lambda stands: stands["banner"] == LOST)
    assert hand.stands["walls"] == []
    launch(hand)
    assert hand.stands["shown"] == 0
    hand.shoot("unplugged")
    hand.monitors.plug_in("projecteur", PROJECTOR)
    hand.until(lambda stands: stands["shown"] == 1)
    hand.shoot("back")
    assert (hand.stands["walls"], hand.stands["banner"], hand.active()) == (FULL, "", WINDOW)


def test_unplugged_the_room_is_opened_as_a_window_and_stays_one(hand: Pointing) -> None:
    begin(hand)
    hand.monitors.unplug("projecteur")
    hand.click("Ouvrir la salle ailleurs")
    hand.until(lambda stands: stands["walls"])
    hand.shoot("elsewhere")
    ((full, x, y, width, height),) = hand.stands["walls"]
    assert (full, hand.stands["banner"], hand.active()) == (False, "", WINDOW)
    assert x >= 0
    assert y >= 0
    assert x + width <= CONSOLE[2]
    assert y + height <= CONSOLE[3]
    hand.monitors.plug_in("projecteur", PROJECTOR)
    launch(hand)
    assert hand.stands["walls"] == [[full, x, y, width, height]]
