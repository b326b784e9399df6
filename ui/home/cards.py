"""Scenarios as the home shows them: what players may see, and what they are chosen by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from care_desktop.scenario.choosing import FacilityKind, Fear
from care_desktop.scenario.text import Text
from care_desktop.scenario.time import MINUTE, PlayMs

if TYPE_CHECKING:
    from care_desktop.scenario.scenario import Scenario

FILE = "scenario.yaml"


class People(StrEnum):
    """How many will play."""

    FEW = "few"
    SOME = "some"
    MANY = "many"


class Time(StrEnum):
    """How much time there is."""

    SHORT = "short"
    MEDIUM = "medium"
    LONG = "long"


_MOST_PEOPLE = {People.FEW: 6, People.SOME: 15}
_LONGEST = {Time.SHORT: 60 * MINUTE, Time.MEDIUM: 120 * MINUTE}


class Card(Struct, frozen=True):
    """One scenario; of the attack behind it the card knows nothing."""

    path: Path
    name: Text
    opening: Text
    lasts: PlayMs
    people: int
    stimuli: int
    facilities: tuple[FacilityKind, ...] = ()
    fears: tuple[Fear, ...] = ()


class Answers(Struct, frozen=True):
    """What was answered to the three questions; None means that it does not matter."""

    people: People | None = None
    time: Time | None = None
    fear: Fear | None = None


class Lack(StrEnum):
    """In what a card does not correspond."""

    FACILITY = "facility"
    PEOPLE = "people"
    TIME = "time"
    FEAR = "fear"


class Offer(Struct, frozen=True):
    """The cards that correspond; where none does, ``nearest``."""

    matching: tuple[Card, ...]
    nearest: Card | None
    total: int


def files(*folders: Path) -> tuple[Path, ...]:
    """The scenarios of these folders, each in a folder of its own; a folder that is missing has none."""
    return tuple(file for folder in folders for file in sorted(folder.glob(f"*/{FILE}")))


def card_of(path: Path, scenario: Scenario) -> Card:
    """The card of a scenario that was read from ``path``."""
    expected = {function for cell in scenario.cells for function in cell.functions}
    return Card(
        path,
        scenario.name,
        scenario.opening,
        scenario.lasts,
        len(expected) or len(scenario.functions),
        sum(inject.at is not None for inject in scenario.injects),
        scenario.facilities,
        scenario.fears,
    )


def offer(cards: Sequence[Card], answers: Answers, kind: FacilityKind | None) -> Offer:
    """What to propose: all that corresponds, the shortest first, or the card that is missing the least."""
    ranked = sorted(cards, key=lambda card: (_distance(card, answers, kind), card.lasts, card.name.fr))
    matching = tuple(card for card in ranked if _distance(card, answers, kind) == 0)
    return Offer(matching, None if matching else next(iter(ranked), None), len(ranked))


def lacks(card: Card, answers: Answers, kind: FacilityKind | None) -> tuple[Lack, ...]:
    """In what a card is not what was answered; empty where it corresponds."""
    return tuple(lack for lack, distance in _distances(card, answers, kind) if distance)


def _distance(card: Card, answers: Answers, kind: FacilityKind | None) -> int:
    """How far a card is from what was answered; 0 where it corresponds."""
    return sum(distance for _, distance in _distances(card, answers, kind))


def _distances(card: Card, answers: Answers, kind: FacilityKind | None) -> tuple[tuple[Lack, int], ...]:
    people = _bucket(card.people, _MOST_PEOPLE.items(), People.MANY)
    time = _bucket(card.lasts, _LONGEST.items(), Time.LONG)
    return (
        (Lack.FACILITY, 3 * (kind is not None and bool(card.facilities) and kind not in card.facilities)),
        (Lack.PEOPLE, 2 * _steps(tuple(People), answers.people, people)),
        (Lack.TIME, 2 * _steps(tuple(Time), answers.time, time)),
        (Lack.FEAR, answers.fear is not None and answers.fear not in card.fears),
    )


def _bucket(value: int, limits: Iterable[tuple[StrEnum, int]], above: StrEnum) -> StrEnum:
    return next((name for name, most in limits if value <= most), above)


def _steps(order: tuple[StrEnum, ...], asked: StrEnum | None, has: StrEnum) -> int:
    return 0 if asked is None else abs(order.index(asked) - order.index(has))
