"""Dossiers of all sorts of exercises, and the file that each makes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from care_desktop.debrief.debrief import debrief
from care_desktop.exercise import commands as c
from care_desktop.exercise.events import Gap
from care_desktop.exercise.index import ScriptIndex
from care_desktop.language import Language
from care_desktop.report.document import write
from care_desktop.report.dossier import Dossier, assemble
from care_desktop.scenario.choosing import FacilityKind
from care_desktop.scenario.scenario import Facility
from care_desktop.scenario.script import Phase, Script
from care_desktop.scenario.text import Text
from care_desktop.scenario.time import StoryMs
from tests.exercise.liseron import LISERON
from tests.exercise.plays import played
from tests.exercise.wandering import wandering
from tests.report.afternoon import Afternoon, full
from tests.report.pdf.reading import Reading, read

WHEN = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
HOME = Facility("EHPAD des Ormes", FacilityKind.NURSING_HOME)


def of(afternoon: Afternoon) -> Dossier:
    """What the journal alone says: nobody has written anything yet."""
    return assemble(
        afternoon.index.script,
        afternoon.events,
        afternoon.debrief(),
        facility=HOME,
        stamps=afternoon.stamps,
    )


def not_begun() -> Dossier:
    return of(Afternoon())


def begun() -> Dossier:
    return of(Afternoon().does(c.Begin()).at(2))


def interrupted() -> Dossier:
    """The machine stopped in the middle, and nobody went on."""
    afternoon = Afternoon().does(c.Begin()).at(1).goes_out("printers").at(12).goes_out("on_call").at(15)
    return of(afternoon.does(c.Interrupt(Gap.STOPPED, 90_000)))


def bare_script() -> Dossier:
    """A script with nothing but a phase in it, played from DEBEX to FINEX."""
    script = Script("vide", Text("VIDE"), phases=(Phase("only", Text("La nuit"), StoryMs(0)),))
    return of(Afternoon(script).does(c.Begin()).at(5).does(c.End()))


def wandered(seed: int, acts: int = 60) -> Dossier:
    """What a team did that did whatever came to its mind; no stamp is known."""
    index = ScriptIndex(LISERON)
    events = played(index, wandering(index, seed, acts)).events
    return assemble(LISERON, events, debrief(index, events), facility=HOME, stamps={})


SORTS: dict[str, Callable[[], Dossier]] = {
    "not begun": not_begun,
    "begun": begun,
    "interrupted": interrupted,
    "bare script": bare_script,
    "wandered": lambda: wandered(1),
    "full": full,
}


def made(dossier: Dossier, language: Language = "fr", data: bytes | None = b"{}") -> bytes:
    """The bytes of a dossier's report."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "report.pdf"
        write(dossier, path, language=language, data=data, when=WHEN)
        return path.read_bytes()


@cache
def made_of(sort: str, language: Language) -> bytes:
    """The report of a sort of exercise, made once."""
    return made(SORTS[sort](), language)


@cache
def read_of(sort: str, language: Language) -> Reading:
    """What a screen reader makes of it, read once."""
    return read(made_of(sort, language))
