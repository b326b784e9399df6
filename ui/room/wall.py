"""What is to be seen on the wall: what was chosen, what comes by itself, what goes before what."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from care_desktop.exercise.events import Event, InjectLaunched, StoryJumped
from care_desktop.scenario.ids import DecisionId, InjectId
from ui.room import scenes
from ui.room.outlook import Outlook
from ui.room.scene import Scene


class Subject(NamedTuple):
    """What a scene is a scene of: an inject, a decision, the situation…"""

    kind: str
    id: str = ""


class Shown(NamedTuple):
    """A scene, and what it is a scene of."""

    scene: Scene
    of: Subject


SITUATION, RECOVERY, CARD = Subject("situation"), Subject("recovery"), Subject("card")


class Wall:
    """What players are told goes up by itself, and so do the cards of the exercise.

    Something real goes before everything else; black before the cards, so that a wall that was darkened stays
    dark; frozen only keeps what was chosen.
    """

    def __init__(self) -> None:
        self.subject = SITUATION
        self.frozen: Shown | None = None
        self.black = False

    def follow(self, outlook: Outlook, events: Iterable[Event]) -> None:
        """Take up what the whole room was told; after a jump, the situation."""
        for event in events:
            match event.fact:
                case StoryJumped():
                    self.subject = SITUATION
                case InjectLaunched(inject) if scenes.goes_up(outlook, inject):
                    self.subject = Subject("inject", inject)

    def shown(self, outlook: Outlook) -> Shown:
        """What is to be seen now."""
        real = scenes.real_incident(outlook)
        if real is not None:
            return Shown(real, CARD)
        if self.black:
            return Shown(scenes.black(outlook), CARD)
        card = scenes.card(outlook)
        return self.frozen or self.chosen(outlook) if card is None else Shown(card, CARD)

    def chosen(self, outlook: Outlook) -> Shown:
        """What was chosen; the situation where that is not, or no longer, to be seen."""
        scene = _of(self.subject, outlook)
        if scene is not None:
            return Shown(scene, self.subject)
        self.subject = SITUATION
        return Shown(scenes.situation(outlook), SITUATION)


def _of(subject: Subject, outlook: Outlook) -> Scene | None:
    match subject.kind:
        case "inject":
            return scenes.heard(outlook, InjectId(subject.id))
        case "decision":
            return scenes.question(outlook, DecisionId(subject.id))
        case "recovery":
            return scenes.recovery(outlook)
        case _:
            return None
