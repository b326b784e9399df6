"""The dossier: what a report needs and nothing else, as plain frozen data. What nobody gave stays empty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum

from msgspec import Struct

from care_desktop.debrief.debrief import Debrief
from care_desktop.exercise.events import Event
from care_desktop.journal.records import Seq, Stamp
from care_desktop.language import Language
from care_desktop.report.citing import cited
from care_desktop.report.excerpt import noteworthy
from care_desktop.report.hours import Anchor, anchors_of
from care_desktop.scenario.ids import ObjectiveId, PhaseId, ServiceId
from care_desktop.scenario.scenario import Facility
from care_desktop.scenario.script import Script, Way


class Standing(StrEnum):
    """How far the report itself is."""

    DRAFT = "draft"
    CHECKED = "checked"
    APPROVED = "approved"


class Signatory(Struct, frozen=True):
    """Who answers for the report: a function, never a name, and when."""

    function: str = ""
    on: date | None = None


class Box(Struct, frozen=True):
    """The box of page 1. ``version`` counts from 1; ``label`` is how the facility writes it, if otherwise."""

    reference: str = ""
    version: int = 1
    label: str = ""
    dated: date | None = None
    standing: Standing = Standing.DRAFT
    replaces: str = ""
    marking: str = ""
    author: Signatory = Signatory()
    checker: Signatory = Signatory()
    approver: Signatory = Signatory()
    distribution: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    subject: str = ""
    sites: str = ""
    kind: str = ""
    conduct: Way | None = None
    level: str = ""
    setting: str = ""
    director: str = ""
    provider: str = ""
    scenario_version: str = ""


class Remark(Struct, frozen=True):
    """A strength or an improvement: the finding, more about it, and where it can be found again."""

    text: str
    more: str = ""
    reference: str = ""


class Request(Struct, frozen=True):
    """A decision asked of the direction, and what it would cost according to the facility."""

    text: str
    cost: str = ""


class Action(Struct, frozen=True):
    """A line of the plan of actions: one function, one date, one proof."""

    finding: str
    action: str
    function: str = ""
    due: date | None = None
    reference: str = ""
    cause: str = ""
    proof: str = ""
    quality_plan: str = ""


class Presented(Struct, frozen=True):
    """A body to which the report was or will be shown."""

    body: str
    on: date | None = None
    outcome: str = ""


class Finding(StrEnum):
    """What observers saw of a degraded procedure."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    UNSEEN = "unseen"


class CareFinding(Struct, frozen=True):
    """A service's degraded procedure as observers found it."""

    service: ServiceId
    found: Finding = Finding.UNSEEN
    known: Finding = Finding.UNSEEN
    applied: Finding = Finding.UNSEEN
    procedure: str = ""
    train: str = ""
    source: str = ""


class Mastery(StrEnum):
    """The five answers to an objective (after HSEEP)."""

    MASTERED = "mastered"
    RESERVES = "reserves"
    DIFFICULTIES = "difficulties"
    NOT_DONE = "not_done"
    NOT_OBSERVED = "not_observed"


class Assessment(Struct, frozen=True):
    """The level that people settled for an objective, its evidence and its gap."""

    objective: ObjectiveId
    level: Mastery
    evidence: str = ""
    gap: str = ""


class Told(Struct, frozen=True):
    """A phase, told by people in a few lines."""

    phase: PhaseId
    text: str


class Texts(Struct, frozen=True):
    """What people wrote for the report. Everything is optional."""

    summary: str = ""
    strengths: tuple[Remark, ...] = ()
    improvements: tuple[Remark, ...] = ()
    requests: tuple[Request, ...] = ()
    requests_by: date | None = None
    tested: str = ""
    untested: str = ""
    artifices: str = ""
    interruptions: str = ""
    observers: str = ""
    story: tuple[Told, ...] = ()
    certainty: str = ""
    care: tuple[CareFinding, ...] = ()
    plan_reading: str = ""
    assessments: tuple[Assessment, ...] = ()
    hot: str = ""
    cold: str = ""
    written_and_played: str = ""
    actions: tuple[Action, ...] = ()
    follow_up: str = ""
    presented: tuple[Presented, ...] = ()


class Seal(Struct, frozen=True):
    """The head of the journal's chain: how many events, and the hash of the last."""

    events: int
    hash: str


class Dossier(Struct, frozen=True):
    """All of it. ``anchors`` tie events to the time of the room; ``excerpt`` is for the annex.

    ``simulated``: a simulated team played and no person did, so the report is a demonstration.
    ``rehearsal``: people played, but not for it to count as an exercise; the report says so on every page.
    """

    language: Language
    facility: Facility
    box: Box
    script: Script
    debrief: Debrief
    texts: Texts
    anchors: tuple[Anchor, ...]
    zone: str
    excerpt: tuple[Event, ...]
    events: int
    seal: Seal | None = None
    simulated: bool = False
    rehearsal: bool = False


def assemble(  # noqa: PLR0913 - all but the first three are named
    script: Script,
    events: Sequence[Event],
    debrief: Debrief,
    *,
    facility: Facility,
    stamps: Mapping[Seq, Stamp],
    language: Language = "fr",
    box: Box | None = None,
    texts: Texts | None = None,
    seal: Seal | None = None,
    simulated: bool = False,
    rehearsal: bool = False,
) -> Dossier:
    """Put a dossier together; ``stamps`` are those of the events' batches, as far as known."""
    known = [stamps[event.seq] for event in events if event.seq in stamps]
    return Dossier(
        language=language,
        facility=facility,
        box=box or Box(),
        script=script,
        debrief=debrief,
        texts=texts or Texts(),
        anchors=anchors_of(events, stamps),
        zone=known[0].zone if known else "",
        excerpt=noteworthy(events, cited(debrief, texts or Texts())),
        events=len(events),
        seal=seal,
        simulated=simulated,
        rehearsal=rehearsal and not simulated,
    )
