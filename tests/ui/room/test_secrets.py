"""What only an animator may read never comes near the wall, whatever happens in a play."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSizeF

from care_desktop.exercise import events as e
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.simulation import play, team
from care_desktop.exercise.words import Words
from care_desktop.scenario.script import Cell, Decision, Inject, Phase, Script, Service, Variant
from care_desktop.scenario.text import Text
from care_desktop.scenario.time import HOUR, PlayMs
from tests.exercise.room import said
from tests.ui.room.conftest import Seat, Seated, shipped, told_everything
from ui import fonts
from ui.room import scenes
from ui.room.outlook import Outlook
from ui.room.painter import RoomPainter
from ui.room.painting.ground import DARK
from ui.room.scene import Notice, Scene, Strip
from ui.room.wall import Wall

pytestmark = pytest.mark.ui

SENTINEL = "⟦SECRET⟧"
FOR_PLAYERS = {
    Script: {"name"},
    Cell: {"name"},
    Phase: {"recap"},
    Inject: {"sender", "subject", "body"},
    Variant: {"body"},
    Decision: {"question"},
    Service: {"name"},
}
NOTABLE = (e.InjectLaunched, e.DecisionOpened, e.PhaseEntered, e.Suspended, e.Ended)
# What the parts are found and joined by
NAMES = {"id", "url", "date", "source_digest"}


@pytest.fixture(autouse=True)
def _faces(qapp: object) -> None:
    fonts.load()


def hidden(part: Any) -> Any:  # noqa: ANN401 - whatever a script holds
    """The same part, with every authored text that is not for players replaced."""
    if isinstance(part, Text):
        return Text(SENTINEL, SENTINEL)
    if isinstance(part, tuple):
        return tuple(hidden(one) for one in part)
    if not isinstance(part, msgspec.Struct):
        return part
    open_fields = FOR_PLAYERS.get(type(part), set())
    changes = {
        name: hidden(getattr(part, name))
        for name in part.__struct_fields__
        if name not in open_fields | NAMES
    }
    return replace(part, **changes)


def whispered(event: e.Event) -> e.Event:
    """The same event, its words replaced unless they are told to players."""
    if isinstance(event.fact, e.InjectImprovised | e.InjectCorrected):
        return event
    words = {
        name: said(SENTINEL)
        for name in event.fact.__struct_fields__
        if isinstance(getattr(event.fact, name), Words)
    }
    return replace(event, fact=replace(event.fact, **words)) if words else event


def strings(value: object) -> Iterator[str]:
    """Every string of a scene."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from strings(one)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from strings(getattr(value, name))


def painted(scene: Scene) -> Iterator[str]:
    """Every line that the painter writes, on all pages."""
    painter = RoomPainter(QSizeF(1280, 800), DARK)
    for page in range(painter.picture(scene).pages):
        yield from (text.text for text in painter.picture(scene, page).texts)


def all_scenes(outlook: Outlook) -> Iterator[Scene]:
    """All that can be put on the wall now."""
    card, real = scenes.card(outlook), scenes.real_incident(outlook)
    yield from (scene for scene in (card, real) if scene is not None)
    yield scenes.situation(outlook)
    yield scenes.recovery(outlook)
    yield scenes.black(outlook)
    yield Wall().shown(outlook).scene
    heard = (scenes.heard(outlook, inject) for inject in outlook.view.injects)
    asked = (scenes.question(outlook, decision) for decision in outlook.view.decisions)
    yield from (scene for scene in (*heard, *asked) if scene is not None)


def leaks(found: set[Scene]) -> list[Scene]:
    return [one for one in found if any(SENTINEL in text for text in (*strings(one), *painted(one)))]


@pytest.mark.parametrize("name", ["best", "worst", "random"])
def test_a_play_from_debex_to_finex_tells_players_no_secret(name: str) -> None:
    index = ScriptIndex(hidden(shipped()))
    outcome = play(index, team(name, index, seed=3, lasts=PlayMs(5 * HOUR // 2)))
    seat, wall, found = Seat(index.script), Wall(), set[Scene]()
    for event in outcome.events:
        seat.happen(whispered(event))
        wall.follow(seat.outlook, (event,))
        shown = wall.shown(seat.outlook)
        found.add(replace(shown.scene, strip=Strip("EXERCICE")))
        if isinstance(
            event.fact, e.InjectLaunched | e.DecisionOpened | e.PhaseEntered | e.Suspended | e.Ended
        ):
            found.update(replace(scene, strip=Strip("EXERCICE")) for scene in all_scenes(seat.outlook))
    assert len(outcome.coverage.injects) > 30
    assert len({type(scene) for scene in found}) > 10
    assert leaks(found) == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_inject_and_no_question_carries_a_secret(seated: Seated, language: str) -> None:
    outlook = told_everything(seated(hidden(shipped()), language)).outlook
    found = set(all_scenes(outlook))
    assert len(found) > len(outlook.index.injects) + len(outlook.index.decisions)
    assert leaks(found) == []


def test_the_fields_for_players_are_told(seated: Seated) -> None:
    outlook = told_everything(seated(hidden(shipped()))).outlook
    told = {text for scene in all_scenes(outlook) for text in strings(scene)}
    note = outlook.index.injects["printers"]
    assert {note.subject.fr, note.body.fr, outlook.index.decisions["cut"].question.fr} <= told


def test_the_search_would_find_a_secret(qapp: object) -> None:
    scene = Notice(Strip("EXERCICE"), "Note", f"Dire à la salle : {SENTINEL}")
    assert leaks({scene}) == [scene]
    assert SENTINEL in hidden(shipped()).injects[0].title.fr
    option = hidden(shipped()).decisions[0].options[0]
    assert [option.label.fr, option.feedback.fr] == [SENTINEL] * 2
