"""What the home and the preparation keep of one day to the next, in the settings of the window."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from care_desktop.scenario.choosing import FacilityKind, Fear
from care_desktop.scenario.ids import FunctionId
from ui.home.cards import Answers, People, Time
from ui.settings import Settings

_Word = TypeVar("_Word", bound=StrEnum)

PEOPLE, TIME, FEAR = "home.people", "home.time", "home.fear"
SCENARIO = "prepare.scenario"
WAY, PRESENT, SCREEN = "prepare.way", "prepare.present", "room_screen"
FACILITY_NAME, FACILITY_KIND = "prepare.facility_name", "prepare.facility_kind"


def word(settings: Settings, key: str, kind: type[_Word]) -> _Word | None:
    """One of a few words, if it was kept and is still one of them."""
    kept = settings.get(key, "")
    return next((one for one in kind if one == kept), None)


def answers(settings: Settings) -> Answers:
    """What was last answered to the three questions."""
    return Answers(word(settings, PEOPLE, People), word(settings, TIME, Time), word(settings, FEAR, Fear))


def keep_answers(settings: Settings, given: Answers) -> None:
    """Keep what was answered."""
    settings.set(PEOPLE, given.people or "")
    settings.set(TIME, given.time or "")
    settings.set(FEAR, given.fear or "")


def scenario(settings: Settings) -> Path | None:
    """The file that is being prepared."""
    kept = settings.get(SCENARIO, "")
    return Path(kept) if kept else None


def present(settings: Settings) -> frozenset[FunctionId]:
    """The functions that were there the last time."""
    return frozenset(FunctionId(name) for name in settings.get(PRESENT, "").split())


def screen(settings: Settings) -> str:
    """The room screen of the last time."""
    return settings.get(SCREEN, "")


def facility_name(settings: Settings) -> str:
    """The name of the facility as it was when its file was last read: it can be shown without the file."""
    return settings.get(FACILITY_NAME, "")


def facility_kind(settings: Settings) -> FacilityKind | None:
    """Its kind, likewise."""
    return word(settings, FACILITY_KIND, FacilityKind)


def keep_facility(settings: Settings, name: str, kind: FacilityKind) -> None:
    """Keep what can be shown without the file of the facility."""
    if (name, kind) != (facility_name(settings), facility_kind(settings)):
        settings.set(FACILITY_NAME, name)
        settings.set(FACILITY_KIND, kind)
