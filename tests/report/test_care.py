"""Which services stand in the table of care: none that says nothing, none is left out that was looked at."""

from __future__ import annotations

from msgspec.structs import replace

from care_desktop.exercise import commands as c
from care_desktop.report.compose import compose
from care_desktop.report.dossier import CareFinding, Dossier, Finding, Texts
from care_desktop.scenario.background import Kind
from care_desktop.scenario.conditions import ServiceLevel
from care_desktop.scenario.effects import Impair
from care_desktop.scenario.script import Inject, Script, Service
from care_desktop.scenario.text import Text
from care_desktop.scenario.time import HOUR, StoryMs
from tests.report.afternoon import Afternoon
from tests.report.dossiers import of
from tests.report.test_numbers import said, tables

PAPER = Text("Sur papier.")
SCRIPT = Script(
    "orme",
    Text("ORME"),
    services=(
        Service("network", Text("Réseau"), kind=Kind.INFRASTRUCTURE, degraded=PAPER),
        Service("phones", Text("Téléphonie"), kind=Kind.INFRASTRUCTURE, degraded=PAPER, hold=StoryMs(HOUR)),
        Service("record", Text("Dossier"), degraded=PAPER),
        Service("ward", Text("Urgences"), kind=Kind.CARE),
        Service("quiet", Text("Maternité"), kind=Kind.CARE),
    ),
    injects=(
        Inject(
            "fall",
            Text("Panne"),
            effects=tuple(Impair(one, ServiceLevel.DOWN) for one in ("network", "ward")),
        ),
    ),
)


def dossier() -> Dossier:
    return of(Afternoon(SCRIPT).does(c.Begin(), c.Launch("fall")).at(9).does(c.End()))


def listed(one: Dossier) -> list[str]:
    return [said(row[0]) for row in tables(compose(one))["held"].rows]


def test_infrastructure_without_an_announced_time_is_left_to_the_annex() -> None:
    assert listed(dossier()) == ["Téléphonie", "Dossier", "Urgences"]
    assert said(tables(compose(dossier()))["services"].rows[0][0]) == "Réseau"


def test_what_an_observer_spoke_of_is_there_whatever_it_is() -> None:
    looked = Texts(care=(CareFinding("network", found=Finding.YES), CareFinding("quiet", known=Finding.NO)))
    assert listed(replace(dossier(), texts=looked)) == [
        "Réseau",
        "Téléphonie",
        "Dossier",
        "Urgences",
        "Maternité",
    ]
