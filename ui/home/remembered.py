"""What the home and the preparation keep of one day to the next, in the settings of the window."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

import care_desktop
from care_desktop.scenario.choosing import FacilityKind, Fear
from care_desktop.scenario.ids import FunctionId
from ui.home.cards import Answers, Card, People, Time
from ui.home.shelf import Known, Print
from ui.settings import Settings

_Word = TypeVar("_Word", bound=StrEnum)

PEOPLE, TIME, FEAR = "home.people", "home.time", "home.fear"
SCENARIO = "prepare.scenario"
WAY, PRESENT, SCREEN = "prepare.way", "prepare.present", "room_screen"
CARDS = "home.cards"
FACILITY_NAME, FACILITY_KIND = "prepare.facility_name", "prepare.facility_kind"
FACILITY_PRINT = "prepare.facility_print"


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


class _Seen(Struct, frozen=True):
    """A file of a scenario as it was when it was read."""

    path: Path
    print: Print
    card: Card | None


class _Shelf(Struct, frozen=True):
    """What was on the shelf, and by which version of the program it was read."""

    version: str = ""
    seen: tuple[_Seen, ...] = ()


def cards(settings: Settings) -> Known:
    """The scenarios as they were read at an earlier start of this version: the first painting shows them."""
    kept = settings.get(CARDS, dict[str, object]())
    try:
        shelf = msgspec.convert(kept, _Shelf, dec_hook=lambda kind, value: kind(value))
    except (msgspec.ValidationError, TypeError):
        return {}
    if shelf.version != care_desktop.__version__:
        return {}
    return {one.path: (one.print, one.card) for one in shelf.seen}


def keep_cards(settings: Settings, known: Known) -> None:
    """Keep what was read, so that the next start need not wait for it."""
    seen = tuple(_Seen(path, *of) for path, of in known.items())
    shelf = _Shelf(care_desktop.__version__, seen)
    settings.set(CARDS, msgspec.to_builtins(shelf, enc_hook=str))


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


def is_facility_known(settings: Settings, now: Print) -> bool:
    """Whether the file of the facility is the one that was last read; none is none."""
    return settings.get(FACILITY_PRINT, [0, 0]) == [*now]


def keep_facility(settings: Settings, name: str, kind: FacilityKind, read: Print = (-1, -1)) -> None:
    """Keep what can be shown without the file of the facility, and of which file it was read, if of one."""
    settings.set(FACILITY_PRINT, [*read])
    if (name, kind) != (facility_name(settings), facility_kind(settings)):
        settings.set(FACILITY_NAME, name)
        settings.set(FACILITY_KIND, kind)
